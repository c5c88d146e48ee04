import { Turns } from './turns';

/** Something that ends when it is told to. */
function held() {
  let end!: () => void;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { ended, end };
}

describe('turns on a stream', () => {
  it('are taken one after the other, in the order in which they were asked for, even where one fails', async () => {
    const turns = new Turns();
    const [first, log] = [held(), [] as string[]];
    const one = turns.take('case-1', async () => {
      log.push('one');
      await first.ended;
      throw new Error('refused');
    });
    const two = turns.take('case-1', async () => log.push('two'));
    const other = turns.take('case-2', async () => log.push('other'));
    await other;
    expect(log).toEqual(['one', 'other']);
    first.end();
    await expect(one).rejects.toThrow('refused');
    await two;
    expect(log).toEqual(['one', 'other', 'two']);
  });

  it('leave nothing behind', async () => {
    const turns = new Turns();
    await Promise.all(['a', 'b', 'a'].map((stream) => turns.take(stream, async () => stream)));
    await Promise.resolve();
    expect(turns.busy).toBe(0);
  });
});
