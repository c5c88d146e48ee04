import { make, specFor } from '@app/event-sourcing/testing';
import { partnerStream } from '../../partner/partner.stream';
import { engaged, partnerId } from '../../partner/partner.testing';
import { AcceptAward, acceptAward } from '../accept-award/accept-award.command';
import { AwardAcceptanceWithdrawn, AwardAccepted, AwardDeclined, DiscretionaryFundingAllotted } from '../programme.events';
import { programmeStream } from '../programme.stream';
import { awarded, delivered, foundAfter, grantBody, grantManager as actor, opened, programmeId as id, running } from '../programme.testing';
import { WithdrawAwardAcceptance, withdrawAwardAcceptance } from './withdraw-award-acceptance.command';

const { award } = grantBody;
const partner = foundAfter(partnerStream, partnerId);
const facts = { now: '2021-12-14', actor, id, found: { partner } as { partner?: typeof partner } };
const given = specFor(programmeStream, withdrawAwardAcceptance, facts);
const command = (change: object = {}) => make(WithdrawAwardAcceptance, { award, reason: 'Of another award', ...change });
const withdrawn = AwardAcceptanceWithdrawn({ award, acceptedOn: '2021-12-10', corrects: 2, reason: 'Of another award' });

describe('taking back the acceptance of an award (G2)', () => {
  it('names what it corrects, once, and the award is offered again', () => {
    given(...running)
      .when(command())
      .then(withdrawn);
    given(...running, withdrawn)
      .when(command())
      .thenRefused('award-not-accepted', 'award');
    specFor(programmeStream, acceptAward, { now: '2021-12-14', actor, id })(...running, withdrawn)
      .when(make(AcceptAward, { award, acceptedOn: '2021-12-14' }))
      .then(AwardAccepted({ award, acceptedOn: '2021-12-14' }));
  });
  it('is of an award that was accepted', () => {
    given(opened, awarded()).when(command()).thenRefused('award-not-accepted', 'award');
    given(opened, awarded(), AwardDeclined({ award, declinedOn: '2021-12-05', reason: 'No capacity', releasedPence: 12_000_000 }))
      .when(command())
      .thenRefused('award-not-accepted', 'award');
    given(opened).when(command(), { found: {} }).thenRefused('award-unknown', 'award');
  });
  it('is refused once a grant runs under it, or its objectives are confirmed', () => {
    given(...running)
      .when(command(), { found: { partner: foundAfter(partnerStream, partnerId, engaged) } })
      .thenRefused('award-drawn-on', 'award');
    given(...running, delivered)
      .when(command())
      .thenRefused('award-objectives-confirmed', 'award');
  });
  it('is not of money at discretion, which nobody accepts (G19)', () => {
    const allotted = DiscretionaryFundingAllotted({
      award: 'urgent',
      engagement: '887~project_5369~urgent',
      partner: '887',
      period: 'initial',
      pence: 500_000,
      legalBasis: 'section 14 Education Act 2002',
      allottedOn: '2021-12-01',
      reason: 'Needed at once',
    });
    given(opened, allotted)
      .when(command({ award: 'urgent' }))
      .thenRefused('award-at-discretion', 'award');
  });
});
