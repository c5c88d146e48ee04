import type { Decide, Found } from '@app/event-sourcing';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn } from 'class-validator';
import { entryOf } from '../../entries';
import { IsDay, IsId, IsText } from '../../fields';
import type { LocalAreaState } from '../../local-area/local-area.stream';
import { plain } from '../../plain';
import { checkDay, open } from '../case.guards';
import { digestOfOutcome, type CaseState } from '../case.state';
import { OUTCOME_KINDS, OUTCOME_KINDS_OF, type OutcomeKind } from '../case.vocabulary';
import { OutcomeAgreed, type CaseEvent } from '../improvement-case.events';
import { refuse } from '../improvement-case.refusals';

/** Agree an outcome for the local area, in the inspection's words, with its success measures (A1 to A3). */
export class AgreeOutcome {
  /** Id of the outcome within the case, e.g. `apa_3`. */
  @IsId() outcome!: string;
  /** `overall`, `apa` (area of priority action) and `afi` (area for improvement) after an inspection; `timeliness` for EHC plans. */
  @IsIn(OUTCOME_KINDS) kind!: OutcomeKind;
  /** The inspection's words, or the order's; published. */
  @IsText() words!: string;
  /** Success measures, in the order's words (A5). */
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(20) @IsText(4_000, { each: true }) measures!: string[];
  /** Day of the agreement. */
  @IsDay() agreedOn!: string;
}

type Reads = { area: Found<LocalAreaState> };

export const agreeOutcome: Decide<AgreeOutcome, CaseState, CaseEvent, Reads> = (command, state, { now, found }) => {
  const { outcome, kind, agreedOn } = command;
  const known = open(state);
  const { area, cause } = known;
  if (!OUTCOME_KINDS_OF[cause].includes(kind)) throw refuse('outcome-kind-mismatch', { field: 'kind', values: { cause, kind } });
  const before = entryOf(state.outcomes, outcome);
  if (before) {
    const same = before.kind === kind && before.agreedOn === agreedOn && before.digest === digestOfOutcome(command);
    if (same && before.status === 'agreed') return [];
    throw refuse('outcome-already-agreed', { field: 'outcome', values: { outcome } });
  }
  checkDay(agreedOn, 'agreedOn', known, now);
  const overall = Object.entries(state.outcomes).find(([, other]) => other.kind === 'overall' && other.status !== 'withdrawn');
  if (kind === 'overall' && overall) throw refuse('overall-outcome-already-agreed', { field: 'kind', values: { outcome: overall[0] } });
  const inspected = state.inspection === undefined ? undefined : entryOf(found.area.state.inspections, state.inspection);
  if (kind === 'apa' && inspected?.outcome !== 'systemic-failings') throw refuse('outcome-without-priority-action', { field: 'kind' });
  return [OutcomeAgreed({ ...plain(command), area })];
};
