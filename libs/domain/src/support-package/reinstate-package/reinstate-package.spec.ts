import { make, specFor, stateAfter } from '@app/event-sourcing/testing';
import { partnerId } from '../../partner/partner.testing';
import { grantManager as actor } from '../../programme/programme.testing';
import { PackageCompleted, PackageReinstated, PackageWithdrawn } from '../support-package.events';
import { packageStream } from '../support-package.stream';
import { approved, packageId as id, partner, proposed, terminatedPartner } from '../support-package.testing';
import { ReinstatePackage, reinstatePackage } from './reinstate-package.command';

const given = specFor(packageStream, reinstatePackage, { now: '2022-06-25', actor, id, found: { partner } });
const command = make(ReinstatePackage, { reason: 'Wrong package' });
const reinstated = (corrects: number) => PackageReinstated({ partner: partnerId, corrects, reason: 'Wrong package' });
const completed = PackageCompleted({ partner: partnerId, completedOn: '2022-05-01', outcome: 'Done' });

describe('taking back the end of a package (G10, G17)', () => {
  it('names what it corrects, and the package stands as before', () => {
    given(proposed(), PackageWithdrawn({ partner: partnerId, reason: 'No capacity' }))
      .when(command)
      .then(reinstated(1));
    given(proposed(), approved, completed).when(command).then(reinstated(2));
    const before = stateAfter(packageStream, [proposed(), approved]);
    expect(stateAfter(packageStream, [proposed(), approved, completed, reinstated(2)])).toEqual(before);
  });
  it('is refused while the partner’s work is terminated', () =>
    given(proposed(), approved, completed)
      .when(command, { found: { partner: terminatedPartner } })
      .thenRefused('package-work-terminated'));
  it('is refused where nothing is ended', () => {
    given(proposed(), approved).when(command).thenRefused('package-not-closed');
    given(proposed(), approved, completed, reinstated(2)).when(command).thenRefused('package-not-closed');
    given().when(command).thenRefused('package-not-proposed');
  });
});
