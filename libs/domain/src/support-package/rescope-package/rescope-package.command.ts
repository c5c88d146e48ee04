import type { Decide } from '@app/event-sourcing';
import { IsDay, IsText } from '../../fields';
import { checkPackageDay, checkTerms, storedTerms, type TermsFound } from '../package-terms';
import { PackageRescoped, type PackageEvent } from '../support-package.events';
import { PackageTerms } from '../support-package.parts.command';
import { refuse } from '../support-package.refusals';
import type { PackageState } from '../support-package.stream';

/** Alter days, recipient or options of an approved package by an agreed change, with its reason: support stays flexible (G11). */
export class RescopePackage extends PackageTerms {
  /** Day on which the change was agreed. */
  @IsDay() agreedOn!: string;
  /** Why it is altered. */
  @IsText() reason!: string;
}

export const rescopePackage: Decide<RescopePackage, PackageState, PackageEvent, TermsFound> = (command, state, { now, found }) => {
  const { agreedOn, reason, recipient, options, executiveDays, managementDays } = command;
  const { status } = state;
  if (status === 'none') throw refuse('package-not-proposed');
  if (status !== 'approved') throw refuse('package-not-approved', { values: { status } });
  if (
    state.recipient === recipient &&
    state.options.join() === options.join() &&
    state.executiveDays === executiveDays &&
    state.managementDays === managementDays &&
    command.service === 'send'
  ) {
    return [];
  }
  checkTerms(command, found);
  checkPackageDay(agreedOn, 'agreedOn', state.approvedOn ?? state.proposedOn, now);
  return [PackageRescoped({ ...storedTerms(state.partner, command), agreedOn, reason })];
};
