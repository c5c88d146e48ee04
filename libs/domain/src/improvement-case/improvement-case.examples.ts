import { examplesFor, type Examples } from '../examples';

const words = 'Timeliness and quality assurance of EHC plans, so that children are met when they need it';
const measures = ['Agreed next steps for further improvement are in place.'];
const answers = (answer: 'yes' | 'partly' | 'no') => ({ answer, words: 'An illustration of what the answer rests on' });
const finding = (outcome: string) => ({
  outcome,
  clearPlans: answers('yes'),
  leadersUnderstand: answers('partly'),
  vcuUnderstands: answers('yes'),
  rating: 'on-track',
  trajectory: 'improving',
});
const outcomes = ['overall', 'apa_1', 'apa_2', 'apa_3', 'apa_4', 'apa_5', 'afi_6', 'afi_7', 'afi_8', 'afi_9'];
const dive = {
  linesOfEnquiry: 'An illustration: the quality of plans',
  progressMade: 'An illustration: plans are audited each month',
};
const partners = [
  { partner: 'Oxfordshire County Council', oversight: 'effective', evidence: 'An illustration: minutes' },
  {
    partner: 'Buckinghamshire, Oxfordshire and Berkshire West Integrated Care Board',
    oversight: 'developing',
    evidence: 'An illustration: minutes',
  },
];
const contact = { heldOn: '2025-03-20', means: 'video', dfeAdviser: 's_send_adviser', nhsAdviser: 's_nhs_adviser', outcome: 'afi_9' };
const inspectorates = ['ofsted', 'care-quality-commission'];
const plan = { inspection: '2023' };
const action = { action: 'action_1', owner: 'p-lead-for-ehc-plans', dueOn: '2025-06-30' };
const update = {
  progress: 'An illustration: more assessments are completed',
  adherence: 'An illustration: 20 weeks are missed in most cases',
  trajectory: 'improving',
};

/** Illustrations of the journey of Oxfordshire, and of timeliness in Medway and Portsmouth. */
export const caseExamples: Examples = {
  ...examplesFor('887~inspection', {
    OpenCase: {
      area: '887',
      cause: 'inspection',
      inspection: '2017',
      openedOn: '2025-04-01',
      reason: 'An illustration: a case because of an inspection',
    },
  }),
  ...examplesFor('931~inspection', {
    CorrectCaseOpening: { inspection: '2023', openedOn: '2023-09-15', corrects: 0, reason: 'An illustration: the day of publication' },
    CloseCase: { closedOn: '2025-04-01', reason: 'An illustration: effective action on every area' },
    ReopenCase: { reopenedOn: '2025-04-01', reason: 'An illustration: progress has stopped' },
    AssignCaseLead: { lead: 'u-another-case-lead', reason: 'An illustration of an assignment' },
    NameCover: {
      absent: 'u-case-lead',
      cover: 'u-another-case-lead',
      from: '2025-04-14',
      to: '2025-04-22',
      reason: 'An illustration: leave',
    },
    WithdrawCover: { corrects: 23, reason: 'An illustration: leave was cancelled' },
    AgreeOutcome: { outcome: 'afi_10', kind: 'afi', words: 'An illustration of an area for improvement', measures, agreedOn: '2025-04-01' },
    RewordOutcome: { outcome: 'apa_3', words, measures, reason: 'An illustration: the words of the plan' },
    AchieveOutcome: { outcome: 'apa_1', achievedOn: '2025-04-01', reason: 'An illustration: every measure is met' },
    WithdrawOutcome: { outcome: 'afi_7', withdrawnOn: '2025-04-01', reason: 'An illustration: taken into another outcome' },
    ReinstateOutcome: { outcome: 'apa_1', corrects: 23, reason: 'An illustration: another outcome was meant' },
    SubmitActionPlan: { ...plan, to: inspectorates, submittedOn: '2025-04-01' },
    CorrectActionPlanSubmission: {
      ...plan,
      to: inspectorates,
      submittedOn: '2023-10-23',
      corrects: 12,
      reason: 'An illustration: the day it was sent',
    },
    AcceptActionPlan: { ...plan, by: inspectorates, acceptedOn: '2025-04-01', reason: 'An illustration: it addresses every area' },
    ReturnActionPlan: {
      ...plan,
      by: inspectorates,
      returnedOn: '2025-04-01',
      dueOn: '2025-04-15',
      reason: 'An illustration: measures are missing',
    },
    PublishActionPlan: {
      ...plan,
      publishedOn: '2023-12-18',
      source: { publisher: 'Oxfordshire County Council', title: 'Priority action plan' },
    },
    WithdrawActionPlan: { ...plan, corrects: 12, reason: 'An illustration: it was a draft' },
    WithdrawActionPlanAnswer: { ...plan, corrects: 14, reason: 'An illustration: another plan was published' },
    AddAction: { ...action, outcome: 'apa_3', what: 'An illustration: audit a sample of plans each month' },
    CompleteAction: { action: 'action_1', completedOn: '2025-04-01', reason: 'An illustration: the audits are in place' },
    RebaselineAction: { ...action, dueOn: '2025-07-31', reason: 'An illustration: auditors are being recruited' },
    RemoveAction: { action: 'action_1', reason: 'An illustration: merged with another action' },
    ReopenAction: { action: 'action_1', corrects: 24, reason: 'An illustration: another action was meant' },
    ScheduleDeepDive: { deepDive: 'apa_dive_1', outcome: 'apa_3', scheduledFor: '2025-05-14' },
    RescheduleDeepDive: { deepDive: 'apa_dive_1', scheduledFor: '2025-05-21', reason: 'An illustration: partners were not available' },
    CancelDeepDive: { deepDive: 'apa_dive_1', reason: 'An illustration: taken into the six-monthly one' },
    RecordDeepDive: {
      ...dive,
      deepDive: 'apa_dive_2',
      kind: 'apa',
      heldOn: '2025-04-01',
      findings: [finding('apa_3')],
      nextSteps: [
        {
          step: 'step_3',
          outcome: 'apa_3',
          owner: 'p-lead-for-ehc-plans',
          dueOn: '2025-06-30',
          what: 'An illustration: share the audits monthly',
        },
      ],
    },
    CorrectDeepDive: {
      ...dive,
      deepDive: 'dive_3',
      kind: 'six-monthly',
      heldOn: '2025-03-13',
      findings: outcomes.map(finding),
      corrects: 21,
      reason: 'An illustration: it was held a day later',
    },
    RecordStocktake: { stocktake: 'stocktake_3', heldOn: '2025-04-01', partners, summary: 'An illustration: oversight is rising' },
    CorrectStocktake: {
      stocktake: 'stocktake_2',
      heldOn: '2024-12-12',
      partners,
      summary: 'An illustration: oversight is rising',
      corrects: 20,
      reason: 'An illustration: it was held a day later',
    },
    RecordBoardMeeting: { meeting: 'board_1', heldOn: '2025-03-25', partners, summary: 'An illustration: data on waiting times' },
    CorrectBoardMeeting: {
      meeting: 'board_1',
      heldOn: '2025-03-26',
      partners,
      summary: 'An illustration: data on waiting times',
      corrects: 23,
      reason: 'An illustration: it met a day later',
    },
    RecordHealthAdviserContact: { contact: 'contact_1', ...contact, summary: 'An illustration: waiting times' },
    CorrectHealthAdviserContact: {
      contact: 'contact_1',
      ...contact,
      means: 'phone',
      summary: 'An illustration: waiting times',
      corrects: 23,
      reason: 'An illustration: it was by phone',
    },
    AgreeNextStep: {
      step: 'step_4',
      outcome: 'apa_3',
      owner: 'p-lead-for-ehc-plans',
      dueOn: '2025-06-30',
      what: 'An illustration: a weekly count of late plans',
      agreedOn: '2025-04-01',
    },
    CompleteNextStep: { step: 'step_2', completedOn: '2025-04-01', reason: 'An illustration: it is shared' },
    RescheduleNextStep: {
      step: 'step_2',
      owner: 'p-lead-for-waiting-times',
      dueOn: '2025-05-30',
      reason: 'An illustration: the data come later',
    },
    CancelNextStep: { step: 'step_2', reason: 'An illustration: taken into the plan' },
    ReopenNextStep: { step: 'step_1', corrects: 17, reason: 'An illustration: another step was meant' },
    HoldFormalReview: {
      review: 'review_931_1',
      heldOn: '2025-03-31',
      contract: 'CON_22889',
      summary: 'An illustration: progress since September',
    },
    CorrectFormalReview: {
      review: 'review_931_1',
      heldOn: '2025-03-30',
      contract: 'CON_22889',
      summary: 'An illustration: progress since September',
      corrects: 23,
      reason: 'An illustration: it was held a day earlier',
    },
    DecideProgress: {
      review: 'review_931_1',
      progress: 'sufficient',
      decidedOn: '2025-04-01',
      withoutRecommendation: 'An illustration: the contract has ended',
      reason: 'An illustration: effective action on every area',
    },
    ReviseDecision: {
      review: 'review_931_1',
      progress: 'not-sufficient',
      decidedOn: '2025-04-01',
      withoutRecommendation: 'An illustration: the contract has ended',
      corrects: 24,
      reason: 'An illustration: new evidence on waiting times',
    },
    WithdrawCaseRecord: { record: 'stocktake', id: 'stocktake_2', corrects: 20, reason: 'An illustration: it did not take place' },
  }),
  ...examplesFor('887~timeliness', {
    ReportTimelinessProgress: { report: 'update_18', reportedOn: '2025-04-01', ...update },
    CorrectTimelinessProgress: {
      report: 'update_17',
      reportedOn: '2025-03-07',
      ...update,
      corrects: 19,
      reason: 'An illustration: it was received a day earlier',
    },
  }),
};
