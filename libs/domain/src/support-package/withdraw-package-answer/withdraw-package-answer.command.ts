import type { Decide, Found } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { deliveredFor, type PartnerState } from '../../partner/partner.state';
import { PackageAnswerWithdrawn, type PackageEvent } from '../support-package.events';
import { refuse } from '../support-package.refusals';
import type { PackageState } from '../support-package.stream';

/** Take back an approval or a return that should not have been recorded; the package waits for its assessment again (G10). */
export class WithdrawPackageAnswer {
  /** Revision of the approval or the return. */
  @IsCount() corrects!: number;
  /** What was wrong. */
  @IsText() reason!: string;
}

type Reads = { partner?: Found<PartnerState> };

export const withdrawPackageAnswer: Decide<WithdrawPackageAnswer, PackageState, PackageEvent, Reads> = (
  { corrects, reason },
  { status, partner, answer },
  { stream, found },
) => {
  if (status === 'none') throw refuse('package-not-proposed');
  if (status !== 'approved' && status !== 'returned') throw refuse('package-not-answered', { values: { status } });
  if (answer?.revision !== corrects) throw refuse('package-answer-unknown', { field: 'corrects', values: { corrects } });
  const day = found.partner && deliveredFor(found.partner.state, stream.id);
  if (day !== undefined) throw refuse('package-delivered', { values: { day } });
  return [PackageAnswerWithdrawn({ partner, answer: status, answeredOn: answer.on, corrects, reason })];
};
