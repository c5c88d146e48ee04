/** Lets what is done to one stream be done one after the other, in the order in which it was asked for. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  take<T>(stream: string, act: () => Promise<T>): Promise<T> {
    const turn = (this.last.get(stream) ?? Promise.resolve()).then(act);
    const leave = (): void => {
      if (this.last.get(stream) === over) this.last.delete(stream);
    };
    const over = turn.then(leave, leave);
    this.last.set(stream, over);
    return turn;
  }

  /** Streams that somebody is at work on. */
  get busy(): number {
    return this.last.size;
  }
}
