import type { Decide, Found } from '@app/event-sourcing';
import { IsCount } from '../../fields';
import type { PartnerState } from '../../partner/partner.state';
import { PackageTerminated, type PackageEvent } from '../support-package.events';
import { refuse } from '../support-package.refusals';
import { isOpen, type PackageState } from '../support-package.stream';

/** End a proposed, returned or approved package with the termination of its partner's work; sent by the automation for each of them (G17). */
export class TerminatePackage {
  /** Revision of `WorkTerminated` on the partner's stream. */
  @IsCount() termination!: number;
}

type Reads = { partner?: Found<PartnerState> };

export const terminatePackage: Decide<TerminatePackage, PackageState, PackageEvent, Reads> = ({ termination }, state, { found }) => {
  const { status, partner } = state;
  if (status === 'none') throw refuse('package-not-proposed');
  if (!isOpen(status)) return [];
  const terminated = found.partner?.state.termination;
  if (terminated?.revision !== termination) {
    throw refuse('package-work-not-terminated', { field: 'termination', values: { termination } });
  }
  return [
    PackageTerminated({
      partner,
      terminatedOn: terminated.terminatedOn,
      was: status,
      because: `partner-${partner}@${terminated.revision}`,
    }),
  ];
};
