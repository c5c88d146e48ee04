import { make, specFor } from '@app/event-sourcing/testing';
import { DeliveryCorrected } from '../../partner/partner.events';
import { engaged, hours, partnerId, rate } from '../../partner/partner.testing';
import { partnerStream } from '../../partner/partner.stream';
import { foundAfter, grantManager as actor } from '../../programme/programme.testing';
import { ApprovePackage, approvePackage } from '../approve-package/approve-package.command';
import { PackageAnswerWithdrawn, PackageCompleted, PackageReturned } from '../support-package.events';
import { packageStream } from '../support-package.stream';
import { approved, packageId as id, partner, proposed } from '../support-package.testing';
import { WithdrawPackageAnswer, withdrawPackageAnswer } from './withdraw-package-answer.command';

const facts = { now: '2022-03-10', actor, id, found: { partner } as { partner?: typeof partner } };
const given = specFor(packageStream, withdrawPackageAnswer, facts);
const command = (corrects = 1) => make(WithdrawPackageAnswer, { corrects, reason: 'Of another package' });
const returned = PackageReturned({ partner: partnerId, returnedOn: '2022-01-20', reason: 'Unclear' });
const withdrawn = PackageAnswerWithdrawn({
  partner: partnerId,
  answer: 'approved',
  answeredOn: '2022-02-01',
  corrects: 1,
  reason: 'Of another package',
});

describe('taking back the answer to a package (G10)', () => {
  it('is of an approval or a return, once', () => {
    given(proposed(), approved).when(command()).then(withdrawn);
    given(proposed(), returned)
      .when(command())
      .then(PackageAnswerWithdrawn({ ...withdrawn.data, answer: 'returned', answeredOn: '2022-01-20' }));
    given(proposed(), approved, withdrawn).when(command()).thenRefused('package-not-answered');
    given(proposed(), approved).when(command(0)).thenRefused('package-answer-unknown', 'corrects');
  });
  it('lets the package be assessed again', () =>
    specFor(packageStream, approvePackage, { ...facts, found: { partner } })(proposed(), approved, withdrawn)
      .when(make(ApprovePackage, { approvedOn: '2022-02-01', reason: 'Meets the need' }))
      .then(approved));
  it('is refused once a minute is delivered for it: no delivery stands without its approval', () => {
    const delivered = foundAfter(partnerStream, partnerId, engaged, rate, hours('2022-03-01', 1));
    given(proposed(), approved)
      .when(command(), { found: { partner: delivered } })
      .thenRefused('package-delivered');
    const none = DeliveryCorrected({
      package: id,
      recipient: '887',
      person: 'director-1',
      day: '2022-03-01',
      minutes: 0,
      minutesOnDay: 0,
      isDay: false,
      corrects: 2,
      reason: 'Of another package',
    });
    const taken = foundAfter(partnerStream, partnerId, engaged, rate, hours('2022-03-01', 1), none);
    given(proposed(), approved)
      .when(command(), { found: { partner: taken } })
      .then(withdrawn);
    given(proposed(), approved)
      .when(command(), { id: 'another', found: { partner: delivered } })
      .then(withdrawn);
    given(proposed(), approved).when(command(), { found: {} }).then(withdrawn);
  });
  it('is of a package that is answered and not over', () => {
    given().when(command(), { found: {} }).thenRefused('package-not-proposed');
    given(proposed()).when(command()).thenRefused('package-not-answered');
    given(proposed(), approved, PackageCompleted({ partner: partnerId, completedOn: '2022-03-01', outcome: 'Done' }))
      .when(command())
      .thenRefused('package-not-answered');
  });
});
