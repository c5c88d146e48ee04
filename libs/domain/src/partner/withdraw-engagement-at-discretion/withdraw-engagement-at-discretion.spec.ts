import { make, specFor, stateAfter } from '@app/event-sourcing/testing';
import { grantManager as actor } from '../../programme/programme.testing';
import { CostsClaimed, EngagementAtDiscretionWithdrawn, GrantExtended, QuarterlyReportSubmitted } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { claimed, engaged, engagedAtDiscretion, hours, partnerId, rate, terminated } from '../partner.testing';
import { WithdrawEngagementAtDiscretion, withdrawEngagementAtDiscretion } from './withdraw-engagement-at-discretion.command';

const id = '887~project_5369~urgent';
const given = specFor(partnerStream, withdrawEngagementAtDiscretion, { now: '2022-06-01', actor, id });
const command = (corrects = 0) => make(WithdrawEngagementAtDiscretion, { corrects, reason: 'Of another area' });
const withdrawn = EngagementAtDiscretionWithdrawn({
  area: '887',
  programme: 'project_5369',
  engagedOn: '2022-05-02',
  corrects: 0,
  reason: 'Of another area',
});

describe('taking back an engagement at discretion (G19)', () => {
  it('names what it corrects, once, and leaves nothing engaged', () => {
    given(engagedAtDiscretion).when(command()).then(withdrawn);
    given(engagedAtDiscretion, rate).when(command()).then(withdrawn);
    given(engagedAtDiscretion, withdrawn).when(command()).thenRefused('partner-not-engaged');
    given(engagedAtDiscretion).when(command(1)).thenRefused('engagement-unknown', 'corrects');
    expect(stateAfter(partnerStream, [engagedAtDiscretion, rate, withdrawn], id)).toEqual(partnerStream.initial());
  });

  it('is refused once something was done under it', () => {
    const report = QuarterlyReportSubmitted({
      quarter: '2022-04-01',
      submittedOn: '2022-05-25',
      progress: 'Some',
      performance: 'Good',
      impact: 'Seen',
      figures: [],
    } as never);
    const extended = GrantExtended({
      award: 'further',
      pence: 1,
      from: '2023-04-01',
      until: '2024-03-31',
      extendedOn: '2022-06-01',
      reason: 'Wanted',
      judgedBy: 'programme-project_5369@7',
    });
    const claim = CostsClaimed({ ...claimed('may', []).data, award: id });
    for (const done of [[rate, hours('2022-05-10')], [report], [extended], [claim]]) {
      given(engagedAtDiscretion, ...done)
        .when(command())
        .thenRefused('engagement-used');
    }
  });

  it('is of a live engagement at discretion', () => {
    given(engaged).when(command(), { id: partnerId }).thenRefused('engagement-unknown', 'corrects');
    given(engagedAtDiscretion, terminated).when(command()).thenRefused('grant-ended');
    given().when(command()).thenRefused('partner-not-engaged');
  });
});
