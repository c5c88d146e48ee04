import * as events from '@app/domain/events';
import { playRequirements, type Play } from '../testing/play';

/** The contract of the specs, and the requirements that follow from it. */
export const CONTRACT = 'contract-CON_22889';
export const areas = ['931', '887', '851'];
export const quality = 'requirement-quality_approach~CON_22889~2023_10_12';
export const breakPoint = 'requirement-break_answer~CON_22889~2024_03_31';
export const report = (period: string): string => `requirement-monthly_report~CON_22889~${period}`;
export const escalationOf = (requirement: string): string => requirement.replace('requirement', 'escalation');

export const placed = events.OrderPlaced({
  number: 'CON_22889',
  references: ['Project_8404', 'ITT_2442'],
  title: 'SEND and AP Advisory Services',
  buyer: 'Secretary of State for Education',
  invoiceAddress: 'As in the order',
  supplier: 'Red Kite Solutions (SEN) Ltd',
  orderedOn: '2023-10-12',
  commencesOn: '2023-10-12',
  completesOn: '2025-03-31',
  maximumPence: 5_850_000,
  areas,
  breakOn: '2024-03-31',
  takesIn: [],
  firstPeriodEndsOn: '2023-10-31',
  extensionNoticeBy: '2025-02-28',
});
export const accepted = events.OrderAccepted({
  party: 'supplier',
  acceptedOn: '2023-10-12',
  binding: true,
  areas,
  commencesOn: '2023-10-12',
  completesOn: '2025-03-31',
  firstPeriodEndsOn: '2023-10-31',
  qualityApproachBy: '2023-10-26',
});
export const submitted = (period: string, periodEndsOn: string, submittedOn: string, area?: string) =>
  events.ReportSubmitted({ period, periodEndsOn, submittedOn, rhythm: 'monthly', sections: [], judgedBy: [], ...(area && { area }) });
export const discussed = events.QualityApproachDiscussed({ discussedOn: '2023-10-24', approach: 'As set out', dueBy: '2023-10-26' });

/** Both have accepted on 12 Oct 2023. */
export function bound(): Play {
  const played = playRequirements('2023-10-12T09:00:00.000Z');
  played.record(CONTRACT, accepted);
  return played;
}

/** The same, with the order and its break on record. */
export function begun(): Play {
  const played = playRequirements('2023-10-12T09:00:00.000Z');
  played.record(CONTRACT, placed);
  played.record(CONTRACT, accepted);
  return played;
}
