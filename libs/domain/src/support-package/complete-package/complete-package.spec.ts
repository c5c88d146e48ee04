import { make, specFor } from '@app/event-sourcing/testing';
import { contact as actor, partnerId } from '../../partner/partner.testing';
import { PackageCompleted, PackageTerminated } from '../support-package.events';
import { packageStream } from '../support-package.stream';
import { approved, packageId as id, proposed } from '../support-package.testing';
import { CompletePackage, completePackage } from './complete-package.command';

const given = specFor(packageStream, completePackage, { now: '2022-09-30', actor, id });
const command = (completedOn = '2022-09-30') => make(CompletePackage, { completedOn, outcome: 'Panels are held in time' });
const completed = (completedOn = '2022-09-30') => PackageCompleted({ partner: partnerId, completedOn, outcome: 'Panels are held in time' });

describe('completing a package (G10)', () => {
  it('is of an approved package, once', () => {
    given(proposed(), approved).when(command()).then(completed());
    given(proposed(), approved, completed()).when(command()).thenNothing();
    given(proposed()).when(command()).thenRefused('package-not-approved');
    const terminated = PackageTerminated({ partner: partnerId, terminatedOn: '2022-06-20', was: 'approved', because: 'partner-851@1' });
    given(proposed(), approved, terminated).when(command()).thenRefused('package-not-approved');
    given().when(command()).thenRefused('package-not-proposed');
  });
  it('is of a day from the approval to today', () => {
    given(proposed(), approved).when(command('2022-10-01')).thenRefused('package-day-in-future', 'completedOn');
    given(proposed(), approved).when(command('2022-01-31')).thenRefused('package-day-before-approval', 'completedOn');
    given(proposed(), approved).when(command('2022-02-01')).then(completed('2022-02-01'));
  });
});
