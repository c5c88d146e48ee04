import type { Decide } from '@app/event-sourcing';
import { plain } from '../../plain';
import { checkDay, checkNewRecord, knownOutcome, open } from '../case.guards';
import { HealthAdviserContact } from '../case.parts.command';
import type { CaseState } from '../case.state';
import { HealthAdviserContactRecorded, type CaseEvent } from '../improvement-case.events';
import { refuse } from '../improvement-case.refusals';

/** Record a contact between the DfE SEND adviser and the NHS England SEND adviser (A6). */
export class RecordHealthAdviserContact extends HealthAdviserContact {}

export const recordHealthAdviserContact: Decide<RecordHealthAdviserContact, CaseState, CaseEvent> = (command, state, { now }) => {
  const { contact, heldOn, outcome, dfeAdviser, nhsAdviser } = command;
  const known = open(state);
  checkNewRecord(state, 'health-adviser-contact', contact, 'contact');
  checkDay(heldOn, 'heldOn', known, now);
  if (outcome !== undefined) knownOutcome(state, outcome);
  if (dfeAdviser === nhsAdviser) throw refuse('advisers-are-one', { field: 'nhsAdviser' });
  return [HealthAdviserContactRecorded({ ...plain(command), area: known.area })];
};
