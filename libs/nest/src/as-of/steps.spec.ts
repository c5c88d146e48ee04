import type { RecordedEvent } from '@app/event-store';
import { Steps } from './steps';

const event = (revision: number): RecordedEvent => ({ stream: 's-1', revision }) as unknown as RecordedEvent;

describe('which events changed what (P6)', () => {
  const steps = new Steps();
  [['cases[a].plans[b].status'], ['cases[a]'], ['cases[a].plans[b].steps', 'overdue'], ['cases[ab].lead'], ['steps[x]']].forEach(
    (paths, revision) =>
      steps.add(
        event(revision),
        paths.map((path) => ({ path })),
      ),
  );

  it.each([
    ['itself', 'overdue', [2]],
    ['something in it', 'cases[a].plans[b]', [0, 1, 2]],
    ['all that is around it', 'cases[a].lead', [1]],
    ['no other of the same list', 'cases[ab]', [3]],
    ['where nothing fits, what is nearest around it', 'steps[y].due', [4]],
    ['nothing at all', 'name', []],
  ])('by %s', (_how, path, expected) => expect(steps.at(path)).toEqual(expected));

  it('in the order in which they were folded', () => expect(steps.events.map(({ revision }) => revision)).toEqual([0, 1, 2, 3, 4]));
});
