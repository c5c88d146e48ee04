import { examplesFor, type Examples } from '../examples';

const report = {
  quarter: '2023-01-01',
  submittedOn: '2023-04-20',
  progress: 'An illustration of progress',
  performance: 'An illustration of performance',
  impact: 'An illustration of impact',
  figures: [{ measure: 'Plans issued within 20 weeks, per cent', value: '62.5' }],
};

export const partnerExamples: Examples = {
  ...examplesFor('887~project_5369~urgent', {
    EngageAtDiscretion: {
      area: '887',
      from: '2023-02-01',
      until: '2023-03-31',
      engagedOn: '2023-02-01',
      pence: 500_000,
      reportsAgreed: true,
      reason: 'An illustration: urgent work outside the partner group',
    },
  }),
  ...examplesFor('851~project_5369', {
    EngagePartner: { award: 'award_851', engagedOn: '2022-01-01' },
    ExtendGrant: { award: 'award_851_further', extendedOn: '2023-03-30', reason: 'An illustration: a further year was awarded' },
    ReduceAward: {
      award: 'award_851',
      pence: 5_000_000,
      reducedOn: '2023-03-31',
      reason: 'An illustration: fewer days were needed',
    },
    EndGrant: { endedOn: '2023-03-31', reason: 'The funding period has ended' },
    ReopenGrant: { reason: 'An illustration: ended by mistake' },
    ConfirmEligibility: {
      confirmedOn: '2023-03-31',
      requirements: ['G12', 'G13', 'G14', 'G15', 'G22'],
      statement: 'An illustration: nothing has changed',
    },
    WithdrawEligibilityConfirmation: { yearFrom: '2022-01-01', reason: 'An illustration: confirmed for another area' },
    DoubtExcellence: { doubtedOn: '2023-03-01', reason: 'An illustration: published timeliness fell' },
    WithdrawDoubt: { reason: 'An illustration: the figures were of another year' },
    JudgeEvidenceAgain: {
      matter: 'excellence',
      judgement: 'met',
      judgedOn: '2023-03-15',
      reason: 'An illustration: leadership and services hold',
    },
    DecideOnBreach: {
      rule: 'G13-deficit',
      decision: 'continue',
      decidedOn: '2023-03-15',
      reason: 'An illustration: repaid by the year end',
    },
    ReverseTermination: { reason: 'An illustration: the breach rested on a wrong figure' },
    SubmitQuarterlyReport: report,
    ReturnQuarterlyReport: { quarter: '2023-01-01', returnedOn: '2023-04-24', reason: 'An illustration: impact is missing' },
    AcceptQuarterlyReport: { quarter: '2023-01-01', acceptedOn: '2023-04-25' },
    ReverseReportAcceptance: { quarter: '2023-01-01', reason: 'An illustration: accepted before it was read' },
    AgreeRate: { person: 'p-head', grade: 'management', pence: 55_000, from: '2022-04-01' },
    CorrectRate: {
      person: 'p-manager',
      grade: 'management',
      pence: 59_000,
      from: '2022-01-17',
      reason: 'An illustration: the rate had been rounded',
    },
    RecordDelivery: { package: 'pack_931', person: 'p-manager', day: '2022-03-09', minutes: 420 },
    CorrectDelivery: {
      package: 'pack_931',
      person: 'p-director',
      day: '2022-03-08',
      minutes: 420,
      reason: 'An illustration: half an hour too much was recorded',
    },
    ClaimCosts: {
      claim: 'claim_2',
      award: 'award_851',
      claimedOn: '2023-03-31',
      lines: [],
      overheads: [
        {
          item: 'reports',
          charge: 'quarterly-progress-reports',
          pence: 15_000,
          evidence: 'An illustration: time of the last report',
        },
      ],
    },
    WithdrawClaim: { claim: 'claim_1', reason: 'An illustration: claimed of the wrong award' },
    ApproveClaim: { claim: 'claim_1', approvedOn: '2022-05-10' },
    ReduceClaim: {
      claim: 'claim_1',
      withoutDays: [{ person: 'p-manager', day: '2022-03-02' }],
      overheads: [{ item: 'reports', pence: 20_000 }],
      reason: 'An illustration: one day belongs to the next claim',
    },
    RejectClaim: { claim: 'claim_1', reason: 'An illustration: without evidence' },
    PayClaim: { claim: 'claim_1', paidOn: '2022-05-24' },
    ReverseClaimApproval: { claim: 'claim_1', reason: 'An illustration: approved too early' },
    ReverseClaimPayment: { claim: 'claim_1', reason: 'An illustration: the payment came back' },
  }),
};
