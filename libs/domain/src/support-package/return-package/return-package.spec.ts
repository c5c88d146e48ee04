import { make, specFor } from '@app/event-sourcing/testing';
import { partnerId } from '../../partner/partner.testing';
import { grantManager as actor } from '../../programme/programme.testing';
import { PackageReturned } from '../support-package.events';
import { packageStream } from '../support-package.stream';
import { approved, packageId as id, proposed } from '../support-package.testing';
import { ReturnPackage, returnPackage } from './return-package.command';

const given = specFor(packageStream, returnPackage, { now: '2022-01-20', actor, id });
const command = (returnedOn = '2022-01-20') => make(ReturnPackage, { returnedOn, reason: 'Say how impact is seen' });
const returned = PackageReturned({ partner: partnerId, returnedOn: '2022-01-20', reason: 'Say how impact is seen' });

describe('returning a package (G10)', () => {
  it('is of a proposed package, once, with reasons', () => {
    given(proposed()).when(command()).then(returned);
    given(proposed(), returned).when(command()).thenNothing();
    given(proposed(), approved).when(command()).thenRefused('package-not-waiting');
    given().when(command()).thenRefused('package-not-proposed');
  });
  it('is of a day from the proposal to today', () => {
    given(proposed()).when(command('2022-01-21')).thenRefused('package-day-in-future', 'returnedOn');
    given(proposed()).when(command('2022-01-09')).thenRefused('package-day-before-proposal', 'returnedOn');
  });
});
