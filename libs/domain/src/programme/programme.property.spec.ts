import { addDays } from '@app/calendar';
import { make } from '@app/event-sourcing/testing';
import fc from 'fast-check';
import { applicationStream } from '../application/application.stream';
import { complete, excellenceJudged, assessed, areaFound, meritAssessed, portsmouth, submitted } from '../application/application.testing';
import { ApplicationAccepted } from '../application/application.events';
import { partnerStream } from '../partner/partner.stream';
import { engaged } from '../partner/partner.testing';
import { AcceptAward, acceptAward } from './accept-award/accept-award.command';
import { AllotDiscretionaryFunding, allotDiscretionaryFunding } from './allot-discretionary-funding/allot-discretionary-funding.command';
import { ApproveFurtherFunding, approveFurtherFunding } from './approve-further-funding/approve-further-funding.command';
import { AwardGrant, awardGrant } from './award-grant/award-grant.command';
import { CloseProgramme, closeProgramme } from './close-programme/close-programme.command';
import { ConfirmDeliveryObjectives, confirmDeliveryObjectives } from './confirm-delivery-objectives/confirm-delivery-objectives.command';
import { CorrectProgramme, correctProgramme } from './correct-programme/correct-programme.command';
import { DeclineAward, declineAward } from './decline-award/decline-award.command';
import { ExtendProgramme, extendProgramme } from './extend-programme/extend-programme.command';
import { OpenProgramme, openProgramme } from './open-programme/open-programme.command';
import { play, type Step } from './play.testing';
import { boundPence, isDelivered, programmeStream, type ProgrammeState } from './programme.stream';
import { foundAfter, grantBody, notice, programmeId } from './programme.testing';
import { ReleaseAward, releaseAward } from './release-award/release-award.command';
import { RestoreAward, restoreAward } from './restore-award/restore-award.command';
import { ReopenProgramme, reopenProgramme } from './reopen-programme/reopen-programme.command';
import { WithdrawAward, withdrawAward } from './withdraw-award/withdraw-award.command';
import { WithdrawAwardAcceptance, withdrawAwardAcceptance } from './withdraw-award-acceptance/withdraw-award-acceptance.command';
import { WithdrawFurtherFunding, withdrawFurtherFunding } from './withdraw-further-funding/withdraw-further-funding.command';
import {
  WithdrawObjectivesConfirmation,
  withdrawObjectivesConfirmation,
} from './withdraw-objectives-confirmation/withdraw-objectives-confirmation.command';

import {
  WithdrawProgrammeExtension,
  withdrawProgrammeExtension,
} from './withdraw-programme-extension/withdraw-programme-extension.command';

const decided = ApplicationAccepted({ acceptedOn: '2021-11-10', reason: 'Eligible', judgedBy: ['localArea-851@3'] });
const bid = foundAfter(applicationStream, 'bid', ...complete, submitted, excellenceJudged, assessed(3), meritAssessed, decided);
const area = areaFound('851', ...portsmouth);

/** The same accepted bid, and the same facts, for any local area. */
const foundFor = (lead: string) => ({
  application: {
    ...bid,
    state: { ...bid.state, lead, assessment: { ...bid.state.assessment!, areas: { [lead]: bid.state.assessment!.areas['851']! } } },
  },
  areas: [{ ...area, id: lead }],
});

const open: Step = { decide: openProgramme, command: make(OpenProgramme, notice), now: '2021-09-02T12:00:00.000Z' };
const award = (id: string, partner: string, pence: number, period: 'initial' | 'extension', day: string): Step => ({
  decide: awardGrant,
  command: make(AwardGrant, { ...grantBody, award: id, partner, pence, period, awardedOn: day }),
  now: `${day}T12:00:00.000Z`,
  found: foundFor(partner),
});

function checkMoney(state: ProgrammeState): void {
  expect(boundPence(state, 'initial')).toBeLessThanOrEqual(state.maximumPence);
  expect(boundPence(state, 'extension')).toBeLessThanOrEqual(state.extension?.maximumPence ?? 0);
}

describe('two hundred awards in any order (G2)', () => {
  it('never exceed £518,000 by a penny, and fill it to the last award that fits', () => {
    const awards = fc.array(fc.integer({ min: 1, max: 1_200_000 }), { minLength: 200, maxLength: 200 });
    fc.assert(
      fc.property(awards, (amounts) => {
        const steps = amounts.map((pence, index) => award(`a${index}`, `area_${index}`, pence, 'initial', '2021-12-01'));
        const state = play(programmeStream, programmeId, [open, ...steps], checkMoney);
        const left = 51_800_000 - boundPence(state, 'initial');
        expect(left).toBeGreaterThanOrEqual(0);
        const refused = amounts.filter((_pence, index) => state.awards[`a${index}`] === undefined);
        expect(refused.every((pence) => pence > left)).toBe(true);
      }),
      { numRuns: 4 },
    );
  });
});

const awardId = fc.constantFrom('a1', 'a2', 'a3', 'b1', 'b2');
const partner = fc.constantFrom('851', '850', '869');
const pence = fc.oneof(fc.integer({ min: 1, max: 30_000_000 }), fc.constantFrom(51_800_000, 51_800_001, 20_000_000, 20_000_001));
const period = fc.constantFrom<'initial' | 'extension'>('initial', 'extension');
const reason = 'A reason';
const reduced = (id: string, left: number, revision = 0, was = left) => {
  const found = foundAfter(partnerStream, '851~project_5369', engaged);
  const held = { pence: left, from: '2022-01-01', until: '2023-03-31', reductions: [{ revision, was, reducedOn: '2022-05-01' }] };
  return { partner: { ...found, state: { ...found.state, awards: { [id]: held } } } };
};
type Made = (day: string) => Omit<Step, 'now'>;
const commands: fc.Arbitrary<Made> = fc.oneof(
  fc.record({ awardId, partner, pence, period }).map((of) => (day: string) => award(of.awardId, of.partner, of.pence, of.period, day)),
  fc.record({ awardId, partner, pence, period }).map((of) => (day: string) => ({
    decide: allotDiscretionaryFunding,
    command: make(AllotDiscretionaryFunding, {
      award: of.awardId,
      engagement: `${of.partner}~project_5369~x`,
      partner: of.partner,
      period: of.period,
      pence: of.pence,
      allottedOn: day,
      reason,
    }),
  })),
  awardId.map((id) => (day: string) => ({ decide: acceptAward, command: make(AcceptAward, { award: id, acceptedOn: day }) })),
  awardId.map((id) => (day: string) => ({ decide: acceptAward, command: make(AcceptAward, { award: id, acceptedOn: day }) })),
  awardId.map((id) => (day: string) => ({ decide: declineAward, command: make(DeclineAward, { award: id, declinedOn: day, reason }) })),
  awardId.map((id) => (day: string) => ({ decide: withdrawAward, command: make(WithdrawAward, { award: id, withdrawnOn: day, reason }) })),
  fc.record({ awardId, pence }).map((of) => () => ({
    decide: releaseAward,
    command: make(ReleaseAward, { award: of.awardId }),
    found: reduced(of.awardId, of.pence),
  })),
  fc.record({ awardId, pence, was: pence, reduction: fc.integer({ min: 1, max: 3 }) }).map((of) => () => ({
    decide: restoreAward,
    command: make(RestoreAward, { award: of.awardId, reduction: of.reduction, reason }),
    found: reduced(of.awardId, of.pence, of.reduction, of.was),
  })),
  awardId.map((id) => () => ({ decide: withdrawAwardAcceptance, command: make(WithdrawAwardAcceptance, { award: id, reason }) })),
  fc.constant(() => ({ decide: withdrawProgrammeExtension, command: make(WithdrawProgrammeExtension, { reason }) })),
  awardId.map((id) => (day: string) => ({
    decide: confirmDeliveryObjectives,
    command: make(ConfirmDeliveryObjectives, { award: id, objectives: ['recipients_improve'], confirmedOn: day, evidence: 'Measured' }),
  })),
  awardId.map((id) => () => ({
    decide: withdrawObjectivesConfirmation,
    command: make(WithdrawObjectivesConfirmation, { award: id, objectives: ['recipients_improve'], reason }),
  })),
  fc.constantFrom('2024-03-31', '2023-12-31', '2024-04-01').map((until) => (day: string) => ({
    decide: approveFurtherFunding,
    command: make(ApproveFurtherFunding, { pence: 20_000_000, until, approvedOn: day, reason }),
  })),
  fc.constant(() => ({ decide: withdrawFurtherFunding, command: make(WithdrawFurtherFunding, { reason }) })),
  fc.constantFrom('2024-03-31', '2023-12-31', '2024-04-01').map((until) => (day: string) => ({
    decide: extendProgramme,
    command: make(ExtendProgramme, { until, extendedOn: day, reason }),
  })),
  pence.map((maximumPence) => () => ({
    decide: correctProgramme,
    command: make(CorrectProgramme, { ...notice, maximumPence, reason }),
  })),
  fc.constant(() => ({ decide: reopenProgramme, command: make(ReopenProgramme, { reason }) })),
);

/** A programme with an award that was accepted. */
const begun: Step[] = [
  open,
  award('a1', '851', 12_000_000, 'initial', '2021-12-01'),
  { decide: acceptAward, command: make(AcceptAward, { award: 'a1', acceptedOn: '2021-12-01' }), now: '2021-12-01T12:00:00.000Z' },
];

const closing: fc.Arbitrary<Made> = fc.constant((day: string) => ({
  decide: closeProgramme,
  command: make(CloseProgramme, { closedOn: day, reason }),
}));
const anything = fc.oneof({ weight: 60, arbitrary: commands }, { weight: 1, arbitrary: closing });

describe('any sequence of commands on a programme', () => {
  it('never binds more than a period’s maximum, and extends only with approval and delivery (G2, G3)', () => {
    const sequence = fc.array(fc.record({ made: anything, later: fc.integer({ min: 0, max: 40 }) }), {
      minLength: 20,
      maxLength: 40,
      size: 'max',
    });
    fc.assert(
      fc.property(sequence, (entries) => {
        let day = '2021-12-01';
        const steps = entries.map(({ made, later }) => {
          day = addDays(day, later);
          return { ...made(day), now: `${day}T12:00:00.000Z` };
        });
        play(programmeStream, programmeId, [...begun, ...steps], (state, happened, before) => {
          checkMoney(state);
          expect(
            Object.values(state.awards).every(({ status, pence: bound }) => bound >= 0 && (status !== 'withdrawn' || bound === 0)),
          ).toBe(true);
          for (const { type } of happened) {
            if (type === 'ProgrammeExtended') {
              expect(before.furtherFunding).toBeDefined();
              expect(Object.values(before.awards).some(isDelivered)).toBe(true);
              expect(state.extension!.until <= '2024-03-31').toBe(true);
            }
          }
        });
      }),
      { numRuns: 200 },
    );
  });
});
