import { make, specFor, stateAfter } from '@app/event-sourcing/testing';
import { ImprovementNoticeLifted, ImprovementNoticeStepConfirmed, ImprovementNoticeVaried } from '../local-area.events';
import { caseLead, notice, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { VaryImprovementNotice, varyImprovementNotice } from './vary-improvement-notice.command';

const given = specFor(localAreaStream, varyImprovementNotice, { now: '2024-07-01', actor: caseLead, id: '931' });
const steps = notice.data.steps.map((step) => ({ ...step, dueOn: '2025-02-28' }));
const body = { notice: '2023_11', variedOn: '2024-07-01', steps, reason: 'More time for the plan' };
const command = (change: Partial<VaryImprovementNotice> = {}) => make(VaryImprovementNotice, { ...body, ...change });
const varied = ImprovementNoticeVaried(body);

describe('varying an improvement notice (J10)', () => {
  it('states every step as it stands from then on', () => given(registered, notice).when(command()).then(varied));
  it('keeps what was confirmed of a step that stays', () => {
    const confirmed = ImprovementNoticeStepConfirmed({
      notice: '2023_11',
      step: 'plan',
      dueOn: '2024-06-30',
      confirmedOn: '2024-06-01',
      reason: 'Seen',
    });
    expect(stateAfter(localAreaStream, [registered, notice, confirmed, varied]).notices['2023_11']?.steps).toEqual({
      plan: { dueOn: '2025-02-28', confirmed: { on: '2024-06-01', revision: 2 } },
      governance: { dueOn: '2025-02-28' },
    });
  });
  it('changes nothing where the steps stand so already', () =>
    given(registered, notice)
      .when(command({ steps: notice.data.steps }))
      .thenNothing());
  it('is refused of a notice that is unknown or lifted', () => {
    given(registered).when(command()).thenRefused('notice-unknown', 'notice');
    const lifted = ImprovementNoticeLifted({ notice: '2023_11', liftedOn: '2024-06-30', reason: 'Done' });
    given(registered, notice, lifted).when(command()).thenRefused('notice-lifted', 'notice');
  });
  it('is refused before the issue, ahead of time, and with steps that do not agree', () => {
    given(registered, notice)
      .when(command({ variedOn: '2023-11-15' }))
      .thenRefused('days-out-of-order', 'variedOn');
    given(registered, notice)
      .when(command({ variedOn: '2024-07-02' }))
      .thenRefused('fact-in-future', 'variedOn');
    given(registered, notice)
      .when(command({ steps: [] }))
      .thenRefused('notice-without-steps', 'steps');
    given().when(command()).thenRefused('local-area-not-registered');
  });
});
