import { londonDay } from '@app/calendar';
import type { Decide } from '@app/event-sourcing';
import { IsDay, IsId } from '../../fields';
import { checkTerms, storedTerms, type TermsFound } from '../package-terms';
import { PackageProposed, type PackageEvent } from '../support-package.events';
import { PackageTerms } from '../support-package.parts.command';
import { refuse } from '../support-package.refusals';
import type { PackageState } from '../support-package.stream';

/** Propose a package of support for a recipient authority: 40 person-days or more, or a reason; returned, it is proposed again (G6, G10). */
export class ProposePackage extends PackageTerms {
  /** The partner's grant by its id, `{area}~{programme}`. */
  @IsId() partner!: string;
  /** Day of the proposal. */
  @IsDay() proposedOn!: string;
}

const sameTerms = (command: ProposePackage, state: PackageState): boolean =>
  state.status === 'proposed' &&
  state.recipient === command.recipient &&
  state.options.join() === command.options.join() &&
  state.executiveDays === command.executiveDays &&
  state.managementDays === command.managementDays &&
  state.proposedOn === command.proposedOn;

export const proposePackage: Decide<ProposePackage, PackageState, PackageEvent, TermsFound> = (command, state, { now, actor, found }) => {
  const { partner, proposedOn } = command;
  if (state.status !== 'none' && state.partner !== partner) {
    throw refuse('package-other-partner', { field: 'partner', values: { partner: state.partner } });
  }
  if (actor.role === 'la-contact' && !actor.areas?.includes(found.partner.state.area))
    throw refuse('package-not-own', { field: 'partner' });
  if (sameTerms(command, state)) return [];
  if (state.status !== 'none' && state.status !== 'returned') throw refuse('package-exists', { values: { status: state.status } });
  checkTerms(command, found);
  const today = londonDay(now);
  const { engagedOn } = found.partner.state;
  if (proposedOn > today) throw refuse('package-day-in-future', { field: 'proposedOn', values: { day: proposedOn, today } });
  if (proposedOn < engagedOn) throw refuse('package-day-before-engagement', { field: 'proposedOn', values: { engaged: engagedOn } });
  return [PackageProposed({ ...storedTerms(partner, command), proposedOn })];
};
