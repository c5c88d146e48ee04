import { make, specFor } from '@app/event-sourcing/testing';
import { ImprovementNoticeLifted, ImprovementNoticeStepConfirmed } from '../local-area.events';
import { caseLead, notice, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { ConfirmNoticeStep, confirmNoticeStep } from './confirm-notice-step.command';

const given = specFor(localAreaStream, confirmNoticeStep, { now: '2024-07-01', actor: caseLead, id: '931' });
const body = { notice: '2023_11', step: 'plan', confirmedOn: '2024-06-28', reason: 'Evidence seen' };
const command = (change: Partial<ConfirmNoticeStep> = {}) => make(ConfirmNoticeStep, { ...body, ...change });
const confirmed = ImprovementNoticeStepConfirmed({ ...body, dueOn: '2024-06-30' });

describe('confirming a step of an improvement notice (J10)', () => {
  it('is an act of the Department, and names the day that the step was due', () =>
    given(registered, notice).when(command()).then(confirmed));
  it('is done once', () => {
    given(registered, notice, confirmed).when(command()).thenNothing();
    given(registered, notice, confirmed)
      .when(command({ confirmedOn: '2024-06-29' }))
      .thenRefused('notice-step-confirmed', 'step');
  });
  it('is refused of an unknown notice or step, and of a lifted notice', () => {
    given(registered).when(command()).thenRefused('notice-unknown', 'notice');
    given(registered, notice)
      .when(command({ step: 'other' }))
      .thenRefused('notice-step-unknown', 'step');
    const lifted = ImprovementNoticeLifted({ notice: '2023_11', liftedOn: '2024-06-30', reason: 'Done' });
    given(registered, notice, lifted).when(command()).thenRefused('notice-lifted', 'notice');
  });
  it('is refused before the issue and ahead of time', () => {
    given(registered, notice)
      .when(command({ confirmedOn: '2023-11-15' }))
      .thenRefused('days-out-of-order', 'confirmedOn');
    given(registered, notice)
      .when(command({ confirmedOn: '2024-07-02' }))
      .thenRefused('fact-in-future', 'confirmedOn');
    given().when(command()).thenRefused('local-area-not-registered');
  });
});
