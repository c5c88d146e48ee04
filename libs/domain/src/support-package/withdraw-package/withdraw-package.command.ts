import type { Decide } from '@app/event-sourcing';
import { IsText } from '../../fields';
import { PackageWithdrawn, type PackageEvent } from '../support-package.events';
import { refuse } from '../support-package.refusals';
import type { PackageState } from '../support-package.stream';

/** Withdraw a package that is proposed or returned (G10). */
export class WithdrawPackage {
  /** Why it is withdrawn. */
  @IsText() reason!: string;
}

export const withdrawPackage: Decide<WithdrawPackage, PackageState, PackageEvent> = ({ reason }, { status, partner }) => {
  if (status === 'none') throw refuse('package-not-proposed');
  if (status === 'withdrawn') return [];
  if (status !== 'proposed' && status !== 'returned') throw refuse('package-not-waiting', { values: { status } });
  return [PackageWithdrawn({ partner, reason })];
};
