import { make, specFor } from '@app/event-sourcing/testing';
import { programmeStream } from '../../programme/programme.stream';
import { awarded, foundAfter, grantManager as actor, opened, programmeId } from '../../programme/programme.testing';
import { PartnerEngaged } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { award, engaged, partnerId as id, programme } from '../partner.testing';
import { EngagePartner, engagePartner } from './engage-partner.command';

const given = specFor(partnerStream, engagePartner, {
  now: '2021-12-15',
  actor,
  id,
  found: { programme } as { programme?: typeof programme },
});
const command = (change: object = {}) => make(EngagePartner, { award, engagedOn: '2021-12-15', ...change });

describe('engaging a partner under its award (G2, G20)', () => {
  it('takes money, period and what was judged from the award', () => given().when(command()).then(engaged));
  it('is nothing when it is engaged so, and refused under another award or day', () => {
    given(engaged).when(command()).thenNothing();
    given(engaged)
      .when(command({ award: 'other' }))
      .thenRefused('partner-already-engaged');
    given(engaged)
      .when(command({ engagedOn: '2021-12-14' }))
      .thenRefused('partner-already-engaged');
  });
  it('needs an award of the programme that the local area has accepted (G2)', () => {
    const offered = foundAfter(programmeStream, programmeId, opened, awarded());
    given()
      .when(command(), { found: { programme: offered } })
      .thenRefused('partner-award-not-accepted', 'award');
    given()
      .when(command({ award: 'constructor' }))
      .thenRefused('partner-award-unknown', 'award');
    given().when(command(), { found: {} }).thenRefused('partner-award-unknown', 'award');
  });
  it('is named by its local area and programme', () =>
    given().when(command(), { id: '931~project_5369' }).thenRefused('partner-id-mismatch', 'award'));
  it('is of a day from the acceptance of the award to today', () => {
    given()
      .when(command({ engagedOn: '2021-12-16' }))
      .thenRefused('partner-day-in-future', 'engagedOn');
    given()
      .when(command({ engagedOn: '2021-12-09' }))
      .thenRefused('engaged-before-acceptance', 'engagedOn');
    given()
      .when(command({ engagedOn: '2021-12-10' }))
      .then(PartnerEngaged({ ...engaged.data, engagedOn: '2021-12-10' }));
  });
});
