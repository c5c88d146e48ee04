import { make, specFor } from '@app/event-sourcing/testing';
import { engagedAtDiscretion } from '../../partner/partner.testing';
import { partnerStream } from '../../partner/partner.stream';
import { PartnerEngagedAtDiscretion } from '../../partner/partner.events';
import { AwardWithdrawn, DiscretionaryFundingAllotted } from '../programme.events';
import { programmeStream } from '../programme.stream';
import { accepted, awarded, foundAfter, grantBody, grantManager as actor, opened, programmeId as id } from '../programme.testing';
import { WithdrawAward, withdrawAward } from './withdraw-award.command';

const engagement = '887~project_5369~urgent';
const unused = foundAfter(partnerStream, engagement);
const given = specFor(programmeStream, withdrawAward, { now: '2021-12-05', actor, id, found: {} as { partner?: typeof unused } });
const body = { award: grantBody.award, withdrawnOn: '2021-12-05', reason: 'No capacity' };
const command = (change: object = {}) => make(WithdrawAward, { ...body, ...change });
const withdrawn = AwardWithdrawn({ ...body, releasedPence: 12_000_000 });

describe('an award that is withdrawn (G2)', () => {
  it('sets its money free, once', () => {
    given(opened, awarded()).when(command()).then(withdrawn);
    given(opened, awarded(), withdrawn).when(command()).thenNothing();
  });
  it('is refused once the award is accepted: then its money comes free by a reduction alone', () =>
    given(opened, awarded(), accepted).when(command()).thenRefused('award-not-pending', 'award'));
  it('is refused for an award that is not there', () => given(opened).when(command()).thenRefused('award-unknown', 'award'));
  it('cannot lie ahead', () =>
    given(opened, awarded())
      .when(command({ withdrawnOn: '2021-12-06' }))
      .thenRefused('day-in-future', 'withdrawnOn'));
  it('is of the day of the award at the earliest', () => {
    given(opened, awarded())
      .when(command({ withdrawnOn: '2021-11-30' }))
      .thenRefused('award-answered-early', 'withdrawnOn');
    given(opened, awarded())
      .when(command({ withdrawnOn: '2021-12-01' }))
      .then(AwardWithdrawn({ ...withdrawn.data, withdrawnOn: '2021-12-01' }));
  });
  it('is money at discretion as well, as long as no engagement draws on it (G19)', () => {
    const allotted = DiscretionaryFundingAllotted({
      award: 'urgent',
      engagement,
      partner: '887',
      period: 'initial',
      pence: 500_000,
      legalBasis: 'section 14 Education Act 2002',
      allottedOn: '2021-12-01',
      reason: 'Needed at once',
    });
    const back = AwardWithdrawn({ ...body, award: 'urgent', releasedPence: 500_000 });
    const urgent = command({ award: 'urgent' });
    given(opened, allotted)
      .when(urgent, { found: { partner: unused } })
      .then(back);
    given(opened, allotted).when(urgent).then(back);
    given(opened, allotted, back).when(urgent).thenNothing();
    const drawing = PartnerEngagedAtDiscretion({ ...engagedAtDiscretion.data, award: 'urgent' });
    given(opened, allotted)
      .when(urgent, { found: { partner: foundAfter(partnerStream, engagement, drawing) } })
      .thenRefused('award-drawn-on', 'award');
  });
});
