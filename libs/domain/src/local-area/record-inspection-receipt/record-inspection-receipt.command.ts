import type { Decide } from '@app/event-sourcing';
import { IsDay, IsId } from '../../fields';
import { plain } from '../../plain';
import { InspectionReceiptRecorded, type LocalAreaEvent } from '../local-area.events';
import { checkReceipt, checkRegistered, knownInspection } from '../local-area.guards';
import { Sourced } from '../local-area.parts.command';
import { refuse } from '../local-area.refusals';
import type { LocalAreaState } from '../local-area.state';

/** Record when the local area received the report of an inspection, where that was unknown: the days for a plan run from it (J3, reading 29). */
export class RecordInspectionReceipt extends Sourced {
  /** Inspection by its id. */
  @IsId() inspection!: string;
  /** Day on which the report was received. */
  @IsDay() receivedOn!: string;
}

export const recordInspectionReceipt: Decide<RecordInspectionReceipt, LocalAreaState, LocalAreaEvent> = (command, state, facts) => {
  const { inspection, receivedOn } = command;
  checkRegistered(state, facts.stream);
  const known = knownInspection(state, inspection);
  if (known.receivedOn === receivedOn) return [];
  if (known.receivedOn !== undefined) {
    throw refuse('inspection-receipt-known', { field: 'receivedOn', values: { receivedOn: known.receivedOn } });
  }
  checkReceipt(receivedOn, known.visitedFrom, facts.now);
  return [InspectionReceiptRecorded({ ...plain(command), framework: known.framework, outcome: known.outcome })];
};
