import { SingleBar } from 'cli-progress';

/** How far something is, on the terminal's error side; nothing where that is no terminal. */
export interface Progress {
  at(value: number, total?: number): void;
  done(): void;
}

/** @param says what is going on. @param total what `at` counts up to */
export function showProgress(says: string, total: number): Progress {
  const bar = new SingleBar({
    format: `${says} [{bar}] {percentage}% | {eta_formatted} left`,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 50,
  });
  bar.start(Math.max(total, 1), 0);
  return {
    at: (value, newTotal) => {
      if (newTotal !== undefined) bar.setTotal(Math.max(newTotal, 1));
      bar.update(value);
    },
    done: () => bar.stop(),
  };
}
