import {
  PackageCompleted,
  PackageProposed,
  PackageReinstated,
  PackageTerminated,
  PackageWithdrawn,
  TerminationReversed,
  WorkTerminated,
} from '@app/domain/events';
import { recorded, specForProcess } from '@app/event-sourcing/testing';
import { packageTermination } from './package-termination.process';

const partner = '851~project_5369';
const proposed = (id: string, of = partner) =>
  recorded(
    PackageProposed({
      partner: of,
      recipient: '887',
      options: ['workforce-development'],
      executiveDays: 10,
      managementDays: 30,
      days: 40,
      proposedOn: '2022-02-01',
    }),
    { stream: `supportPackage-${id}` },
  );
const on = (id: string) => ({ stream: `supportPackage-${id}` });
const terminated = recorded(
  WorkTerminated({ area: '851', terminatedOn: '2022-03-01', claimableUntil: '2022-04-01', rules: ['G14'], reason: 'Breach' }),
  { stream: `partner-${partner}`, revision: 7, eventId: 'e7', correlationId: 'c7' },
);
const steps = (...events: unknown[]) =>
  specForProcess(packageTermination)(partner, ...(events as never[]))
    .at('2022-03-02')
    .actions.map((action) => ('send' in action ? `${action.to} ${action.step}` : JSON.stringify(action)));

describe('the end of a partner’s work (G17)', () => {
  it('ends every open package of the partner together, and nobody else’s', () => {
    expect(steps(proposed('p1'), proposed('p2'), proposed('p3', '931~project_5369'), terminated)).toEqual([
      'p1 terminate~p1~7',
      'p2 terminate~p2~7',
    ]);
  });

  it('names the termination in the command and as its cause', () =>
    expect(
      specForProcess(packageTermination)(partner, proposed('p1') as never, terminated as never).at('2022-03-02').actions,
    ).toMatchObject([{ send: { termination: 7 }, to: 'p1', because: { eventId: 'e7', correlationId: 'c7' } }]));

  it('does nothing before it, or for packages that have ended', () => {
    expect(steps(proposed('p1'))).toEqual([]);
    expect(
      steps(
        proposed('p1'),
        recorded(PackageWithdrawn({ partner, reason: 'Not needed' }), on('p1')),
        proposed('p2'),
        recorded(PackageCompleted({ partner, completedOn: '2022-02-20', outcome: 'Done' }), on('p2')),
        proposed('p3'),
        recorded(PackageTerminated({ partner, terminatedOn: '2022-03-01', was: 'approved', because: 'x' }), on('p3')),
        terminated,
      ),
    ).toEqual([]);
  });

  it('ends a package that comes after it, and nothing once it was taken back', () => {
    const reinstated = recorded(PackageReinstated({ partner, corrects: 2, reason: 'A mistake' }), on('p1'));
    const reversed = recorded(TerminationReversed({ corrects: 7, reason: 'A mistake' }), { stream: `partner-${partner}`, revision: 8 });
    expect(steps(terminated, proposed('p4'))).toEqual(['p4 terminate~p4~7']);
    expect(steps(proposed('p1'), terminated, reversed, reinstated)).toEqual([]);
  });
});
