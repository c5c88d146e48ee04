import { make, specFor, stateAfter } from '@app/event-sourcing/testing';
import { grantManager as actor } from '../../programme/programme.testing';
import { EngagePartner, engagePartner } from '../engage-partner/engage-partner.command';
import {
  AwardReduced,
  AwardReductionReversed,
  CostsClaimed,
  ExcellenceDoubted,
  GrantExtended,
  PartnerEngaged,
  PartnerEngagementWithdrawn,
  QuarterlyReportSubmitted,
} from '../partner.events';
import { partnerStream } from '../partner.stream';
import {
  award,
  breached,
  claimed,
  engaged,
  engagedAtDiscretion,
  hours,
  partnerId as id,
  programme,
  rate,
  terminated,
} from '../partner.testing';
import { WithdrawPartnerEngagement, withdrawPartnerEngagement } from './withdraw-partner-engagement.command';

const facts = { now: '2022-06-01', actor, id };
const given = specFor(partnerStream, withdrawPartnerEngagement, facts);
const command = (corrects = 0) => make(WithdrawPartnerEngagement, { corrects, reason: 'The letter was not signed' });
const withdrawn = PartnerEngagementWithdrawn({
  area: '851',
  others: [],
  programme: 'project_5369',
  award,
  engagedOn: '2021-12-15',
  corrects: 0,
  reason: 'The letter was not signed',
});

describe('taking back an engagement under an award (G2)', () => {
  it('names what it corrects, once, and leaves nothing engaged', () => {
    given(engaged).when(command()).then(withdrawn);
    given(engaged, withdrawn).when(command()).thenRefused('partner-not-engaged');
    given(engaged).when(command(1)).thenRefused('partner-engagement-unknown', 'corrects');
    expect(stateAfter(partnerStream, [engaged, withdrawn], id)).toEqual(partnerStream.initial());
  });

  it('takes with it what was agreed, doubted and found of the partner (G8, G16, G22)', () => {
    const doubted = ExcellenceDoubted({ area: '851', doubtedOn: '2022-03-01', reason: 'A complaint' } as never);
    given(engaged, rate, breached, doubted).when(command()).then(withdrawn);
    expect(stateAfter(partnerStream, [engaged, rate, breached, doubted, withdrawn], id)).toEqual(partnerStream.initial());
  });

  it('lets the partner be engaged under its award on the day on which it is', () =>
    specFor(partnerStream, engagePartner, { ...facts, found: { programme } as { programme?: typeof programme } })(engaged, withdrawn)
      .when(make(EngagePartner, { award, engagedOn: '2022-06-01' }))
      .then(PartnerEngaged({ ...engaged.data, engagedOn: '2022-06-01' })));

  it('is refused once something was done under it', () => {
    const report = QuarterlyReportSubmitted({
      quarter: '2022-01-01',
      submittedOn: '2022-04-25',
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
    for (const done of [[rate, hours('2022-05-10')], [report], [extended], [CostsClaimed(claimed('may', []).data)]]) {
      given(engaged, ...done)
        .when(command())
        .thenRefused('engagement-used');
    }
  });

  it('is refused while its award is reduced, whose money has come free (G21)', () => {
    const reduced = AwardReduced({ award, pence: 1, releasedPence: 2, reducedOn: '2022-05-01', reason: 'Fewer days' });
    given(engaged, reduced).when(command()).thenRefused('award-reduced');
    const { pence } = engaged.data;
    const reversed = { award, pence, restoredPence: pence - 1, reducedOn: '2022-05-01', corrects: 1, reason: 'A mistake' };
    given(engaged, reduced, AwardReductionReversed(reversed)).when(command()).then(withdrawn);
  });

  it('is of a live engagement under an award', () => {
    given(engagedAtDiscretion).when(command(), { id: '887~project_5369~urgent' }).thenRefused('partner-engagement-unknown', 'corrects');
    given(engaged, terminated).when(command()).thenRefused('grant-ended');
    given().when(command()).thenRefused('partner-not-engaged');
  });
});
