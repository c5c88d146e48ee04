import { make, specFor } from '@app/event-sourcing/testing';
import { partnerId } from '../../partner/partner.testing';
import { grantManager as actor } from '../../programme/programme.testing';
import { PackageReturned } from '../support-package.events';
import { packageStream } from '../support-package.stream';
import { approved, packageId as id, partner, proposed, terminatedPartner } from '../support-package.testing';
import { ApprovePackage, approvePackage } from './approve-package.command';

const given = specFor(packageStream, approvePackage, { now: '2022-02-01', actor, id, found: { partner } });
const command = (approvedOn = '2022-02-01') => make(ApprovePackage, { approvedOn, reason: 'Meets the need' });

describe('approving a package on its merits (G10)', () => {
  it('is of a proposed package, once', () => {
    given(proposed()).when(command()).then(approved);
    given(proposed(), approved).when(command()).thenNothing();
    given(proposed(), PackageReturned({ partner: partnerId, returnedOn: '2022-01-20', reason: 'Unclear' }))
      .when(command())
      .thenRefused('package-not-waiting');
    given().when(command()).thenRefused('package-not-proposed');
  });
  it('is of a partner whose work is not terminated (G17)', () =>
    given(proposed())
      .when(command(), { found: { partner: terminatedPartner } })
      .thenRefused('package-partner-not-engaged'));
  it('is of a day from the proposal to today', () => {
    given(proposed()).when(command('2022-02-02')).thenRefused('package-day-in-future', 'approvedOn');
    given(proposed()).when(command('2022-01-09')).thenRefused('package-day-before-proposal', 'approvedOn');
  });
});
