import { addDays } from '@app/calendar';
import { make } from '@app/event-sourcing/testing';
import fc from 'fast-check';
import { numbered, play, type Step } from '../programme/play.testing';
import { ApprovePackage, approvePackage } from './approve-package/approve-package.command';
import { CompletePackage, completePackage } from './complete-package/complete-package.command';
import { ProposePackage, proposePackage } from './propose-package/propose-package.command';
import { ReinstatePackage, reinstatePackage } from './reinstate-package/reinstate-package.command';
import { RescopePackage, rescopePackage } from './rescope-package/rescope-package.command';
import { ReturnPackage, returnPackage } from './return-package/return-package.command';
import { packageStream, type PackageState } from './support-package.stream';
import { found, packageBody, packageId, terminatedPartner } from './support-package.testing';
import { TerminatePackage, terminatePackage } from './terminate-package/terminate-package.command';
import { WithdrawPackageAnswer, withdrawPackageAnswer } from './withdraw-package-answer/withdraw-package-answer.command';
import { WithdrawPackage, withdrawPackage } from './withdraw-package/withdraw-package.command';

const reason = 'A reason';
const { partner: _partner, proposedOn: _proposedOn, ...terms } = packageBody;
const terminating = { ...found, partner: terminatedPartner };
const days = fc.constantFrom(0, 29, 30, 35);
const small = fc.constantFrom(undefined, 'One service alone');
type Made = (today: string) => Omit<Step, 'now'>;
const scoped = fc.record({ managementDays: days, smallBecause: small }).map(({ managementDays, smallBecause }) => ({
  managementDays,
  ...(smallBecause !== undefined && { smallBecause }),
}));
const commands: fc.Arbitrary<Made> = fc.oneof(
  scoped.map((change) => (today: string) => ({
    decide: proposePackage,
    command: make(ProposePackage, { ...packageBody, ...change, proposedOn: today }),
    found,
  })),
  scoped.map((change) => (today: string) => ({
    decide: rescopePackage,
    command: make(RescopePackage, { ...terms, ...change, agreedOn: today, reason }),
    found,
  })),
  fc.constant(() => ({ decide: withdrawPackage, command: make(WithdrawPackage, { reason }) })),
  fc.constant((today: string) => ({ decide: approvePackage, command: make(ApprovePackage, { approvedOn: today, reason }), found })),
  fc.constant((today: string) => ({ decide: returnPackage, command: make(ReturnPackage, { returnedOn: today, reason }) })),
  fc.constant(() => ({
    decide: numbered<PackageState>(withdrawPackageAnswer, 'corrects', ({ answer }) => answer?.revision),
    command: make(WithdrawPackageAnswer, { corrects: 0, reason }),
    found,
  })),
  fc.constant((today: string) => ({ decide: completePackage, command: make(CompletePackage, { completedOn: today, outcome: 'Done' }) })),
  fc.constantFrom(found, terminating).map((reads) => () => ({
    decide: terminatePackage,
    command: make(TerminatePackage, { termination: 1 }),
    found: reads,
  })),
  fc.constantFrom(found, terminating).map((reads) => () => ({
    decide: reinstatePackage,
    command: make(ReinstatePackage, { reason }),
    found: reads,
  })),
);

describe('any sequence of commands on a package', () => {
  it('can be delivered from its approval to its end alone, is never under 40 days without a reason, and ends once (G10, G11, G17)', () => {
    const sequence = fc.array(fc.record({ made: commands, later: fc.constantFrom(0, 1, 7) }), { minLength: 5, maxLength: 30, size: 'max' });
    fc.assert(
      fc.property(sequence, (entries) => {
        let today = '2022-01-10';
        const steps = entries.map(({ made, later }) => {
          today = addDays(today, later);
          return { ...made(today), now: `${today}T12:00:00.000Z` };
        });
        play(packageStream, packageId, steps, (state, [event], before) => {
          const stands = before.approvedOn !== undefined && event?.type !== 'PackageAnswerWithdrawn';
          expect(state.approvedOn !== undefined).toBe(event?.type === 'PackageApproved' || stands);
          if (state.status === 'completed') expect(state.endedOn! >= state.approvedOn!).toBe(true);
          if (event?.type === 'PackageTerminated') expect(['proposed', 'returned', 'approved']).toContain(before.status);
          if (event?.type === 'PackageProposed' || event?.type === 'PackageRescoped') {
            expect(event.data.days).toBe(state.executiveDays + state.managementDays);
            expect(event.data.days >= 40 || event.data.smallBecause !== undefined).toBe(true);
          }
        });
      }),
      { numRuns: 200 },
    );
  });
});
