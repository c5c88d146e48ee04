import { createReadStream, statSync } from 'node:fs';
import type { Announced, ImportEvent, ReportLine, Summary } from '@app/published-data';
import { showProgress } from './progress';
import { linesFromServer } from './server-client';

export interface Sending {
  readonly kind: string;
  readonly path: string;
  readonly role: string;
  readonly who?: string;
  readonly publishedOn?: string;
  readonly registerAreas: boolean;
}

/** Sends a file, to be rehearsed or recorded. @param told what becomes of each row. @throws Error where it was refused, or stopped on the way */
export async function sendFile(
  { kind, path, role, who, publishedOn, registerAreas }: Sending,
  rehearsal: boolean,
  told: (line: ReportLine) => void,
): Promise<{ announced: Announced; summary: Summary }> {
  const query = new URLSearchParams({
    dryRun: String(rehearsal),
    registerAreas: String(registerAreas),
    ...(publishedOn !== undefined && { publishedOn }),
  });
  const { size } = statSync(path);
  const progress = showProgress(rehearsal ? 'Rehearsing' : 'Recording', size);
  const answer = linesFromServer<ImportEvent>('POST', `/v1/imports/${kind}?${query.toString()}`, {
    claims: { role, ...(who !== undefined && { who }) },
    file: { type: 'text/csv', body: createReadStream(path) },
  });
  let announced: Announced | undefined;
  let summary: Summary | undefined;
  try {
    for await (const event of answer) {
      if ('import' in event) announced = event.import;
      else if ('row' in event) told(event.row);
      else if ('progress' in event) progress.at(event.progress.bytes);
      else if ('summary' in event) summary = event.summary;
      else throw new Error(`${event.stopped.says} (${event.stopped.code})`);
    }
  } finally {
    progress.done();
  }
  if (!announced || !summary) throw new Error('The server stopped in the middle of the file. Import it again to go on.');
  return { announced, summary };
}
