import { Nested, Personal } from '@app/event-sourcing';

/** A signature under the order (C1). */
export class ContractAcceptance {
  party!: 'buyer' | 'supplier';
  acceptedOn!: string;
}

/** The professional who delivers the services, from a day on (C8). */
export class ContractProfessional {
  /** Subject id under whose key the name is sealed. */
  subject!: string;
  @Personal('subject', 'adviser-contact') name!: string;
  @Personal('subject', 'adviser-contact') contact?: string;
  from!: string;
  /** Revision of the record, or of its latest correction, on the contract's stream. */
  record!: number;
}

/** A month's invoice (C3). */
export class ContractInvoice {
  /** First day of the month's period. */
  month!: string;
  /** In pence, VAT apart. */
  pence!: number;
  vatPence!: number;
  status!: 'submitted' | 'approved' | 'paid';
  submittedOn!: string;
  paidOn?: string;
}

/** Call-off days per month from a day on (C2). */
export class ContractCallOff {
  /** An exact decimal. */
  daysPerMonth!: string;
  from!: string;
}

/** Work for one area on one day by one person (C2, C18). */
export class ContractAdviceDay {
  day!: string;
  area!: string;
  /** Subject id. */
  person!: string;
  minutes!: number;
  onSite!: boolean;
  record!: number;
}

/** What an area got in a month. */
export class ContractAreaDays {
  area!: string;
  minutes!: number;
  /** Dates on which a person worked for it; one date can serve several areas. */
  dates!: number;
  /** Dates of these on site (C19). */
  onSite!: number;
}

/** Days delivered in a calendar month against what is agreed (C2, reading 21). */
export class ContractMonthDays {
  /** `2023-11`. */
  month!: string;
  /** Days of the allocation: each date of each person once, all areas together. */
  days!: number;
  @Nested(() => ContractAreaDays, { each: true }) areas!: ContractAreaDays[];
}

/** How often the supplier reports on an area (C10). */
export class ContractRhythm {
  area!: string;
  rhythm!: 'monthly' | 'fortnightly' | 'weekly';
  from!: string;
}

/** The latest report, of all areas or of one whose reporting is increased (C9). */
export class ContractReport {
  /** Absent for the monthly report on all areas. */
  area?: string;
  period!: string;
  periodEndsOn!: string;
  status!: 'submitted' | 'returned' | 'accepted';
}

/** Visits that were agreed for an area (C19). */
export class ContractVisits {
  area!: string;
  visitsPerMonth!: number;
  from!: string;
}

/** A liaison with a programme's advisers (C14). */
export class ContractLiaison {
  area!: string;
  programme!: 'delivering-better-value' | 'safety-valve';
  day!: string;
  record!: number;
}

/** A meeting with the Department (C13). */
export class ContractMeeting {
  meeting!: string;
  kind!: string;
  area?: string;
  on!: string;
  status!: 'scheduled' | 'held' | 'cancelled';
  /** Who was represented, and who was expected and was not, once it was held. */
  represented?: string[];
  absent?: string[];
}

/** A request for management information (C12). */
export class ContractRequest {
  request!: string;
  area?: string;
  requestedOn!: string;
  dueOn!: string;
  status!: 'open' | 'provided' | 'cancelled';
  providedOn?: string;
}

/** A diagnostic of an area (C18). */
export class ContractDiagnostic {
  diagnostic!: string;
  area!: string;
  madeOn!: string;
  madeBy!: string;
}

/** An area of the contract that passes to those which succeed it (reading 26). */
export class ContractAreaPassing {
  /** Local area that was succeeded, by its id. */
  predecessor!: string;
  /** Local areas in its place, by their ids. */
  successors!: string[];
  /** First day of the successors in the contract. */
  from!: string;
}

/** An extension that is offered without prejudice (C7). */
export class ContractOffer {
  offeredOn!: string;
  months!: number;
  completesOn!: string;
}

/** An advisory contract: its money, its end, its reports and its days. One row per contract, by its number (C1 to C19). */
export class ContractRow {
  /** Title of the call-off (C1). */
  title!: string;
  /** Organisation that delivers the services. */
  supplier!: string;
  /** Further references that stand on all correspondence (C20). */
  references!: string[];
  /** Local areas by their ids: those of the order, and all that succeed them. */
  areas!: string[];
  /** In order of their days. */
  @Nested(() => ContractAreaPassing, { each: true }) areaPassings!: ContractAreaPassing[];
  /** From the order to its end; `binding` once both have signed. */
  status!: 'placed' | 'withdrawn' | 'declined' | 'binding' | 'ended-early' | 'completed';
  @Nested(() => ContractAcceptance, { each: true }) acceptances!: ContractAcceptance[];
  /** Opaque id of the contract manager. */
  manager?: string;
  /** In order of their first days; the last one is the present one. */
  @Nested(() => ContractProfessional, { each: true }) professionals!: ContractProfessional[];
  /** Subject id of the present one. */
  professional?: string;
  orderedOn!: string;
  /** First day of the services. */
  commencesOn!: string;
  /** Completion as agreed at first. */
  completesOn!: string;
  /** Last day as things stand. */
  endsOn!: string;
  /** Decision point at which the Department may terminate (C4). */
  breakOn?: string;
  /** How the decision point was answered. */
  breakAnswer?: 'continue' | 'terminate';
  /** Whole months of extension that are used (C6). */
  extensionMonths!: number;
  /** Whole months of extension that are left (C6). */
  extensionLeft!: number;
  /** Last day for the notice of a (further) extension; absent where none is possible. */
  noticeBy?: string;
  noticeGivenOn?: string;
  /** The last day for notice passed without notice. */
  rightEnded!: boolean;
  @Nested(() => ContractOffer) offer?: ContractOffer;
  /** Maximum value in pence, VAT apart (C3). */
  maximumPence!: number;
  /** Sum of the invoices that stand, approved or not. */
  invoicedPence!: number;
  /** Sum of the approved invoices in pence, VAT apart (C3). */
  approvedPence!: number;
  /** Sum of the paid invoices in pence, VAT apart. */
  paidPence!: number;
  /** Maximum value less what is approved. */
  remainingPence!: number;
  @Nested(() => ContractInvoice, { each: true }) invoices!: ContractInvoice[];
  /** In order of their first days; unknown before the first (C2). */
  @Nested(() => ContractCallOff, { each: true }) callOff!: ContractCallOff[];
  @Nested(() => ContractMonthDays, { each: true }) months!: ContractMonthDays[];
  @Nested(() => ContractAdviceDay, { each: true }) advice!: ContractAdviceDay[];
  @Nested(() => ContractVisits, { each: true }) visits!: ContractVisits[];
  /** Areas whose rhythm is not simply monthly, and those that are monthly again. */
  @Nested(() => ContractRhythm, { each: true }) rhythms!: ContractRhythm[];
  @Nested(() => ContractReport, { each: true }) lastReports!: ContractReport[];
  qualityDiscussedOn?: string;
  @Nested(() => ContractLiaison, { each: true }) liaisons!: ContractLiaison[];
  @Nested(() => ContractMeeting, { each: true }) meetings!: ContractMeeting[];
  @Nested(() => ContractRequest, { each: true }) requests!: ContractRequest[];
  @Nested(() => ContractDiagnostic, { each: true }) diagnostics!: ContractDiagnostic[];
  /** Categories that stay confidential after the end; absent until a person has decided (P1, reading 17). */
  staysConfidential?: string[];
}
