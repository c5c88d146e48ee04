import { make, specFor } from '@app/event-sourcing/testing';
import { contact as actor, partnerId } from '../../partner/partner.testing';
import { PackageReturned, PackageWithdrawn } from '../support-package.events';
import { packageStream } from '../support-package.stream';
import { approved, packageId as id, proposed } from '../support-package.testing';
import { WithdrawPackage, withdrawPackage } from './withdraw-package.command';

const given = specFor(packageStream, withdrawPackage, { now: '2022-02-02', actor, id });
const command = make(WithdrawPackage, { reason: 'No capacity' });
const withdrawn = PackageWithdrawn({ partner: partnerId, reason: 'No capacity' });

describe('withdrawing a package (G10)', () => {
  it('is possible until it is approved, once', () => {
    given(proposed()).when(command).then(withdrawn);
    given(proposed(), PackageReturned({ partner: partnerId, returnedOn: '2022-01-20', reason: 'Unclear' }))
      .when(command)
      .then(withdrawn);
    given(proposed(), withdrawn).when(command).thenNothing();
    given(proposed(), approved).when(command).thenRefused('package-not-waiting');
    given().when(command).thenRefused('package-not-proposed');
  });
});
