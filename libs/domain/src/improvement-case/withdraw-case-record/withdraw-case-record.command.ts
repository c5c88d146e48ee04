import type { Decide } from '@app/event-sourcing';
import { IsIn } from 'class-validator';
import { entryOf } from '../../entries';
import { IsCount, IsId, IsText } from '../../fields';
import { plain } from '../../plain';
import { opened, standingRecord } from '../case.guards';
import type { CaseState } from '../case.state';
import { CASE_RECORDS, type CaseRecord } from '../case.vocabulary';
import { CaseRecordWithdrawn, type CaseEvent } from '../improvement-case.events';
import { refuse } from '../improvement-case.refusals';

/** Withdraw the record of something that was never held or received; it stays readable, and what was owed is owed again (J4, J5). */
export class WithdrawCaseRecord {
  /** What it is a record of. */
  @IsIn(CASE_RECORDS) record!: CaseRecord;
  /** Id of the deep dive, stocktake, meeting, update, contact or review within the case. */
  @IsId() id!: string;
  /** Revision of the record, or of its latest correction. */
  @IsCount() corrects!: number;
  /** Why it should not stand. */
  @IsText() reason!: string;
}

export const withdrawCaseRecord: Decide<WithdrawCaseRecord, CaseState, CaseEvent> = (command, state) => {
  const { record, id, corrects } = command;
  const { area } = opened(state);
  const { on, kind } = standingRecord(state, record, id, corrects);
  const decided = record === 'formal-review' && entryOf(state.decisions, id);
  if (decided) throw refuse('review-decided', { field: 'id', values: { review: id, decidedOn: decided.decidedOn } });
  return [CaseRecordWithdrawn({ ...plain(command), area, effectiveOn: on, ...(kind !== undefined && { kind }) })];
};
