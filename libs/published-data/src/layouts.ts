import type { Row } from './cells';
import { DSG_COLUMNS, readDsg } from './dsg';
import type { CodesFact, RowRead } from './facts';
import { INSPECTIONS_2016_COLUMNS, INSPECTIONS_2023_COLUMNS, readInspections2016, readInspections2023 } from './inspections';
import { codesInSen2, readSen2, SEN2_COLUMNS } from './sen2';

/** What can be imported, as it is asked for. */
export const FILE_KINDS = ['sen2', 'inspections', 'dsg'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** A file as its publisher lays it out, recognised by its headings. */
export interface Layout {
  readonly name: string;
  readonly kind: FileKind;
  readonly publisher: string;
  /** Title of the publication. */
  readonly title: string;
  /** Headings that it must have, in whatever order and among whatever others. */
  readonly columns: readonly string[];
  /** Whether rows say both codes of their local area, so that it can be registered from them. */
  readonly codes?: (row: Row) => CodesFact | undefined;
  /** Whether its facts need the day of publication, which no row says. */
  readonly dated: boolean;
  /** @throws CellRefused */
  readonly read: (row: Row) => RowRead;
}

export const LAYOUTS: readonly Layout[] = [
  {
    name: 'sen2',
    kind: 'sen2',
    publisher: 'Department for Education',
    title: 'Education, health and care plans (SEN2), Explore Education Statistics',
    columns: SEN2_COLUMNS,
    codes: codesInSen2,
    dated: true,
    read: readSen2,
  },
  {
    name: 'inspections-2016-2022',
    kind: 'inspections',
    publisher: 'Ofsted',
    title: 'Area SEND inspections 2016 to 2022: management information',
    columns: INSPECTIONS_2016_COLUMNS,
    dated: false,
    read: readInspections2016,
  },
  {
    name: 'inspections-2023',
    kind: 'inspections',
    publisher: 'Ofsted',
    title: 'Area SEND inspections from 2023: management information',
    columns: INSPECTIONS_2023_COLUMNS,
    dated: false,
    read: readInspections2023,
  },
  {
    name: 'dsg',
    kind: 'dsg',
    publisher: 'Department for Education',
    title: 'Section 251 and DSG outturn: cumulative DSG balance as per cent of DSG income',
    columns: DSG_COLUMNS,
    dated: true,
    read: readDsg,
  },
];

/** A header that is none of the layouts asked for, and what was expected. */
export class LayoutUnknown extends Error {}

/** The layout of a header. @throws LayoutUnknown naming what is missing of the likeliest one */
export function layoutOf(kind: FileKind, header: readonly string[]): Layout {
  const missing = (layout: Layout): readonly string[] => layout.columns.filter((column) => !header.includes(column));
  const candidates = LAYOUTS.filter((layout) => layout.kind === kind).sort((one, other) => missing(one).length - missing(other).length);
  const [likeliest] = candidates;
  if (likeliest && missing(likeliest).length === 0) {
    const twice = likeliest.columns.find((column) => header.indexOf(column) !== header.lastIndexOf(column));
    if (twice !== undefined) throw new LayoutUnknown(`The heading "${twice}" stands there twice.`);
    return likeliest;
  }
  const other = LAYOUTS.find((layout) => missing(layout).length === 0);
  if (other) throw new LayoutUnknown(`This is the layout ${other.name}: import it as ${other.kind}.`);
  const says = candidates.map(
    (layout) =>
      `${layout.name} lacks ${missing(layout)
        .map((column) => `"${column}"`)
        .join(', ')}`,
  );
  throw new LayoutUnknown(`The headings are none that is known for ${kind}: ${says.join('; ')}.`);
}
