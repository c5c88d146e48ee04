import { Nested } from '@app/event-sourcing';

/** An event that led here. */
export class WhyEvent {
  /** `stream@revision`. */
  event!: string;
  /** What it says, in a sentence. */
  says!: string;
  /** Instant of its recording. */
  recordedAt!: string;
  /** London day from which it is true. */
  effectiveOn!: string;
  /** Opaque id; `process:…` is the automation. */
  who!: string;
  role!: string;
  /** Where the event is opened. */
  link!: string;
}

/** The rule behind it, in the words of the documents. */
export class WhyRule {
  id!: string;
  sentence!: string;
}

/** A day that was passed over. */
export class WhySkippedDay {
  /** London day. */
  day!: string;
  /** Saturday, Sunday or the name of the bank holiday. */
  because!: string;
}

/** How the due day was found. */
export class WhyDue {
  /** London day by whose end it was to be on record. */
  day!: string;
  /** Last instant that is in time. */
  dueMoment!: string;
  /** In a sentence. */
  because!: string;
  /** Day from which was counted; the day after it is day 1. */
  countedFrom!: string;
  /** `working-days`, `calendar-days`, `months`, or `date` where the day was given. */
  unit!: string;
  count!: number;
  /** Weekends and bank holidays passed over, in order. */
  @Nested(() => WhySkippedDay, { each: true }) skipped!: WhySkippedDay[];
  /** Version of the bank holiday data, where working days are counted. */
  calendarVersion?: string;
  /** London days on which whoever must act is reminded. */
  remindOn?: string[];
}

/** When and on what it was judged that it had lapsed. */
export class WhyJudged {
  /** Instant of the judgement: at least 60 seconds after the due moment. */
  at!: string;
  /** Position of the log up to which nothing was found that meets it. */
  readUpTo!: string;
  /** Whether it was past already when what asks for it was recorded (reading 31). */
  pastWhenImposed!: boolean;
}

/** Somebody was sent a message. */
export class WhyDelivery {
  /** `person/…` or `role/…`; never an address. */
  recipient!: string;
  channel!: 'email' | 'webhook' | 'mailbox';
  state!: 'queued' | 'delivered' | 'parked';
  queuedAt!: string;
  deliveredAt?: string;
}

/** One step on the way, and who was told of it. */
export class WhyStep extends WhyEvent {
  /** Level that was told: 1 case lead, contract manager or grant manager; 2 team leader; 3 deputy director. */
  level?: number;
  /** Role that was told, and the person where one is known (opaque id). */
  toRole?: string;
  toPerson?: string;
  /** Whom that person covers for. */
  insteadOf?: string;
  /** Messages of this step. */
  @Nested(() => WhyDelivery, { each: true }) told!: WhyDelivery[];
}

/** Whoever must act was reminded before it was due (C4). */
export class WhyReminder {
  /** London day for which the reminder was. */
  on!: string;
  @Nested(() => WhyDelivery, { each: true }) told!: WhyDelivery[];
}

/** A number that the documents leave open, as it was in force. */
export class WhySetting {
  /** Its name in the table of requirements, e.g. `graceDays`. */
  name!: string;
  value!: number;
}

/** Why something is owed, and what became of it (E2). */
export class RequirementWhy {
  /** Id of the requirement. */
  requirement!: string;
  /** The whole of it to read, a sentence each. */
  inWords!: string[];
  rule!: WhyRule;
  /** What imposed it. */
  imposedBy!: WhyEvent;
  /** The due day in force. */
  due!: WhyDue;
  /** What was in force when it was imposed: a later change of the table moves no due day. */
  @Nested(() => WhySetting, { each: true }) settings!: WhySetting[];
  /** What meets it, and what ends it, as the table of requirements says. */
  wouldBeMetBy!: string;
  endsWith!: string;
  /** Absent while nothing has lapsed. */
  judged?: WhyJudged;
  /** What met it; absent while nothing has. */
  metBy?: WhyEvent;
  /** Everything recorded of it, in order. */
  @Nested(() => WhyStep, { each: true }) steps!: WhyStep[];
  /** Reminders that were sent, day by day. */
  @Nested(() => WhyReminder, { each: true }) reminders!: WhyReminder[];
  /** Where its escalation is explained; absent where there is none. */
  escalation?: string;
}

/** Why somebody was told, who was told when, and what came of it (E3, E6, E7). */
export class EscalationWhy {
  /** Id of the escalation. */
  escalation!: string;
  /** The whole of it to read, a sentence each. */
  inWords!: string[];
  rule!: WhyRule;
  /** What it was raised for last: a lapse, a breach, a decision. */
  cause!: WhyEvent;
  /** Everything recorded of it, in order, with who was told of each. */
  @Nested(() => WhyStep, { each: true }) steps!: WhyStep[];
  /** Where the requirement that lapsed is explained; absent where it is no lapse. */
  requirement?: string;
}
