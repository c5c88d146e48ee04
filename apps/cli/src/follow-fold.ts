import { showProgress } from './progress';
import { linesFromServer } from './server-client';

type Told<K extends string, T> =
  | { readonly progress: { readonly share: number; readonly events: number } }
  | { readonly stopped: { readonly code: string; readonly says: string } }
  | { readonly [key in K]: T };

/** Has the server rebuild or verify a fold, and shows how far it is. @throws Error with the server's own sentence */
export async function followFold<T>(what: 'rebuild' | 'verify', outcome: 'rebuilt' | 'verified', fold: string): Promise<T> {
  const progress = showProgress(`${what === 'rebuild' ? 'Rebuilding' : 'Verifying'} ${fold}`, 10_000);
  let result: T | undefined;
  try {
    const path = `/admin/${what}/${encodeURIComponent(fold)}`;
    for await (const told of linesFromServer<Told<typeof outcome, T>>('POST', path, { accept: 'application/x-ndjson' })) {
      if ('progress' in told) progress.at(Math.round(told.progress.share * 10_000));
      else if ('stopped' in told) throw new Error(`${told.stopped.says} (${told.stopped.code})`);
      else result = told[outcome];
    }
  } finally {
    progress.done();
  }
  if (result === undefined) throw new Error('The server stopped in the middle of its answer.');
  return result;
}
