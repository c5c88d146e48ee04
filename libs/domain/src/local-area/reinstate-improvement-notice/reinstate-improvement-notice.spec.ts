import { make, specFor } from '@app/event-sourcing/testing';
import { ImprovementNoticeLifted, ImprovementNoticeReinstated } from '../local-area.events';
import { caseLead, notice, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { ReinstateImprovementNotice, reinstateImprovementNotice } from './reinstate-improvement-notice.command';

const given = specFor(localAreaStream, reinstateImprovementNotice, { now: '2025-03-31', actor: caseLead, id: '931' });
const lifted = ImprovementNoticeLifted({ notice: '2023_11', liftedOn: '2025-03-31', reason: 'All steps taken' });
const body = { notice: '2023_11', corrects: 2, reason: 'Another area’s notice was meant' };
const command = (change: Partial<ReinstateImprovementNotice> = {}) => make(ReinstateImprovementNotice, { ...body, ...change });

describe('taking back the lifting of an improvement notice (J10)', () => {
  it('puts it in force again', () =>
    given(registered, notice, lifted)
      .when(command())
      .then(ImprovementNoticeReinstated({ ...body, liftedOn: '2025-03-31' })));
  it('is refused of what is not its lifting', () => {
    given(registered, notice, lifted)
      .when(command({ corrects: 1 }))
      .thenRefused('notice-not-lifted', 'corrects');
    given(registered, notice).when(command()).thenRefused('notice-not-lifted', 'corrects');
    given(registered).when(command()).thenRefused('notice-unknown', 'notice');
    given().when(command()).thenRefused('local-area-not-registered');
  });
});
