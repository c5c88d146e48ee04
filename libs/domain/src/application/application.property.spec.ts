import { make } from '@app/event-sourcing/testing';
import fc from 'fast-check';
import { rated } from '../local-area/local-area.stories';
import { ELIGIBILITY_REQUIREMENTS } from '../programme/grant-terms';
import { play, type Step } from '../programme/play.testing';
import { AcceptApplication, acceptApplication } from './accept-application/accept-application.command';
import { AddPeerSupportExample, addPeerSupportExample } from './add-peer-support-example/add-peer-support-example.command';
import { applicationStream } from './application.stream';
import { applicationId, areaFound, costing, example, offered, portsmouth, programme, started, strength } from './application.testing';
import { AssessEligibility, assessEligibility } from './assess-eligibility/assess-eligibility.command';
import { AssessMerit, assessMerit } from './assess-merit/assess-merit.command';
import { CostProposal, costProposal } from './cost-proposal/cost-proposal.command';
import { DeclareEligibility, declareEligibility } from './declare-eligibility/declare-eligibility.command';
import { DeclineApplication, declineApplication } from './decline-application/decline-application.command';
import { EvidenceStrength, evidenceStrength } from './evidence-strength/evidence-strength.command';
import { JudgeEvidence, judgeEvidence } from './judge-evidence/judge-evidence.command';
import { OfferSupportOption, offerSupportOption } from './offer-support-option/offer-support-option.command';
import { ReopenApplication, reopenApplication } from './reopen-application/reopen-application.command';
import { StartApplication, startApplication } from './start-application/start-application.command';
import { SubmitApplication, submitApplication } from './submit-application/submit-application.command';
import { WithdrawApplication, withdrawApplication } from './withdraw-application/withdraw-application.command';
import {
  WithdrawPeerSupportExample,
  withdrawPeerSupportExample,
} from './withdraw-peer-support-example/withdraw-peer-support-example.command';
import { WithdrawStrength, withdrawStrength } from './withdraw-strength/withdraw-strength.command';
import { WithdrawSupportOption, withdrawSupportOption } from './withdraw-support-option/withdraw-support-option.command';

const reason = 'A reason';
const { option } = offered.data;
const areas = [areaFound('851', ...portsmouth), areaFound('851', ...portsmouth, rated('inadequate', '2021-10-25'))];
type Made = (now: string) => Omit<Step, 'now'>;
const made = (step: Omit<Step, 'now'>): fc.Arbitrary<Made> => fc.constant(() => step);

const parts: Omit<Step, 'now'>[] = [
  { decide: startApplication, command: make(StartApplication, started.data), found: { programme, areas: [areas[0]] } },
  { decide: evidenceStrength, command: make(EvidenceStrength, strength.data) },
  { decide: offerSupportOption, command: make(OfferSupportOption, { ...offered.data, service: 'send' }), found: { programme } },
  { decide: addPeerSupportExample, command: make(AddPeerSupportExample, example.data) },
  { decide: costProposal, command: make(CostProposal, costing) },
  ...ELIGIBILITY_REQUIREMENTS.map((requirement) => ({
    decide: declareEligibility,
    command: make(DeclareEligibility, { area: '851', requirement, evidence: 'Published reports' }),
    again: true as const,
  })),
];
const submit = {
  decide: submitApplication,
  command: make(SubmitApplication, { quotedReference: 'project_5369', onTemplate: true }),
  found: { programme },
};
const judgement = fc.record({ matter: fc.constantFrom('excellence', 'route-c'), judgement: fc.constantFrom('met', 'met', 'not-met') });

const commands: fc.Arbitrary<Made> = fc.oneof(
  fc.constantFrom(...parts).map((step) => () => step),
  made({ decide: withdrawStrength, command: make(WithdrawStrength, { strength: 'leadership', reason }) }),
  made({ decide: withdrawSupportOption, command: make(WithdrawSupportOption, { option, reason }) }),
  made({ decide: withdrawPeerSupportExample, command: make(WithdrawPeerSupportExample, { example: 'neighbour', reason }) }),
  made(submit),
  made(submit),
  made({ decide: withdrawApplication, command: make(WithdrawApplication, { reason }) }),
  fc
    .constantFrom(...areas)
    .map((area) => () => ({ decide: assessEligibility, command: make(AssessEligibility, {}), found: { areas: [area] } })),
  judgement.map((of) => (now: string) => ({
    decide: judgeEvidence,
    command: make(JudgeEvidence, { ...of, area: '851', judgedOn: now.slice(0, 10), reason }),
  })),
  fc.constant((now: string) => ({
    decide: assessMerit,
    command: make(AssessMerit, { recommendation: 'support', assessedOn: now.slice(0, 10), reason }),
  })),
  fc.constantFrom(...areas).map((area) => (now: string) => ({
    decide: acceptApplication,
    command: make(AcceptApplication, { acceptedOn: now.slice(0, 10), reason }),
    found: { areas: [area] },
  })),
  fc.constant((now: string) => ({
    decide: declineApplication,
    command: make(DeclineApplication, { declinedOn: now.slice(0, 10), reason }),
  })),
  made({ decide: reopenApplication, command: make(ReopenApplication, { reason }), found: { programme } }),
);

describe('any sequence of commands on an application', () => {
  it('is submitted complete and in time alone, and accepted alone when every rule is met (G4, G5, G12 to G16, G22)', () => {
    const sequence = fc.record({
      left: fc.constantFrom(-1, -1, -1, 1, 2, 3, 4, 5, 9),
      more: fc.array(commands, { minLength: 5, maxLength: 30, size: 'max' }),
      noon: fc.constantFrom('2021-10-28T10:00:00.000Z', '2021-11-01T12:00:00.000Z', '2021-11-01T12:00:01.000Z'),
    });
    fc.assert(
      fc.property(sequence, ({ left, more, noon }) => {
        const steps = [...parts.filter((_part, index) => index !== left).map((part) => () => part), ...more].map((next: Made) => ({
          ...next(noon),
          now: noon,
        }));
        play(applicationStream, applicationId, steps, (state, [event], before) => {
          if (event?.type === 'ApplicationSubmitted') {
            expect(event.data.receivedAt <= '2021-11-01T12:00:00.999Z').toBe(true);
            expect([before.strengths, before.options, before.examples].every((part) => Object.keys(part).length > 0)).toBe(true);
            expect(before.costing).toBeDefined();
            expect(before.declared).toHaveLength(5);
          }
          if (event?.type === 'LateSubmissionRefused')
            expect({ ...state, lateAgainst: undefined }).toEqual({ ...before, lateAgainst: undefined });
          if (event?.type === 'ApplicationAccepted') {
            expect(before.assessment?.areas['851']?.open).toEqual([]);
            expect(before.assessment?.overtaken).toBe(false);
            expect(before.merit).toBeDefined();
          }
          for (const strengths of Object.values(state.options)) {
            expect(strengths.some((id) => state.strengths[id] !== undefined)).toBe(true);
          }
        });
      }),
      { numRuns: 200 },
    );
  });
});
