import { make, specFor } from '@app/event-sourcing/testing';
import { ImprovementNoticeLifted } from '../local-area.events';
import { caseLead, notice, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { LiftImprovementNotice, liftImprovementNotice } from './lift-improvement-notice.command';

const given = specFor(localAreaStream, liftImprovementNotice, { now: '2025-03-31', actor: caseLead, id: '931' });
const body = { notice: '2023_11', liftedOn: '2025-03-31', reason: 'All steps taken' };
const command = (change: Partial<LiftImprovementNotice> = {}) => make(LiftImprovementNotice, { ...body, ...change });
const lifted = ImprovementNoticeLifted(body);

describe('lifting an improvement notice (J10)', () => {
  it('is an act of the Department, with its reason, once', () => {
    given(registered, notice).when(command()).then(lifted);
    given(registered, notice, lifted).when(command()).thenNothing();
    given(registered, notice, lifted)
      .when(command({ liftedOn: '2025-03-30' }))
      .thenRefused('notice-lifted', 'notice');
  });
  it('is refused of an unknown notice, before the issue, and ahead of time', () => {
    given(registered).when(command()).thenRefused('notice-unknown', 'notice');
    given(registered, notice)
      .when(command({ liftedOn: '2023-11-15' }))
      .thenRefused('days-out-of-order', 'liftedOn');
    given(registered, notice)
      .when(command({ liftedOn: '2025-04-01' }))
      .thenRefused('fact-in-future', 'liftedOn');
    given().when(command()).thenRefused('local-area-not-registered');
  });
});
