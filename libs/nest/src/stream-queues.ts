/** Work on one stream runs one after another; work on different streams side by side. */
export class StreamQueues {
  private readonly tails = new Map<string, Promise<void>>();

  /** Resolves when it is this caller's turn, with the function that ends the turn. */
  async turn(stream: string): Promise<() => void> {
    const before = this.tails.get(stream);
    let end!: () => void;
    const mine = new Promise<void>((resolve) => (end = resolve));
    const tail = before ? before.then(() => mine) : mine;
    this.tails.set(stream, tail);
    await before;
    return () => {
      end();
      if (this.tails.get(stream) === tail) this.tails.delete(stream);
    };
  }

  /** Resolves when everything queued so far has ended. */
  async idle(): Promise<void> {
    await Promise.all(this.tails.values());
  }
}
