import {
  DeliveryCorrected,
  DeliveryRecorded,
  PackageAnswerWithdrawn,
  PackageApproved,
  PackageCompleted,
  PackageProposed,
  PackageReinstated,
  PackageRescoped,
  PackageReturned,
  PackageTerminated,
  PackageWithdrawn,
} from '@app/domain/events';
import type { DomainEvent } from '@app/event-sourcing';
import { recorded, specForProjection, type Past } from '@app/event-sourcing/testing';
import { packageRegister } from './package-register';
import type { PackageRow } from './package-register.view';

const given = specForProjection<PackageRow, DomainEvent<string, any>>(packageRegister as never);
const at = (event: DomainEvent<string, any>, stream = 'supportPackage-k1') => recorded(event, { stream });
const why = { reason: 'r' };
const terms = { partner: '851~p1', recipient: '931', options: ['joint-working'], executiveDays: 10, managementDays: 30, days: 40 };
const proposing = { ...terms, proposedOn: '2022-02-01' };
const row: PackageRow = {
  ...proposing,
  partnerArea: '851',
  status: 'proposed',
  rescoped: 0,
  deliveredMinutes: 0,
  deliveredDates: 0,
  hours: [],
};

function shows(events: readonly Past<DomainEvent<string, any>>[], change: Partial<PackageRow>): void {
  given(at(PackageProposed(proposing)), at(PackageProposed(proposing), 'supportPackage-k2'), ...events).rows({
    k1: { ...row, ...change },
    k2: row,
  });
  const withoutProposal = events.filter(({ event }) => event.type !== 'PackageProposed');
  given(...withoutProposal).rows({});
}

const partner = '851~p1';
const approved = at(PackageApproved({ partner, approvedOn: '2022-03-01', ...why }));

describe('the package register (G10, G11)', () => {
  it('shows a package proposed, returned, proposed anew, approved and re-scoped', () => {
    shows([], {});
    const returned = at(PackageReturned({ partner, returnedOn: '2022-02-10', ...why }));
    shows([returned], { status: 'returned' });
    shows([returned, at(PackageProposed({ ...proposing, days: 50 }))], { days: 50 });
    shows([approved], { status: 'approved', approvedOn: '2022-03-01' });
    const taken = { partner, answer: 'approved' as const, answeredOn: '2022-03-01', corrects: 1, ...why };
    shows([approved, at(PackageAnswerWithdrawn(taken))], {});
    shows([approved, at(PackageRescoped({ ...terms, recipient: '887', days: 45, agreedOn: '2022-05-01', ...why }))], {
      status: 'approved',
      approvedOn: '2022-03-01',
      recipient: '887',
      days: 45,
      rescoped: 1,
    });
  });
  it('shows its end, and that it stands as before where that is taken back (G17)', () => {
    shows([at(PackageWithdrawn({ partner, ...why }))], { status: 'withdrawn', was: 'proposed' });
    const standing = { approvedOn: '2022-03-01' };
    const completed = at(PackageCompleted({ partner, completedOn: '2022-12-01', outcome: 's' }));
    shows([approved, completed], { ...standing, status: 'completed', was: 'approved', endedOn: '2022-12-01' });
    const terminated = at(PackageTerminated({ partner, terminatedOn: '2022-07-01', was: 'approved', because: 'partner-851~p1@9' }));
    shows([approved, terminated], { ...standing, status: 'terminated', was: 'approved', endedOn: '2022-07-01' });
    const reinstated = at(PackageReinstated({ partner, corrects: 2, ...why }));
    shows([approved, completed, reinstated], { ...standing, status: 'approved' });
  });
  it('counts what was delivered for it, corrected, and 0 minutes as nothing (G7)', () => {
    const delivery = { package: 'k1', recipient: '931', person: 'x1', minutesOnDay: 500, isDay: true };
    const recordedOn = (day: string, minutes: number) => at(DeliveryRecorded({ ...delivery, day, minutes }), 'partner-851~p1');
    const two = [recordedOn('2022-04-02', 420), recordedOn('2022-04-01', 80)];
    shows(two, {
      deliveredMinutes: 500,
      deliveredDates: 2,
      hours: [
        { person: 'x1', day: '2022-04-01', minutes: 80 },
        { person: 'x1', day: '2022-04-02', minutes: 420 },
      ],
    });
    const corrected = (minutes: number) =>
      at(DeliveryCorrected({ ...delivery, day: '2022-04-01', minutes, corrects: 2, ...why }), 'partner-851~p1');
    const left = { person: 'x1', day: '2022-04-02', minutes: 420 };
    shows([...two, corrected(0)], { deliveredMinutes: 420, deliveredDates: 1, hours: [left] });
    shows([...two, corrected(100)], {
      deliveredMinutes: 520,
      deliveredDates: 2,
      hours: [{ person: 'x1', day: '2022-04-01', minutes: 100 }, left],
    });
  });
});
