import type { Decide, Found } from '@app/event-sourcing';
import { IsText } from '../../fields';
import type { PartnerState } from '../../partner/partner.state';
import { PackageReinstated, type PackageEvent } from '../support-package.events';
import { refuse } from '../support-package.refusals';
import type { PackageState } from '../support-package.stream';

/** Take back a withdrawal, a completion or a termination that should not have been; the package stands as before (G10, G17). */
export class ReinstatePackage {
  /** What was wrong. */
  @IsText() reason!: string;
}

type Reads = { partner?: Found<PartnerState> };

export const reinstatePackage: Decide<ReinstatePackage, PackageState, PackageEvent, Reads> = ({ reason }, state, { found }) => {
  const { status, partner, ended } = state;
  if (status === 'none') throw refuse('package-not-proposed');
  if (!ended) throw refuse('package-not-closed', { values: { status } });
  if (found.partner?.state.termination) throw refuse('package-work-terminated');
  return [PackageReinstated({ partner, corrects: ended.revision, reason })];
};
