/** Work done by several writers at once. @returns units a second */
export async function writers(count: number, units: number, act: (turn: number) => Promise<unknown>): Promise<number> {
  let taken = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: count }, async () => {
      for (let turn = taken; turn < units; turn = taken) {
        taken += 1;
        await act(turn);
      }
    }),
  );
  return units / ((performance.now() - started) / 1_000);
}

export const medianOf = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** The value below which a share of the values lies, 0.99 for p99. */
export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;

export const printed: string[] = [];

/** Prints a Markdown table; numbers below 20 keep two decimals. */
export function table(title: string, head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const shown = (value: string | number): string =>
    typeof value === 'string' ? value : value < 20 ? String(Math.round(value * 100) / 100) : String(Math.round(value));
  const lines = [
    `### ${title}`,
    '',
    `| ${head.join(' | ')} |`,
    `| ${head.map(() => '---').join(' | ')} |`,
    ...rows.map((row) => `| ${row.map(shown).join(' | ')} |`),
    '',
  ];
  printed.push(...lines);
  console.log(lines.join('\n'));
}
