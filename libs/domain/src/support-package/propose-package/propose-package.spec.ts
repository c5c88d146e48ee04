import { make, specFor } from '@app/event-sourcing/testing';
import { areaFound, portsmouth } from '../../application/application.testing';
import { contact as actor, partnerId } from '../../partner/partner.testing';
import { PackageReturned } from '../support-package.events';
import { packageStream } from '../support-package.stream';
import { approved, found, packageBody, packageId as id, proposed, terminatedPartner } from '../support-package.testing';
import { ProposePackage, proposePackage } from './propose-package.command';

const given = specFor(packageStream, proposePackage, { now: '2022-01-10', actor, id, found });
const command = (change: object = {}) => make(ProposePackage, { ...packageBody, ...change });
const returned = PackageReturned({ partner: partnerId, returnedOn: '2022-01-10', reason: 'Say how impact is seen' });

describe('proposing a package of support (G6, G10)', () => {
  it('is of 40 person-days, or of 39 with a reason (reading 9)', () => {
    given().when(command()).then(proposed());
    given()
      .when(command({ managementDays: 29 }))
      .thenRefused('package-small-without-reason', 'smallBecause');
    given()
      .when(command({ managementDays: 29, smallBecause: 'One service alone' }))
      .then(proposed({ managementDays: 29, days: 39, smallBecause: 'One service alone' }));
    given()
      .when(command({ executiveDays: 0, managementDays: 0, smallBecause: 'None' }))
      .thenRefused('package-without-days', 'managementDays');
  });
  it('is for a registered local area other than the partner (G10)', () => {
    given()
      .when(command({ recipient: '851' }), { found: { ...found, recipient: areaFound('851', ...portsmouth) } })
      .thenRefused('package-recipient-is-partner', 'recipient');
    given()
      .when(command({ recipient: '999' }), { found: { ...found, recipient: areaFound('999') } })
      .thenRefused('package-recipient-unknown', 'recipient');
  });
  it('is solely for SEND, of the programme’s options (G6)', () => {
    given()
      .when(command({ service: 'childrens-social-care' }))
      .thenRefused('package-solely-send', 'service');
    given()
      .when(command({ options: ['workforce-development', 'constructor'] }))
      .thenRefused('package-option-unknown', 'options');
    given()
      .when(command(), { found: { partner: found.partner, recipient: found.recipient } as typeof found })
      .thenRefused('package-option-unknown', 'options');
  });
  it('is of an engaged partner, by its own contact (P4)', () => {
    given()
      .when(command(), { found: { ...found, partner: terminatedPartner } })
      .thenRefused('package-partner-not-engaged', 'partner');
    given()
      .when(command(), { actor: { who: 'u-other', role: 'la-contact', areas: ['931'] } })
      .thenRefused('package-not-own', 'partner');
    given()
      .when(command(), { actor: { who: 'u-other', role: 'la-contact' } })
      .thenRefused('package-not-own', 'partner');
    given()
      .when(command(), { actor: { who: 'u-partner', role: 'la-contact', areas: ['851'] } })
      .then(proposed());
    given()
      .when(command(), { actor: { who: 'u-grants', role: 'grant-manager' } })
      .then(proposed());
  });
  it('is proposed again when it is returned; the same is nothing', () => {
    given(proposed()).when(command()).thenNothing();
    given(proposed(), returned).when(command()).then(proposed());
    for (const change of [
      { recipient: '931' },
      { options: ['send-place-planning'] },
      { executiveDays: 11 },
      { managementDays: 31 },
      { proposedOn: '2022-01-09' },
    ]) {
      given(proposed()).when(command(change)).thenRefused('package-exists');
    }
    given(proposed(), approved).when(command()).thenRefused('package-exists');
    given(proposed({ partner: '850~project_5369' }))
      .when(command())
      .thenRefused('package-other-partner', 'partner');
  });
  it('is proposed from the engagement to today', () => {
    given()
      .when(command({ proposedOn: '2022-01-11' }))
      .thenRefused('package-day-in-future', 'proposedOn');
    given()
      .when(command({ proposedOn: '2021-12-14' }))
      .thenRefused('package-day-before-engagement', 'proposedOn');
    given()
      .when(command({ proposedOn: '2021-12-15' }))
      .then(proposed({ proposedOn: '2021-12-15' }));
  });
});
