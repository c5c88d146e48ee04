import { examplesFor, type Examples } from '../examples';

const geography = {
  publisher: 'Office for National Statistics',
  title: 'Register of geographic codes; local authority codes of the Department for Education',
};
const ofsted = { publisher: 'Ofsted', title: 'Area SEND inspections from 2023: management information' };
const dsg = {
  publisher: 'Department for Education',
  title: 'Section 251 and DSG outturn: cumulative DSG balance as per cent of DSG income',
};
const accounts = { publisher: 'Oxfordshire County Council', title: 'An illustrative statement of accounts' };
const agreements = { publisher: 'Department for Education', title: 'Dedicated schools grant: Safety Valve agreements 2022 to 2023' };
const illustration = { publisher: 'None: an illustration', title: 'An illustrative fact of the example' };
const notice = { publisher: 'Department for Education', title: 'Improvement notice to Oxfordshire County Council, 16 November 2023' };

const oxfordshire = { name: 'Oxfordshire', laCode: '931', onsCode: 'E10000025', region: 'South East' };
const board = { kind: 'integrated-care-board', name: 'Buckinghamshire, Oxfordshire and Berkshire West Integrated Care Board' };
const inspection = {
  inspection: '2023',
  framework: '2023',
  outcome: 'systemic-failings',
  priorityAreas: 5,
  improvementAreas: 4,
  visitedFrom: '2023-07-13',
  visitedTo: '2023-07-21',
  publishedOn: '2023-09-15',
  receivedOn: '2023-09-08',
};
const steps = [
  { step: 'steps', words: 'The steps that the notice names, by the end of February 2025', dueOn: '2025-02-28' },
  { step: 'governance', words: 'An illustration of a further step', dueOn: '2025-06-30' },
];

/** Facts on public record, or illustrations that say so. */
export const localAreaExamples: Examples = {
  ...examplesFor('999', {
    RegisterLocalArea: {
      name: 'An illustrative successor',
      laCode: '999',
      onsCode: 'E06999999',
      region: 'South East',
      from: '2025-04-01',
      predecessors: ['931'],
      source: illustration,
    },
  }),
  ...examplesFor('931', {
    RecodeLocalArea: {
      ...oxfordshire,
      name: 'Oxfordshire Local Area Partnership',
      from: '2025-04-01',
      source: illustration,
      reason: 'An illustration: another name',
    },
    CorrectLocalAreaCodes: {
      ...oxfordshire,
      from: '1974-04-01',
      source: geography,
      corrects: 0,
      reason: 'An illustration: the county council is older than its code',
    },
    SucceedLocalArea: {
      successors: ['999'],
      succeededOn: '2025-04-01',
      source: illustration,
      reason: 'An illustration of a reorganisation',
    },
    RecordPartnerJoining: { ...board, from: '2022-07-01', source: illustration },
    RecordPartnerLeaving: { kind: 'local-authority', name: 'Oxfordshire County Council', leftOn: '2025-04-01', source: illustration },
    CorrectLocalAreaPartner: {
      kind: 'local-authority',
      name: 'Oxfordshire County Council',
      from: '1974-04-01',
      source: illustration,
      corrects: 1,
      reason: 'An illustration: it has been there since 1974',
    },
    RecordInspection: {
      inspection: '2025',
      framework: '2023',
      outcome: 'inconsistent',
      improvementAreas: 2,
      visitedFrom: '2025-01-20',
      publishedOn: '2025-03-20',
      source: illustration,
    },
    CorrectInspection: { ...inspection, source: ofsted, corrects: 10, reason: 'An illustration: the first day was that off site' },
    RecordInspectionReceipt: { inspection: '2023', receivedOn: '2023-09-08', source: ofsted },
    RecordRevisit: {
      revisit: '2021',
      inspection: '2017',
      visitedFrom: '2021-06-14',
      publishedOn: '2021-08-02',
      sufficient: 5,
      notSufficient: 0,
      source: illustration,
    },
    CorrectRevisit: {
      revisit: '2019',
      inspection: '2017',
      visitedFrom: '2019-10-14',
      publishedOn: '2019-12-23',
      sufficient: 4,
      notSufficient: 1,
      source: illustration,
      corrects: 3,
      reason: 'An illustration: one area was counted on the wrong side',
    },
    RecordMonitoringInspection: {
      monitoring: '2025',
      inspection: '2023',
      visitedFrom: '2025-01-13',
      publishedOn: '2025-03-03',
      effective: 5,
      notEffective: 0,
      source: illustration,
    },
    CorrectMonitoringInspection: {
      monitoring: '2025',
      inspection: '2023',
      visitedFrom: '2025-01-13',
      publishedOn: '2025-03-03',
      effective: 4,
      notEffective: 1,
      source: illustration,
      corrects: 13,
      reason: 'An illustration: one area was counted on the wrong side',
    },
    RecordMonitoringRelease: { inspection: '2017', releasedOn: '2021-07-01', source: illustration },
    CorrectMonitoringRelease: {
      inspection: '2017',
      releasedOn: '2021-07-02',
      source: illustration,
      corrects: 13,
      reason: 'An illustration: the day of the letter',
    },
    RecordCareRating: { rating: 'good', publishedOn: '2024-04-12', source: illustration },
    CorrectCareRating: {
      rating: 'requires-improvement',
      publishedOn: '2021-09-30',
      source: illustration,
      corrects: 8,
      reason: 'An illustration: another rating was meant',
    },
    RecordDsgPosition: { year: '2022-23', balance: '-5.00', source: illustration },
    CorrectDsgPosition: {
      year: '2021-22',
      balance: '-4.30',
      source: accounts,
      corrects: 9,
      reason: 'An illustration: the outturn was restated',
    },
    PublishDsgPosition: { year: '2021-22', position: 9, publishedOn: '2022-12-15', source: dsg },
    PreferSource: { year: '2020-21', prefers: 6, reason: 'An illustration: national statistics' },
    RecordInterventionJoining: { programme: 'delivering-better-value', from: '2024-01-15', advisers: true, source: illustration },
    RecordSliPartnership: { from: '2024-04-01', source: illustration },
    RecordSliPartnershipLeaving: { leftOn: '2025-03-31', source: illustration },
    CorrectSliPartnership: {
      from: '2024-05-01',
      source: illustration,
      corrects: 13,
      reason: 'An illustration: it began a month later',
    },
    IssueImprovementNotice: { notice: '2025', issuedOn: '2025-03-31', steps: steps.slice(1), source: illustration },
    CorrectImprovementNotice: {
      notice: '2023',
      issuedOn: '2023-11-16',
      steps,
      source: notice,
      corrects: 11,
      reason: 'An illustration: a step was left out',
    },
    VaryImprovementNotice: { notice: '2023', variedOn: '2025-02-27', steps, reason: 'An illustration: a further step' },
    ConfirmNoticeStep: { notice: '2023', step: 'steps', confirmedOn: '2025-02-20', reason: 'An illustration of a confirmation' },
    WithdrawNoticeStepConfirmation: {
      notice: '2023',
      step: 'steps',
      corrects: 12,
      reason: 'An illustration: confirmed on the wrong evidence',
    },
    LiftImprovementNotice: { notice: '2023', liftedOn: '2025-04-01', reason: 'An illustration: every step is confirmed' },
    ReinstateImprovementNotice: { notice: '2023', corrects: 13, reason: 'An illustration: lifted too early' },
    WithdrawFact: { corrects: 8, reason: 'An illustration: recorded of another area' },
  }),
  ...examplesFor('887', {
    RecordInterventionAdvisers: { programme: 'safety-valve', advisers: false, from: '2025-04-01', source: illustration },
    RecordInterventionLeaving: { programme: 'safety-valve', leftOn: '2025-04-01', source: illustration },
    CorrectInterventionMembership: {
      programme: 'safety-valve',
      from: '2023-03-17',
      advisers: true,
      source: agreements,
      corrects: 11,
      reason: 'An illustration: the day after the agreement',
    },
  }),
};
