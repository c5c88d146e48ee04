import { examplesFor, type Examples } from '../examples';

const started = { programme: 'project_5369', lead: '887', others: [] };

export const applicationExamples: Examples = {
  ...examplesFor('app_887', { StartApplication: started }),
  ...examplesFor('app_late', {
    EvidenceStrength: {
      strength: 'co_production',
      statement: 'An illustration: parents and carers take part in every decision',
      evidence: 'An illustration: minutes of the parent carer forum',
    },
    WithdrawStrength: { strength: 'co_production', reason: 'An illustration: the evidence is out of date' },
    OfferSupportOption: {
      option: 'workforce-development',
      service: 'send',
      strengths: ['co_production'],
      offer: 'An illustration: training of coordinators',
    },
    WithdrawSupportOption: { option: 'workforce-development', reason: 'An illustration: the trainers are not available' },
    AddPeerSupportExample: {
      example: 'peer_1',
      time: 'current',
      support: 'An illustration: coaching of a neighbouring authority',
      impact: 'An illustration: annual reviews are on time',
    },
    WithdrawPeerSupportExample: { example: 'peer_1', reason: 'An illustration: the neighbour does not agree' },
    CostProposal: {
      minutesPerDay: 420,
      days: [
        { grade: 'executive', days: 10, dayRatePence: 80_000 },
        { grade: 'management', days: 40, dayRatePence: 55_000 },
      ],
      overheads: [
        {
          item: 'reports',
          charge: 'quarterly-progress-reports',
          pence: 100_000,
          evidence: 'An illustration: five quarterly reports',
        },
      ],
    },
    DeclareEligibility: { area: '887', requirement: 'G14', evidence: 'An illustration: rated good' },
    SubmitApplication: { quotedReference: 'project_5369', onTemplate: true },
    WithdrawApplication: { reason: 'An illustration: the application came too late' },
  }),
  ...examplesFor('app_851', {
    AssessEligibility: { note: 'An illustration: judged again before the award' },
    JudgeEvidence: {
      area: '851',
      matter: 'excellence',
      judgement: 'met',
      judgedOn: '2021-11-12',
      reason: 'An illustration: well led, and able to support others',
    },
    AssessMerit: {
      recommendation: 'support',
      assessedOn: '2021-11-15',
      reason: 'An illustration: the offer follows from evidenced strengths',
    },
    AcceptApplication: { acceptedOn: '2021-11-22', reason: 'An illustration: every requirement is met' },
    DeclineApplication: { declinedOn: '2021-11-22', reason: 'An illustration: others offer more' },
    ReopenApplication: { reason: 'An illustration: decided upon the wrong papers' },
  }),
};
