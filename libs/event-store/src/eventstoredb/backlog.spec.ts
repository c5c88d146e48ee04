import { Backlog } from './backlog';
import { LogEvent } from './recorded';

const event = (revision: number): LogEvent => ({
  streamId: 'case-1',
  revision: BigInt(revision),
  id: '',
  type: 'T',
  isJson: true,
  data: {},
});
const revisions = (events: LogEvent[] | string) => (typeof events === 'string' ? events : events.map(({ revision }) => Number(revision)));
const never = new AbortController().signal;

describe('a backlog', () => {
  it('gives what was pushed, in order and at most so many at a time', async () => {
    const backlog = new Backlog(10);
    for (const revision of [0, 1, 2]) backlog.push(event(revision));
    expect(revisions(await backlog.take(2, 1_000, never))).toEqual([0, 1]);
    expect(backlog.size).toBe(1);
    expect(revisions(await backlog.take(2, 1_000, never))).toEqual([2]);
  });

  it('waits for the next event', async () => {
    const backlog = new Backlog(10);
    const taken = backlog.take(5, 60_000, never);
    backlog.push(event(0));
    expect(revisions(await taken)).toEqual([0]);
  });

  it('takes no more than its bound, and gives what it took before it ends', async () => {
    const backlog = new Backlog(2);
    expect([0, 1, 2, 3].map((revision) => backlog.push(event(revision)))).toEqual([true, true, false, false]);
    expect(backlog.full).toBe(true);
    expect(revisions(await backlog.take(5, 1_000, never))).toEqual([0, 1]);
    expect(backlog.push(event(4))).toBe(false);
    expect(await backlog.take(5, 1_000, never)).toBe('ended');
  });

  it('says when nothing comes', async () => {
    expect(await new Backlog(2).take(5, 1, never)).toBe('idle');
  });

  it('ends a wait where it is ended or stopped', async () => {
    const [backlog, stop] = [new Backlog(2), new AbortController()];
    const waiting = backlog.take(5, 60_000, stop.signal);
    stop.abort();
    expect(await waiting).toBe('ended');
    const other = new Backlog(2);
    const ending = other.take(5, 60_000, never);
    other.end();
    expect(await ending).toBe('ended');
    expect(other.full).toBe(false);
  });
});
