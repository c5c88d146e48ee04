import { stateAfter } from '@app/event-sourcing/testing';
import {
  PackageAnswerWithdrawn,
  PackageCompleted,
  PackageReinstated,
  PackageRescoped,
  PackageReturned,
  PackageTerminated,
  PackageWithdrawn,
  type PackageEvent,
} from './support-package.events';
import { isOpen, packageStream } from './support-package.stream';
import { approved, proposed } from './support-package.testing';

const reason = 'A reason';
const partner = '851~project_5369';
const after = (...events: PackageEvent[]) => stateAfter(packageStream, events);
const known = {
  status: 'proposed',
  partner,
  recipient: '887',
  options: ['workforce-development'],
  executiveDays: 10,
  managementDays: 30,
  proposedOn: '2022-01-10',
};
const returned = PackageReturned({ partner, returnedOn: '2022-01-20', reason });
const returnedAnswer = { revision: 1, on: '2022-01-20' };
const approvedAnswer = { revision: 1, on: '2022-02-01' };
const withdrawn = PackageWithdrawn({ partner, reason });
const completed = PackageCompleted({ partner, completedOn: '2022-09-30', outcome: 'Delivered' });
const terminated = PackageTerminated({ partner, terminatedOn: '2022-06-20', was: 'approved', because: 'partner-851~project_5369@3' });
const rescoped = PackageRescoped({
  partner,
  recipient: '931',
  options: ['send-place-planning'],
  executiveDays: 20,
  managementDays: 25,
  days: 45,
  agreedOn: '2022-03-01',
  reason,
});
const reinstated = PackageReinstated({ partner, corrects: 2, reason });

describe('what is known of a package of support (G10, G11)', () => {
  it('is nothing before it is proposed', () => {
    expect(packageStream).toMatchObject({ category: 'supportPackage', collection: 'support-packages' });
    expect(packageStream.initial()).toEqual({
      status: 'none',
      partner: '',
      recipient: '',
      options: [],
      executiveDays: 0,
      managementDays: 0,
      proposedOn: '',
    });
  });

  it('is its terms, as they were proposed, returned, approved or altered', () => {
    expect(after(proposed())).toStrictEqual(known);
    expect(after(proposed(), returned)).toStrictEqual({ ...known, status: 'returned', answer: returnedAnswer });
    const agreed = { ...known, status: 'approved', approvedOn: '2022-02-01', answer: approvedAnswer };
    expect(after(proposed(), approved)).toStrictEqual(agreed);
    const answerWithdrawn = PackageAnswerWithdrawn({ partner, answer: 'approved', answeredOn: '2022-02-01', corrects: 1, reason });
    expect(after(proposed(), approved, answerWithdrawn)).toStrictEqual(known);
    expect(after(proposed(), returned, answerWithdrawn)).toStrictEqual(known);
    expect(after(proposed(), approved, rescoped)).toStrictEqual({
      ...agreed,
      recipient: '931',
      options: ['send-place-planning'],
      executiveDays: 20,
      managementDays: 25,
    });
  });

  it('is its end, and what it was before', () => {
    const ended = { revision: 2, was: 'approved' };
    const agreed = { ...known, approvedOn: '2022-02-01', answer: approvedAnswer };
    expect(after(proposed(), withdrawn)).toStrictEqual({ ...known, status: 'withdrawn', ended: { revision: 1, was: 'proposed' } });
    expect(after(proposed(), returned, withdrawn)).toStrictEqual({
      ...known,
      status: 'withdrawn',
      answer: returnedAnswer,
      ended: { revision: 2, was: 'returned' },
    });
    expect(after(proposed(), approved, completed)).toStrictEqual({ ...agreed, status: 'completed', endedOn: '2022-09-30', ended });
    expect(after(proposed(), approved, terminated)).toStrictEqual({ ...agreed, status: 'terminated', endedOn: '2022-06-20', ended });
    expect(after(proposed(), approved, terminated, reinstated)).toStrictEqual({ ...agreed, status: 'approved' });
    expect(after(proposed(), returned, withdrawn, reinstated)).toStrictEqual({ ...known, status: 'returned', answer: returnedAnswer });
  });

  it('is open while it is proposed, returned or approved', () => {
    expect((['proposed', 'returned', 'approved'] as const).map(isOpen)).toEqual([true, true, true]);
    expect((['none', 'withdrawn', 'completed', 'terminated'] as const).map(isOpen)).toEqual([false, false, false, false]);
  });
});
