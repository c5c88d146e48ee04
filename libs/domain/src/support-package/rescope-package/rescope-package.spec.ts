import { make, specFor } from '@app/event-sourcing/testing';
import { partnerId } from '../../partner/partner.testing';
import { grantManager as actor } from '../../programme/programme.testing';
import { PackageCompleted, PackageRescoped } from '../support-package.events';
import { packageStream } from '../support-package.stream';
import { approved, found, packageBody, packageId as id, proposed, terminatedPartner } from '../support-package.testing';
import { RescopePackage, rescopePackage } from './rescope-package.command';

const given = specFor(packageStream, rescopePackage, { now: '2022-03-01', actor, id, found });
const { partner: _partner, proposedOn: _proposedOn, ...terms } = packageBody;
const body = { ...terms, managementDays: 35, agreedOn: '2022-03-01', reason: 'More is needed' };
const command = (change: object = {}) => make(RescopePackage, { ...body, ...change });
const { service: _service, ...stored } = body;
const rescoped = (change: object = {}) => PackageRescoped({ ...stored, partner: partnerId, days: 45, ...change });

describe('re-scoping a package (G11)', () => {
  it('alters days, recipient or options by an agreed change with its reason', () => {
    given(proposed(), approved).when(command()).then(rescoped());
    given(proposed(), approved)
      .when(command({ options: ['send-place-planning'] }))
      .then(rescoped({ options: ['send-place-planning'] }));
    for (const change of [{ recipient: '931' }, { options: ['send-place-planning'] }, { executiveDays: 11 }]) {
      const days = 'executiveDays' in change ? 41 : 40;
      given(proposed(), approved)
        .when(command({ managementDays: 30, ...change }))
        .then(rescoped({ managementDays: 30, days, ...change }));
    }
  });
  it('is nothing when it is so already', () => {
    given(proposed(), approved, rescoped()).when(command()).thenNothing();
    given(proposed(), approved)
      .when(command({ managementDays: 30 }))
      .thenNothing();
  });
  it('keeps to what any package keeps to (G6, G10)', () => {
    given(proposed(), approved)
      .when(command({ managementDays: 29 }))
      .thenRefused('package-small-without-reason', 'smallBecause');
    given(proposed(), approved)
      .when(command({ recipient: '851' }))
      .thenRefused('package-recipient-is-partner', 'recipient');
    given(proposed(), approved)
      .when(command({ service: 'childrens-social-care' }))
      .thenRefused('package-solely-send', 'service');
    given(proposed(), approved)
      .when(command({ managementDays: 30, service: 'childrens-social-care' }))
      .thenRefused('package-solely-send', 'service');
    given(proposed(), approved)
      .when(command(), { found: { ...found, partner: terminatedPartner } })
      .thenRefused('package-partner-not-engaged');
  });
  it('is of an approved package, from its approval to today', () => {
    given(proposed()).when(command()).thenRefused('package-not-approved');
    given(proposed(), approved, PackageCompleted({ partner: partnerId, completedOn: '2022-02-20', outcome: 'Done' }))
      .when(command())
      .thenRefused('package-not-approved');
    given().when(command()).thenRefused('package-not-proposed');
    given(proposed(), approved)
      .when(command({ agreedOn: '2022-03-02' }))
      .thenRefused('package-day-in-future', 'agreedOn');
    given(proposed(), approved)
      .when(command({ agreedOn: '2022-01-31' }))
      .thenRefused('package-day-before-proposal', 'agreedOn');
    given(proposed(), approved)
      .when(command({ agreedOn: '2022-02-01' }))
      .then(rescoped({ agreedOn: '2022-02-01' }));
  });
});
