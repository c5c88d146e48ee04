import { examplesFor, type Examples } from '../examples';

const notice = {
  title: 'Sector-Led Improvement Partners for Special Educational Needs and Disability (SEND)',
  noticeId: '2021/S 000-021741',
  ocid: 'ocds-h6vhtk-02dc5c',
  reference: 'project_5369',
  mainCpvCode: '80000000',
  additionalCpvCodes: ['80340000'],
  publishedAt: '2021-09-02T11:49:00.000Z',
  applicationsCloseAt: '2021-11-01T12:00:00.000Z',
  fundingFrom: '2022-01-01',
  fundingUntil: '2023-03-31',
  maximumPence: 51_800_000,
};

const objective = {
  objective: 'timeliness',
  aim: 'An illustration: recipients finish more assessments in time',
  measure: 'An illustration: share of plans issued within 20 weeks',
};

export const programmeExamples: Examples = {
  OpenProgramme: [
    {
      id: 'project_0001',
      body: {
        ...notice,
        title: 'An illustrative programme',
        noticeId: '2025/S 000-000001',
        ocid: 'ocds-h6vhtk-000001',
        reference: 'project_0001',
        publishedAt: '2025-03-03T09:00:00.000Z',
        applicationsCloseAt: '2025-05-01T11:00:00.000Z',
        fundingFrom: '2025-07-01',
        fundingUntil: '2026-06-30',
      },
    },
  ],
  ...examplesFor('project_5369', {
    CorrectProgramme: { ...notice, additionalCpvCodes: [], reason: 'An illustration: the further code was copied from another notice' },
    AddSupportOption: {
      option: 'preparing-for-adulthood',
      title: 'Preparing for adulthood',
      service: 'send',
      reason: 'An illustration: several recipients asked for it',
    },
    RemoveSupportOption: { option: 'send-place-planning', reason: 'An illustration: nobody offers it' },
    AwardGrant: {
      award: 'award_851_further',
      application: 'app_851',
      partner: '851',
      others: [],
      period: 'extension',
      pence: 4_000_000,
      objectives: [objective],
      awardedOn: '2023-03-27',
      reason: 'An illustration: the objectives of the first period were delivered',
    },
    AllotDiscretionaryFunding: {
      award: 'award_887',
      engagement: '887~project_5369~urgent',
      partner: '887',
      period: 'initial',
      pence: 1_000_000,
      allottedOn: '2023-01-16',
      reason: 'An illustration: urgent support outside the partner group',
    },
    AcceptAward: { award: 'award_851', acceptedOn: '2021-12-10' },
    DeclineAward: { award: 'award_851', declinedOn: '2021-12-10', reason: 'An illustration: no capacity' },
    WithdrawAwardAcceptance: { award: 'award_851_further', reason: 'An illustration: the letter was of another award' },
    WithdrawAward: { award: 'award_851', withdrawnOn: '2021-12-09', reason: 'An illustration: awarded by mistake' },
    ReleaseAward: { award: 'award_851' },
    RestoreAward: { award: 'award_851', reduction: 23, reason: 'An illustration: the reduction was of another award' },
    ApproveFurtherFunding: {
      pence: 20_000_000,
      until: '2024-03-31',
      approvedOn: '2023-03-15',
      reason: 'An illustration of a budgetary approval',
    },
    WithdrawFurtherFunding: { reason: 'An illustration: the budget was cut' },
    ConfirmDeliveryObjectives: {
      award: 'award_851',
      objectives: ['timeliness'],
      confirmedOn: '2023-03-20',
      evidence: 'An illustration: the quarterly reports show the measured improvement',
    },
    WithdrawObjectivesConfirmation: {
      award: 'award_851',
      objectives: ['timeliness'],
      reason: 'An illustration: the measure was misread',
    },
    ExtendProgramme: { until: '2024-03-31', extendedOn: '2023-03-27', reason: 'An illustration: funding approved, objectives delivered' },
    WithdrawProgrammeExtension: { reason: 'An illustration: recorded of another programme' },
    AssignGrantManager: { manager: 'u-grant-manager', reason: 'An illustration of an assignment' },
    CloseProgramme: { closedOn: '2025-04-01', reason: 'An illustration: every grant has ended' },
    ReopenProgramme: { reason: 'An illustration: a claim is still open' },
  }),
};
