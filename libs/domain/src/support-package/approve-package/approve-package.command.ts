import type { Decide, Found } from '@app/event-sourcing';
import { IsDay, IsText } from '../../fields';
import type { PartnerState } from '../../partner/partner.state';
import { checkPackageDay } from '../package-terms';
import { PackageApproved, type PackageEvent } from '../support-package.events';
import { refuse } from '../support-package.refusals';
import type { PackageState } from '../support-package.stream';

/** Approve a package, assessed on its merits; no day is delivered before (G10). */
export class ApprovePackage {
  /** Day of the approval. */
  @IsDay() approvedOn!: string;
  /** Assessment of its merits. */
  @IsText() reason!: string;
}

type Reads = { partner?: Found<PartnerState> };

export const approvePackage: Decide<ApprovePackage, PackageState, PackageEvent, Reads> = (
  { approvedOn, reason },
  state,
  { now, found },
) => {
  const { status, partner } = state;
  if (status === 'none') throw refuse('package-not-proposed');
  if (status === 'approved') return [];
  if (status !== 'proposed') throw refuse('package-not-waiting', { values: { status } });
  if (found.partner?.state.status !== 'engaged') throw refuse('package-partner-not-engaged', { values: { partner } });
  checkPackageDay(approvedOn, 'approvedOn', state.proposedOn, now);
  return [PackageApproved({ partner, approvedOn, reason })];
};
