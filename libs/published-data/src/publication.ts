import type { Day } from '@app/calendar';
import type { Source } from '@app/domain/local-area/source.parts.command';
import type { Layout } from './layouts';

/** A file that is being imported. */
export interface Publication {
  readonly layout: Layout;
  /** SHA-256 of its bytes, 64 hex digits. */
  readonly sha256: string;
  /** Day on which its publisher published it. */
  readonly publishedOn: Day;
  /** Where it stands on the web. */
  readonly url?: string;
}

/** The source of every fact of a file: its publication, and in the title the hash of the very file (J1). */
export function sourceOf({ layout, sha256, url }: Publication): Source {
  return { publisher: layout.publisher, title: `${layout.title}; file sha256:${sha256}`, ...(url !== undefined && { url }) };
}

/** Whether a source is a file of this layout, that one or an earlier or later one. */
export const isFileOf = ({ layout }: Publication, source: Pick<Source, 'publisher' | 'title'>): boolean =>
  source.publisher === layout.publisher && source.title.startsWith(`${layout.title}; file sha256:`);
