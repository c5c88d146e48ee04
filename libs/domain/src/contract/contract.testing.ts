import type { Actor } from '@app/event-sourcing';
import {
  AreaPassedToSuccessors,
  BreakAnswered,
  ContractEndedEarly,
  ExtensionNoticeGiven,
  InvoiceApproved,
  InvoiceSubmitted,
  NarrativeSubmitted,
  OrderAccepted,
  OrderPlaced,
  ProfessionalNamed,
  ReportAccepted,
  ReportSubmitted,
  type ContractEvent,
} from './contract.events';

/** The published order CON_22889 as far as it is legible, for the specs. */
export const orderBody = {
  number: 'CON_22889',
  references: ['Project_8404', 'ITT_2442'],
  title: 'SEND and AP Advisory Services',
  invoiceAddress: 'Department for Education, Sanctuary Buildings, Great Smith Street, London, SW1P 3BT',
  supplier: 'Red Kite Solutions (SEN) Ltd',
  orderedOn: '2023-10-12',
  commencesOn: '2023-10-12',
  completesOn: '2025-03-31',
  maximumPence: 5_850_000,
  areas: ['931', '887', '851'],
  breakOn: '2024-03-31',
};

export const references = ['CON_22889', 'Project_8404', 'ITT_2442'];
export const areas = orderBody.areas;
export const contractId = orderBody.number;

export const contractManager: Actor = { who: 'u-manager', role: 'contract-manager' };
export const teamLeader: Actor = { who: 'u-leader', role: 'team-leader' };
export const adviser: Actor = { who: 'u-adviser', role: 'adviser', subject: 'subject_1' };

export const orderPlaced = OrderPlaced({
  ...orderBody,
  buyer: 'Secretary of State for Education',
  takesIn: ['mini-competition-requirements', 'call-off-terms'],
  firstPeriodEndsOn: '2023-10-31',
  extensionNoticeBy: '2025-02-28',
});
export const buyerAccepted = OrderAccepted({ party: 'buyer', acceptedOn: '2023-10-12', binding: false });
export const supplierAccepted = OrderAccepted({
  party: 'supplier',
  acceptedOn: '2023-10-12',
  binding: true,
  areas,
  commencesOn: '2023-10-12',
  completesOn: '2025-03-31',
  firstPeriodEndsOn: '2023-10-31',
  qualityApproachBy: '2023-10-26',
});

/** Placed, and accepted by both: revisions 0 to 2. */
export const bound: readonly ContractEvent[] = [orderPlaced, buyerAccepted, supplierAccepted];

export const professionalNamed = ProfessionalNamed({ subject: 'subject_1', name: 'sealed', from: '2023-10-12' });

export const sections = areas.map((area) => ({
  area,
  outcomes: [{ outcome: `${area}_1`, progress: 'Plans are in place.', trajectory: 'improving' as const }],
  risks: [],
}));

/** Report, acceptance, narrative and invoice of a month, each on its last day. */
export const reported = (month: string, monthEndsOn: string): ContractEvent[] => [
  ReportSubmitted({ period: month, periodEndsOn: monthEndsOn, rhythm: 'monthly', submittedOn: monthEndsOn, sections, judgedBy: [] }),
  ReportAccepted({ period: month, periodEndsOn: monthEndsOn, reason: 'Honest and complete' }),
  NarrativeSubmitted({ month, monthEndsOn, submittedOn: monthEndsOn, narrative: 'What was done' }),
];

export const invoiced = (month: string, monthEndsOn: string, pence: number): ContractEvent =>
  InvoiceSubmitted({ month, monthEndsOn, pence, vatPence: Math.floor(pence / 5), submittedOn: monthEndsOn, references });

export const approved = (month: string, pence: number, approvedPence = pence): ContractEvent =>
  InvoiceApproved({
    month,
    pence,
    vatPence: Math.floor(pence / 5),
    reason: 'Delivered',
    approvedPence,
    maximumPence: orderBody.maximumPence,
    references,
  });

/** Oxfordshire passes to two successors on 1 Apr 2024 (reading 26), which is no more than an illustration. */
export const areaPassed = AreaPassedToSuccessors({
  predecessor: '931',
  successors: ['942', '943'],
  from: '2024-04-01',
  areas: [...areas, '942', '943'],
  title: orderBody.title,
  supplier: orderBody.supplier,
  commencesOn: '2023-10-12',
  endsOn: '2025-03-31',
  endedEarly: false,
  judgedBy: 'localArea-931@1',
  reason: 'A reorganisation order',
});

/** Notice of extension. */
export const noticeGiven = (givenOn: string, noticeBy: string, endsOn: string): ContractEvent =>
  ExtensionNoticeGiven({ givenOn, noticeBy, endsOn, references, reason: 'Progress takes longer' });

/** Terminated at the break of 31 Mar 2024. */
export const terminated = BreakAnswered({
  answer: 'terminate',
  breakOn: '2024-03-31',
  endsOn: '2024-03-31',
  areas,
  decidedBy: 'u-director',
  references,
  reason: 'No funding',
});

/** Ended early, by a decision of 1 Jun 2024. */
export const endedEarly = (endsOn: string, previousEnd = '2025-03-31'): ContractEvent =>
  ContractEndedEarly({ decidedOn: '2024-06-01', decidedBy: 'u-director', endsOn, previousEnd, areas, references, reason: 'No need' });
