import { CorrectInspection } from '@app/domain/local-area/correct-inspection/correct-inspection.command';
import { CorrectRevisit } from '@app/domain/local-area/correct-revisit/correct-revisit.command';
import type { Inspection, Revisit } from '@app/domain/local-area/local-area.parts.command';
import type { LocalAreaState } from '@app/domain/local-area/local-area.state';
import { localAreaStream } from '@app/domain/local-area/local-area.stream';
import { RecordInspection } from '@app/domain/local-area/record-inspection/record-inspection.command';
import { RecordRevisit } from '@app/domain/local-area/record-revisit/record-revisit.command';
import type { InspectionFact, RevisitFact } from './facts';
import { recordNamed, type OnRecord, type Plan } from './plan';
import { isFileOf, sourceOf, type Publication } from './publication';

type Area = OnRecord<LocalAreaState>;

const stream = localAreaStream;

/** Year and month of the first day, as ids of inspections are made: `2023_07`. */
const idOf = (visitedFrom: string): string => visitedFrom.slice(0, 7).replace('-', '_');

/** The inspection on record that a row speaks of: of its framework, begun or published on its day. */
function inspectionOf({ inspections }: LocalAreaState, fact: Pick<InspectionFact, 'framework' | 'visitedFrom' | 'publishedOn'>) {
  const known = Object.entries(inspections).filter(([, { framework }]) => framework === fact.framework);
  return (
    known.find(([, { visitedFrom }]) => visitedFrom === fact.visitedFrom) ??
    known.find(([, { publishedOn }]) => publishedOn === fact.publishedOn) ??
    known.find(([id]) => id === idOf(fact.visitedFrom))
  );
}

/** Fields in which what a file says and what is on record differ, in words; what either leaves out differs from nothing. */
function differences(said: object, known: object): string[] {
  const other = known as Readonly<Record<string, unknown>>;
  return Object.entries(said)
    .filter(([field, value]) => value !== undefined && other[field] !== undefined && other[field] !== value)
    .map(([field, value]) => `${field} is ${String(other[field])} there and ${String(value)} in the file`);
}

/**
 * An inspection becomes a record. What an earlier file said otherwise is corrected, with what a person added left as it is; what a person
 * recorded otherwise is left to people (J1, G12).
 */
export function planInspection(fact: InspectionFact, area: string, { state, said }: Area, publication: Publication): Plan {
  const { framework, outcome, weaknesses, priorityAreas, visitedFrom, publishedOn } = fact;
  const body = {
    framework,
    outcome,
    ...(weaknesses !== undefined && { weaknesses }),
    ...(priorityAreas !== undefined && { priorityAreas }),
    visitedFrom,
    publishedOn,
    source: sourceOf(publication),
  };
  const [inspection, known] = inspectionOf(state, fact) ?? [idOf(visitedFrom), undefined];
  if (!known) return { step: { stream, id: area, command: RecordInspection, body: { inspection, ...body } } };
  const before = said(known.revision) as Inspection & { corrects?: number; reason?: unknown };
  const { source: _source, ...claimed } = body;
  const differing = differences(claimed, before);
  const record = recordNamed(stream, area, known.revision);
  if (differing.length === 0) return { because: `Already so: ${record}.` };
  if (!isFileOf(publication, before.source)) {
    return { because: `A person recorded ${record} otherwise: ${differing.join('; ')}. Correct it there if the file is right.` };
  }
  const { corrects: _corrects, reason: _reason, ...kept } = before;
  const counts = outcome === before.outcome ? kept : withoutCounts(kept);
  return {
    step: {
      stream,
      id: area,
      command: CorrectInspection,
      body: { ...counts, ...body, inspection, corrects: known.revision, reason: OTHERWISE },
    },
  };
}

const OTHERWISE = 'Published otherwise in a later file of the same publisher';

/** What belongs to the outcome that was corrected goes with it. */
function withoutCounts({ weaknesses: _w, priorityAreas: _p, improvementAreas: _i, areas: _a, ...kept }: Inspection): Partial<Inspection> {
  return kept;
}

/** A revisit becomes a record of the inspection that its row speaks of; corrected and left alone like an inspection. */
export function planRevisit(fact: RevisitFact, area: string, { state, said }: Area, publication: Publication): Plan {
  const { visitedFrom, publishedOn, sufficient, notSufficient } = fact;
  const inspection = inspectionOf(state, { framework: '2016', ...fact.after })?.[0] ?? idOf(fact.after.visitedFrom);
  const body = { inspection, visitedFrom, publishedOn, sufficient, notSufficient, source: sourceOf(publication) };
  const [revisit, known] = Object.entries(state.revisits).find(
    ([id, one]) => one.inspection === inspection && (one.publishedOn === publishedOn || id === idOf(visitedFrom)),
  ) ?? [idOf(visitedFrom), undefined];
  if (!known) return { step: { stream, id: area, command: RecordRevisit, body: { revisit, ...body } } };
  const before = said(known.revision) as Revisit;
  const { source: _source, ...claimed } = body;
  const differing = differences(claimed, before);
  const record = recordNamed(stream, area, known.revision);
  if (differing.length === 0) return { because: `Already so: ${record}.` };
  if (!isFileOf(publication, before.source)) {
    return { because: `A person recorded ${record} otherwise: ${differing.join('; ')}. Correct it there if the file is right.` };
  }
  return {
    step: { stream, id: area, command: CorrectRevisit, body: { revisit, ...body, corrects: known.revision, reason: OTHERWISE } },
  };
}
