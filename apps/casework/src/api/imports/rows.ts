import { createReadStream } from 'node:fs';
import { Problem } from '@app/nest';
import { parse, type Info } from 'csv-parse';

/** A record of a file with the line on which it begins, the first being 1. */
export interface Line {
  readonly line: number;
  readonly cells: readonly string[];
  /** How much of the file has been read so far. */
  readonly bytes: number;
}

/** Longest record taken, in characters. */
const LONGEST = 1_048_576;

/** The records of a CSV file in order, its heading the first; byte order mark and either kind of line end are taken. @throws Problem `file-not-csv` */
export async function* linesOf(path: string): AsyncGenerator<Line> {
  const parser = createReadStream(path).pipe(
    parse({ bom: true, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, max_record_size: LONGEST }),
  );
  let before = 0;
  try {
    for await (const { info, record } of parser as AsyncIterable<{ info: Info; record: string[] }>) {
      yield { line: before + 1, cells: record, bytes: info.bytes };
      before = info.lines;
    }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('CSV_')) throw error;
    throw new Problem(
      422,
      'file-not-csv',
      `After line ${before} the file is no longer CSV: a quote is not closed, or a record is too long.`,
    );
  } finally {
    parser.destroy();
  }
}
