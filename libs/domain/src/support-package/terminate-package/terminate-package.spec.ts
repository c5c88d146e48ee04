import { make, specFor } from '@app/event-sourcing/testing';
import { partnerId } from '../../partner/partner.testing';
import { PackageCompleted, PackageReturned, PackageTerminated, PackageWithdrawn } from '../support-package.events';
import { packageStream } from '../support-package.stream';
import { approved, packageId as id, partner, proposed, terminatedPartner } from '../support-package.testing';
import { TerminatePackage, terminatePackage } from './terminate-package.command';

const actor = { who: 'process:terminations', role: 'system' };
const given = specFor(packageStream, terminatePackage, { now: '2022-06-21', actor, id, found: { partner: terminatedPartner } });
const command = make(TerminatePackage, { termination: 1 });
const ended = (was: string) =>
  PackageTerminated({ partner: partnerId, terminatedOn: '2022-06-20', was, because: 'partner-851~project_5369@1' });

describe('ending a package with the termination of its partner’s work (G17)', () => {
  it('ends proposed, returned and approved packages', () => {
    const returned = PackageReturned({ partner: partnerId, returnedOn: '2022-01-20', reason: 'Unclear' });
    given(proposed()).when(command).then(ended('proposed'));
    given(proposed(), returned).when(command).then(ended('returned'));
    given(proposed(), approved).when(command).then(ended('approved'));
  });
  it('is nothing for a package that is ended already', () => {
    given(proposed(), approved, ended('approved')).when(command).thenNothing();
    given(proposed(), PackageWithdrawn({ partner: partnerId, reason: 'No capacity' }))
      .when(command)
      .thenNothing();
    given(proposed(), approved, PackageCompleted({ partner: partnerId, completedOn: '2022-05-01', outcome: 'Done' }))
      .when(command)
      .thenNothing();
  });
  it('needs that termination on the partner’s record', () => {
    given(proposed()).when(command, { found: { partner } }).thenRefused('package-work-not-terminated', 'termination');
    given(proposed())
      .when(make(TerminatePackage, { termination: 2 }))
      .thenRefused('package-work-not-terminated', 'termination');
    given().when(command).thenRefused('package-not-proposed');
  });
});
