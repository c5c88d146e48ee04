import { make, specFor } from '@app/event-sourcing/testing';
import { grantManager as actor } from '../../programme/programme.testing';
import { AwardReduced, ClaimWithdrawn, CostsClaimed, DeliveryCorrected, GrantExtended, GrantExtensionWithdrawn } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { award, claimed, engaged, hours, partnerId as id, rate, terminated } from '../partner.testing';
import { WithdrawGrantExtension, withdrawGrantExtension } from './withdraw-grant-extension.command';

const given = specFor(partnerStream, withdrawGrantExtension, { now: '2023-05-01', actor, id });
const command = (change: object = {}) => make(WithdrawGrantExtension, { award: 'second_award', reason: 'Of another partner', ...change });
const extended = GrantExtended({
  award: 'second_award',
  pence: 5_000_000,
  from: '2023-04-01',
  until: '2024-03-31',
  extendedOn: '2023-03-01',
  reason: 'Objectives are met',
  judgedBy: 'programme-project_5369@7',
});
const withdrawn = GrantExtensionWithdrawn({
  award: 'second_award',
  from: '2023-04-01',
  until: '2024-03-31',
  extendedOn: '2023-03-01',
  fundedUntil: '2023-03-31',
  corrects: 1,
  reason: 'Of another partner',
});

describe('taking back an extension of the grant (G3)', () => {
  it('names what it corrects, once, and the grant can be extended again', () => {
    given(engaged, extended).when(command()).then(withdrawn);
    given(engaged, extended, withdrawn).when(command()).thenRefused('award-not-held', 'award');
  });
  it('is refused once something was delivered in it, and not for a day before it', () => {
    given(engaged, extended, rate, hours('2023-04-01')).when(command()).thenRefused('extension-delivered-in', 'award');
    expect(given(engaged, extended, rate, hours('2023-03-31')).when(command()).happened()).toEqual([withdrawn]);
    const none = DeliveryCorrected({
      package: 'medway_1',
      recipient: '887',
      person: 'director-1',
      day: '2023-04-01',
      minutes: 0,
      minutesOnDay: 0,
      isDay: false,
      corrects: 3,
      reason: 'Of another package',
    });
    given(engaged, extended, rate, hours('2023-04-01'), none).when(command()).then(withdrawn);
  });
  it('is refused once a claim draws on it, or it was reduced', () => {
    const claim = CostsClaimed({ ...claimed('april', []).data, award: 'second_award' });
    given(engaged, extended, claim).when(command()).thenRefused('award-claimed', 'award');
    given(engaged, extended, claim, ClaimWithdrawn({ claim: 'april', reason: 'Of another award' }))
      .when(command())
      .then(withdrawn);
    const reduced = AwardReduced({ award: 'second_award', pence: 1, releasedPence: 4_999_999, reducedOn: '2023-05-01', reason: 'Less' });
    given(engaged, extended, reduced).when(command()).thenRefused('award-reduced', 'award');
  });
  it('is of an award of the further year that the partner holds, while the grant lives', () => {
    given(engaged, extended).when(command({ award })).thenRefused('award-not-extension', 'award');
    given(engaged).when(command()).thenRefused('award-not-held', 'award');
    given(engaged, extended, terminated).when(command()).thenRefused('grant-ended');
    given().when(command()).thenRefused('partner-not-engaged');
  });
});
