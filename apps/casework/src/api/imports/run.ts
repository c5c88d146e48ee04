import { streamName } from '@app/event-sourcing';
import { localAreaStream } from '@app/domain/local-area/local-area.stream';
import { CommandFailed, Problem, uuidV5 } from '@app/nest';
import {
  Areas,
  CellRefused,
  CodesInFile,
  placeOf,
  planCodes,
  Row,
  type ImportEvent,
  type Layout,
  type Publication,
  type PublishedFact,
  type ReportLine,
  type Step,
} from '@app/published-data';
import { refusalOf, type Ledger } from './ledger';
import { linesOf, type Line } from './rows';
import { Tally } from './tally';

/** Rows that are under way at a time; those of one area one after another. */
const AT_ONCE = 128;

export interface ImportOptions {
  readonly path: string;
  readonly publication: Publication;
  readonly ledger: Ledger;
  /** Ids of the local areas that are registered. */
  readonly registered: readonly string[];
  /** Whether local areas that are not registered yet are, from a file that has both of their codes. */
  readonly registerAreas: boolean;
}

/** Takes a file in, row by row; each fact has a name for ever, so that whatever was taken in before is passed over. */
export class ImportRun {
  private readonly areas = new Areas();
  private readonly tally = new Tally();
  private readonly layout: Layout;
  /** What the file has said already, and on which line. */
  private readonly said = new Map<string, { readonly line: number; readonly fact: string }>();

  constructor(private readonly options: ImportOptions) {
    this.layout = options.publication.layout;
  }

  async *events(): AsyncGenerator<ImportEvent> {
    try {
      for (const id of this.options.registered) this.areas.add((await this.options.ledger.standing(localAreaStream, id)).state);
      if (this.options.registerAreas) yield* this.register();
      let batch: Line[] = [];
      let header: readonly string[] | undefined;
      for await (const line of linesOf(this.options.path)) {
        if (header === undefined) header = headingsOf(line);
        else batch.push(line);
        if (batch.length < AT_ONCE) continue;
        yield* this.take(header, batch);
        batch = [];
      }
      if (header && batch.length > 0) yield* this.take(header, batch);
      yield { summary: this.tally.summary };
    } catch (error) {
      if (!(error instanceof CommandFailed) && !(error instanceof Problem)) throw error;
      const says = `${error.message} What was recorded stays; import the file again to go on.`;
      yield { stopped: { code: error.code, says } };
    }
  }

  /** Registers what the whole file knows by both codes, before its first row is taken. */
  private async *register(): AsyncGenerator<ImportEvent> {
    const found = new CodesInFile();
    let header: readonly string[] | undefined;
    for await (const line of linesOf(this.options.path)) {
      if (header === undefined) header = headingsOf(line);
      else this.noteCodes(found, new Row(header, line.cells), line.line);
    }
    const { ledger, publication } = this.options;
    for (const { laCode, line, codes } of found.inOrder()) {
      const id = this.areas.withLaCode(laCode) ?? laCode;
      const { state } = await ledger.standing(localAreaStream, id);
      for (const step of planCodes(state, laCode, codes, publication)) {
        const fact = `codes~${(step.body as { onsCode: string }).onsCode}`;
        const what = `codes of ${(step.body as { name: string }).name}`;
        yield this.told(await this.entered({ ...step, id }, fact, { line, area: id, what }));
      }
      this.areas.add((await ledger.standing(localAreaStream, id)).state);
    }
  }

  private noteCodes(found: CodesInFile, row: Row, line: number): void {
    try {
      const codes = this.layout.codes?.(row);
      if (codes) found.add(codes, line);
    } catch (error) {
      if (!(error instanceof CellRefused)) throw error;
    }
  }

  private async *take(header: readonly string[], lines: readonly Line[]): AsyncGenerator<ImportEvent> {
    const rows = lines.map((line) => this.readRow(header, line));
    const byArea = new Map<string, typeof rows>();
    for (const row of rows) byArea.set(row.area, [...(byArea.get(row.area) ?? []), row]);
    const told = new Map<number, readonly ReportLine[]>();
    await Promise.all(
      [...byArea.values()].map(async (ofArea) => {
        for (const { line, work } of ofArea) told.set(line, await work());
      }),
    );
    for (const { line } of rows) {
      this.tally.row();
      for (const reported of told.get(line) ?? []) yield this.told(reported);
    }
    yield { progress: { rows: this.tally.counted, bytes: lines.at(-1)!.bytes } };
  }

  private told(row: ReportLine): ImportEvent {
    this.tally.line(row);
    return { row };
  }

  /** A row, whose area it is, and what is to be done for it once those of its area before it are done. */
  private readRow(header: readonly string[], { line, cells }: Line): { line: number; area: string; work: () => Promise<ReportLine[]> } {
    const refused = (because: string, column?: string, what = 'row', area?: string): ReportLine => ({
      line,
      ...(area !== undefined && { area }),
      what,
      outcome: 'refused',
      ...(column !== undefined && { column }),
      because,
    });
    if (cells.length !== header.length) {
      const says = `The row has ${cells.length} cells where there are ${header.length} headings.`;
      return { line, area: '', work: async () => [refused(says)] };
    }
    try {
      const { facts, passed } = this.layout.read(new Row(header, cells));
      const [first] = facts;
      const area = first && (first.area === 'england' ? 'england' : this.areas.find(first.area));
      const others = passed.map(({ what, because, column, refused: wrong }): ReportLine => ({
        line,
        ...(area !== undefined && { area }),
        what,
        outcome: wrong ? 'refused' : 'skipped',
        ...(column !== undefined && { column }),
        because,
      }));
      const work = async (): Promise<ReportLine[]> => {
        const reported: ReportLine[] = [];
        for (const fact of facts) reported.push(await this.record(fact, area!, line));
        return [...reported, ...others];
      };
      return { line, area: area ?? '', work };
    } catch (error) {
      if (!(error instanceof CellRefused)) throw error;
      return { line, area: '', work: async () => [refused(error.message, error.column)] };
    }
  }

  private async record(fact: PublishedFact, area: string, line: number): Promise<ReportLine> {
    const { ledger, publication } = this.options;
    const what = wordsOf(fact);
    const about = { line, area, what };
    const name = nameOf(fact);
    const twice = this.twice(`${area} ${name}`, fact, line);
    if (twice) return { ...about, ...twice };
    const { stream, id, plan } = placeOf(fact, area);
    const standing = await ledger.standing(stream, id);
    if (standing.commands.has(this.commandId(streamName(stream, id), name))) {
      return { ...about, outcome: 'skipped', because: 'Recorded from this very file before.' };
    }
    const planned = plan(standing, publication);
    if ('because' in planned) return { ...about, outcome: 'skipped', because: planned.because };
    const note = fact.kind === 'timeliness' ? fact.note : undefined;
    return { ...(await this.entered(planned.step, name, about, fact.columns)), ...(note !== undefined && { because: note }) };
  }

  private twice(key: string, fact: PublishedFact, line: number): Pick<ReportLine, 'outcome' | 'because'> | undefined {
    const { columns: _columns, area: _area, ...said } = fact;
    const text = JSON.stringify(said);
    const before = this.said.get(key);
    if (!before) {
      this.said.set(key, { line, fact: text });
      return undefined;
    }
    if (before.fact === text) return { outcome: 'skipped', because: `Line ${before.line} says the same.` };
    return { outcome: 'refused', because: `Line ${before.line} says otherwise, and was taken.` };
  }

  private async entered(
    step: Step,
    fact: string,
    about: Pick<ReportLine, 'line' | 'area' | 'what'>,
    columns: Readonly<Record<string, string>> = {},
  ): Promise<ReportLine> {
    const stream = streamName(step.stream, step.id);
    try {
      const { events, revision } = await this.options.ledger.enter(step, this.commandId(stream, fact));
      if (events.length === 0) return { ...about, outcome: 'skipped', because: 'Already so.' };
      return { ...about, outcome: 'taken', events, record: `${stream}@${revision}` };
    } catch (error) {
      if (error instanceof CommandFailed && error.code === 'idempotency-key-reused') {
        return { ...about, outcome: 'skipped', because: 'Recorded from this very file before.' };
      }
      const refusal = refusalOf(error);
      if (!refusal) throw error;
      const column = refusal.field === undefined ? undefined : columns[refusal.field];
      return { ...about, outcome: 'refused', ...(column !== undefined && { column }), because: refusal.says };
    }
  }

  /** The same fact of the same file has the same id, whoever imports it and however often. */
  private commandId(stream: string, fact: string): string {
    return uuidV5(['import', this.options.publication.sha256, stream, fact]);
  }
}

export const headingsOf = ({ cells }: Line): readonly string[] => cells.map((cell) => cell.trim());

function nameOf(fact: PublishedFact): string {
  switch (fact.kind) {
    case 'timeliness':
      return `timeliness~${fact.year}~${fact.basis}`;
    case 'dsg':
      return `dsg~${fact.year}`;
    default:
      return `${fact.kind}~${fact.visitedFrom}`;
  }
}

function wordsOf(fact: PublishedFact): string {
  switch (fact.kind) {
    case 'timeliness':
      return `timeliness ${fact.year}, ${fact.basis}`;
    case 'dsg':
      return `DSG balance ${fact.year}`;
    default:
      return `${fact.kind} of ${fact.visitedFrom}`;
  }
}
