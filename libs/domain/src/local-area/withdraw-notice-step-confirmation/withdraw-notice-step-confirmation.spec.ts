import { make, specFor } from '@app/event-sourcing/testing';
import { ImprovementNoticeStepConfirmed, NoticeStepConfirmationWithdrawn } from '../local-area.events';
import { caseLead, notice, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { WithdrawNoticeStepConfirmation, withdrawNoticeStepConfirmation } from './withdraw-notice-step-confirmation.command';

const given = specFor(localAreaStream, withdrawNoticeStepConfirmation, { now: '2024-07-01', actor: caseLead, id: '931' });
const confirmed = ImprovementNoticeStepConfirmed({
  notice: '2023_11',
  step: 'plan',
  dueOn: '2024-06-30',
  confirmedOn: '2024-06-28',
  reason: 'Seen',
});
const body = { notice: '2023_11', step: 'plan', corrects: 2, reason: 'The other step was meant' };
const command = (change: Partial<WithdrawNoticeStepConfirmation> = {}) => make(WithdrawNoticeStepConfirmation, { ...body, ...change });

describe('withdrawing the confirmation of a step (J10)', () => {
  it('opens the step again', () =>
    given(registered, notice, confirmed)
      .when(command())
      .then(NoticeStepConfirmationWithdrawn({ ...body, dueOn: '2024-06-30', confirmedOn: '2024-06-28' })));
  it('is refused of what is not a confirmation of that step', () => {
    given(registered, notice, confirmed)
      .when(command({ corrects: 1 }))
      .thenRefused('notice-step-not-confirmed', 'corrects');
    given(registered, notice, confirmed)
      .when(command({ step: 'governance' }))
      .thenRefused('notice-step-not-confirmed', 'corrects');
    given(registered, notice, confirmed)
      .when(command({ step: 'other' }))
      .thenRefused('notice-step-unknown', 'step');
    given(registered).when(command()).thenRefused('notice-unknown', 'notice');
    given().when(command()).thenRefused('local-area-not-registered');
  });
});
