import type { Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { plain } from '../../plain';
import { checkDay, knownOutcome, opened, standingRecord } from '../case.guards';
import { HealthAdviserContact } from '../case.parts.command';
import type { CaseState } from '../case.state';
import { HealthAdviserContactCorrected, type CaseEvent } from '../improvement-case.events';
import { refuse } from '../improvement-case.refusals';

/** Correct a contact between the SEND advisers that had been recorded wrongly (A6). */
export class CorrectHealthAdviserContact extends HealthAdviserContact {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  /** Why, e.g. what had been misread. */
  @IsText() reason!: string;
}

export const correctHealthAdviserContact: Decide<CorrectHealthAdviserContact, CaseState, CaseEvent> = (command, state, { now }) => {
  const { contact, heldOn, outcome, dfeAdviser, nhsAdviser, corrects } = command;
  const known = opened(state);
  standingRecord(state, 'health-adviser-contact', contact, corrects);
  checkDay(heldOn, 'heldOn', known, now);
  if (outcome !== undefined) knownOutcome(state, outcome);
  if (dfeAdviser === nhsAdviser) throw refuse('advisers-are-one', { field: 'nhsAdviser' });
  return [HealthAdviserContactCorrected({ ...plain(command), area: known.area })];
};
