import { londonDay } from '@app/calendar';
import type { Decide } from '@app/event-sourcing';
import { IsDay, IsText } from '../../fields';
import { PackageCompleted, type PackageEvent } from '../support-package.events';
import { refuse } from '../support-package.refusals';
import type { PackageState } from '../support-package.stream';

/** Complete a package: nothing is delivered after its day (G10). */
export class CompletePackage {
  /** Last day of the package. */
  @IsDay() completedOn!: string;
  /** What it achieved. */
  @IsText() outcome!: string;
}

export const completePackage: Decide<CompletePackage, PackageState, PackageEvent> = ({ completedOn, outcome }, state, { now }) => {
  const { status, partner, approvedOn } = state;
  if (status === 'none') throw refuse('package-not-proposed');
  if (status === 'completed') return [];
  if (status !== 'approved' || approvedOn === undefined) throw refuse('package-not-approved', { values: { status } });
  const today = londonDay(now);
  if (completedOn > today) throw refuse('package-day-in-future', { field: 'completedOn', values: { day: completedOn, today } });
  if (completedOn < approvedOn) throw refuse('package-day-before-approval', { field: 'completedOn', values: { approved: approvedOn } });
  return [PackageCompleted({ partner, completedOn, outcome })];
};
