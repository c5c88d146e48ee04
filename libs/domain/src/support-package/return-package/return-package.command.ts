import type { Decide } from '@app/event-sourcing';
import { IsDay, IsText } from '../../fields';
import { checkPackageDay } from '../package-terms';
import { PackageReturned, type PackageEvent } from '../support-package.events';
import { refuse } from '../support-package.refusals';
import type { PackageState } from '../support-package.stream';

/** Return a proposed package to the partner, with reasons (G10). */
export class ReturnPackage {
  /** Day of the return. */
  @IsDay() returnedOn!: string;
  /** What is asked for. */
  @IsText() reason!: string;
}

export const returnPackage: Decide<ReturnPackage, PackageState, PackageEvent> = ({ returnedOn, reason }, state, { now }) => {
  const { status, partner } = state;
  if (status === 'none') throw refuse('package-not-proposed');
  if (status === 'returned') return [];
  if (status !== 'proposed') throw refuse('package-not-waiting', { values: { status } });
  checkPackageDay(returnedOn, 'returnedOn', state.proposedOn, now);
  return [PackageReturned({ partner, returnedOn, reason })];
};
