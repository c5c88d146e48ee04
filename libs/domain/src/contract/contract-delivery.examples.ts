import { examplesFor, type Examples } from '../examples';

const CONTRACT = 'CON_22889';
const adviceDay = {
  day: '2025-03-12',
  area: '931',
  person: 's_adviser',
  minutes: 420,
  purposes: ['advice-challenge-and-support', 'pace-and-sustainability'],
  onSite: true,
};
const diagnostic = {
  diagnostic: 'panel_2025',
  area: '851',
  madeOn: '2025-03-17',
  madeBy: 'supplier',
  findings: 'An illustration: where in the process the weeks are lost',
};
const liaison = { area: '887', programme: 'safety-valve', day: '2025-03-19', notes: 'An illustration of what was agreed' };
const meeting = {
  meeting: 'review_2025_03',
  heldOn: '2025-03-26',
  means: 'in-person',
  represented: ['supplier', 'case-lead', 'contract-manager', 'local-area'],
};

export const deliveryExamples: Examples = examplesFor(CONTRACT, {
  AgreeCallOffDays: { daysPerMonth: '4.5', from: '2025-03-01', reason: 'An illustration: fewer days in the last month' },
  AgreeVisits: { area: '931', visitsPerMonth: 2, from: '2023-11-01', reason: 'An illustration: as agreed with the case lead' },
  RecordAdviceDay: adviceDay,
  CorrectAdviceDay: { ...adviceDay, day: '2023-11-15', minutes: 450, corrects: 13, reason: 'An illustration: half an hour more was given' },
  WithdrawAdviceDay: { corrects: 14, reason: 'An illustration: the day was not given' },
  RecordDiagnostic: diagnostic,
  CorrectDiagnostic: { ...diagnostic, madeOn: '2025-03-18', corrects: 104, reason: 'An illustration: finished a day later' },
  WithdrawDiagnostic: { diagnostic: 'panel_2025', corrects: 104, reason: 'An illustration: it was of another area' },
  RecordProgrammeLiaison: liaison,
  CorrectProgrammeLiaison: { ...liaison, day: '2023-11-02', corrects: 7, reason: 'An illustration: it was the day before' },
  WithdrawProgrammeLiaison: { corrects: 7, reason: 'An illustration: the advisers could not come' },
});

export const oversightExamples: Examples = examplesFor(CONTRACT, {
  RequestManagementInformation: {
    request: 'kpi_2025_03',
    area: '851',
    requestedOn: '2025-03-24',
    dueOn: '2025-04-14',
    indicators: 'An illustration: plans issued by week since the request',
  },
  ProvideManagementInformation: { request: 'kpi_2025_03', providedOn: '2025-04-01', information: 'An illustration of the indicators' },
  CorrectManagementInformation: {
    request: 'kpi_2025_03',
    providedOn: '2025-04-01',
    information: 'An illustration of the indicators, with the week that was missing',
    corrects: 104,
    reason: 'An illustration: a week was missing',
  },
  WithdrawManagementInformation: { request: 'kpi_2025_03', corrects: 104, reason: 'An illustration: it was for another contract' },
  CancelManagementInformationRequest: { request: 'kpi_2025_03', reason: 'An illustration: published in the meantime' },
  ScheduleMeeting: {
    meeting: 'review_2025_03',
    kind: 'formal-review',
    area: '931',
    on: '2025-03-26',
    means: 'in-person',
    expected: ['supplier', 'case-lead', 'contract-manager', 'local-area'],
  },
  HoldMeeting: meeting,
  CorrectMeeting: { ...meeting, means: 'video', corrects: 104, reason: 'An illustration: it was held by video' },
  WithdrawMeetingRecord: { meeting: 'review_2025_03', corrects: 104, reason: 'An illustration: it was put off on the day' },
  CancelMeeting: { meeting: 'review_2025_03', reason: 'An illustration: moved to the summer' },
  RaiseIssue: { issue: 'issue_1', area: '887', raisedOn: '2025-03-20', what: 'An illustration: no room for the next visit' },
  AnswerIssue: { issue: 'issue_1', answeredOn: '2025-03-21', answer: 'An illustration: the visit is held elsewhere' },
  CloseIssue: { issue: 'issue_1', reason: 'An illustration: solved' },
  ReopenIssue: { issue: 'issue_1', reason: 'An illustration: it has come back' },
  RecommendProgress: {
    review: 'review_2025_03',
    area: '931',
    recommendedOn: '2025-03-31',
    sufficient: true,
    reason: 'An illustration: progress against every outcome',
  },
  WithdrawRecommendation: { review: 'review_2025_03', area: '931', reason: 'An illustration: written of another area' },
  DesignateInformation: {
    designation: 'designation_1',
    what: 'An illustration: the list of visited settings',
    reason: 'An illustration: the local area asked for it',
  },
  LiftDesignation: { designation: 'designation_1', reason: 'An illustration: published by the local area itself' },
  DecideConfidentiality: {
    staysConfidential: ['la-personnel', 'department-personnel', 'adviser-contact', 'employment'],
    reason: 'An illustration: what is about people stays confidential',
  },
});
