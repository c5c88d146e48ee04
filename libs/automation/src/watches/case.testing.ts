import * as events from '@app/domain/events';
import { playRequirements, type Play } from '../testing/play';

/** A case of Oxfordshire, for the specs of its duties. */
export const CASE = 'improvementCase-931~inspection';
export const AREA = 'localArea-931';
export const CONTRACT = 'contract-CON_22889';
export const of = (definition: string, period: string, id = '931~inspection') => `requirement-${definition}~${id}~${period}`;
export const source = { publisher: 'Ofsted', title: 'Area SEND inspection of Oxfordshire' };
export const opening = {
  area: '931',
  cause: 'inspection' as const,
  inspection: '2023_07',
  openedOn: '2023-09-15',
  reason: 'Widespread and systemic failings',
  judgedBy: 'localArea-931@1',
};
export const opened = events.CaseOpened(opening);
export const closed = (closedOn: string) => events.CaseClosed({ area: '931', cause: 'inspection', closedOn, reason: 'Done' });
export const inspection = {
  inspection: '2023_07',
  framework: '2023' as const,
  outcome: 'systemic-failings' as const,
  visitedFrom: '2023-07-13',
  publishedOn: '2023-09-15',
  receivedOn: '2023-09-08',
  source,
};
const { receivedOn: _receivedOn, ...notReceived } = inspection;
export const withoutReceipt = notReceived;
export const submission = {
  area: '931',
  inspection: '2023_07',
  to: ['ofsted' as const],
  submittedOn: '2023-10-24',
  again: false,
  judgedBy: 'localArea-931@1',
};
export const submitted = (submittedOn: string) => events.ActionPlanSubmitted({ ...submission, submittedOn });
export const accepted = events.OrderAccepted({
  party: 'supplier',
  acceptedOn: '2023-10-12',
  binding: true,
  areas: ['931', '887', '851'],
  commencesOn: '2023-10-12',
  completesOn: '2025-03-31',
  firstPeriodEndsOn: '2023-10-31',
  qualityApproachBy: '2023-10-26',
});
export const agreed = (kind: 'overall' | 'apa' | 'afi' | 'timeliness', area = '931') =>
  events.OutcomeAgreed({ area, outcome: `o_${kind}`, kind, words: 'As published', measures: ['As agreed'], agreedOn: '2023-10-12' });
export const answer = { answer: 'yes' as const, words: 'Seen' };
export const dive = (heldOn: string, kind: 'six-monthly' | 'apa' = 'six-monthly', deepDive = `d${heldOn}`.replaceAll('-', '_')) => ({
  deepDive,
  kind,
  heldOn,
  linesOfEnquiry: 'Plans',
  progressMade: 'Some',
  findings: [
    {
      outcome: 'o_apa',
      clearPlans: answer,
      leadersUnderstand: answer,
      vcuUnderstands: answer,
      rating: 'on-track' as const,
      trajectory: 'steady' as const,
    },
  ],
  area: '931',
});
export const dived = (...about: Parameters<typeof dive>) => events.DeepDiveRecorded({ ...dive(...about), nextSteps: [] });
export const takenStock = (heldOn: string) =>
  events.StocktakeRecorded({
    stocktake: `s${heldOn}`.replaceAll('-', '_'),
    heldOn,
    partners: [{ partner: 'Local authority', oversight: 'developing', evidence: 'Minutes' }],
    summary: 'Growing',
    area: '931',
  });

export const oxfordshire = (now = '2023-09-15T09:00:00.000Z'): Play => {
  const play = playRequirements(now);
  play.record(AREA, events.InspectionRecorded(inspection));
  play.record(CASE, opened);
  return play;
};
