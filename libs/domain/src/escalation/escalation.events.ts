import { defineEvent, type EventsIn, FreeText } from '@app/event-sourcing';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { IsCount, IsDay, IsEventRef, IsId, IsPersonId, IsStreamName, IsText } from '../fields';
import type * as module from './escalation.events';
import {
  ESCALATION_LEVELS,
  ESCALATION_NEEDS,
  ESCALATION_ROLES,
  SETTLED_BECAUSE,
  type EscalationLevel,
  type EscalationNeed,
  type EscalationRole,
  type SettledBecause,
} from './escalation.parts.command';

export type EscalationEvent = EventsIn<typeof module>;

class EscalationRaisedShape {
  /** What it is raised for, `stream@revision`: a lapse, a breach, a decision. */
  @IsEventRef() cause!: string;
  /** Rule id that the cause goes back to. */
  @Matches(/^[A-Z]\d{1,2}$/) rule!: string;
  @IsIn(ESCALATION_LEVELS) level!: EscalationLevel;
  /** Who is told: the role, and the person where one is assigned. */
  @IsIn(ESCALATION_ROLES) role!: EscalationRole;
  @IsOptional() @IsPersonId() person?: string;
  /** Whom `person` covers for (E3). */
  @IsOptional() @IsPersonId() insteadOf?: string;
  @IsIn(ESCALATION_NEEDS) need!: EscalationNeed;
  /** What happened, in a sentence of open facts. */
  @IsText(600) because!: string;
  /** Stream that it concerns, e.g. `improvementCase-931~inspection`. */
  @IsStreamName() what!: string;
  @IsArray() @ArrayMaxSize(50) @IsId({ each: true }) areas!: string[];
  /** London day of the cause: the due day of a lapse, the day from which a breach is true. */
  @IsDay() since!: string;
}
/** Someone must act (E3, E6). */
export const EscalationRaised = defineEvent('EscalationRaised', EscalationRaisedShape, {
  effective: ({ since }) => since,
  says: ({ level, role, because }) => `Escalated to level ${level} (${role}): ${because}`,
});

class EscalationAcknowledgedShape {
  @IsIn(ESCALATION_LEVELS) level!: EscalationLevel;
  @FreeText() @IsText() reason!: string;
}
/** The person told, or one above, has taken it on (E3). */
export const EscalationAcknowledged = defineEvent('EscalationAcknowledged', EscalationAcknowledgedShape, {
  says: ({ level }) => `Acknowledged at level ${level}`,
});

class EscalationRaisedToNextLevelShape {
  /** The level that it goes to. */
  @IsIn(ESCALATION_LEVELS) level!: EscalationLevel;
  @IsIn(ESCALATION_ROLES) role!: EscalationRole;
  @IsOptional() @IsPersonId() person?: string;
  /** Whom `person` covers for (E3). */
  @IsOptional() @IsPersonId() insteadOf?: string;
  /** Lapse of the acknowledgement, `stream@revision`. */
  @IsEventRef() lapse!: string;
}
/** It was not acknowledged in time and went up a level, or two where nobody covers at the next (E3). Version 1 named nobody's cover. */
export const EscalationRaisedToNextLevel = defineEvent('EscalationRaisedToNextLevel', EscalationRaisedToNextLevelShape, {
  version: 2,
  from: { 1: (data: object) => data },
  says: ({ level, role }) => `Not acknowledged in time: raised to level ${level} (${role})`,
});

class EscalationNotifiedAgainShape {
  /** The level that is told again: the highest. */
  @IsIn(ESCALATION_LEVELS) level!: EscalationLevel;
  @IsIn(ESCALATION_ROLES) role!: EscalationRole;
  @IsOptional() @IsPersonId() person?: string;
  /** Whom `person` covers for (E3). */
  @IsOptional() @IsPersonId() insteadOf?: string;
  /** How often it has been told again, this time included. */
  @IsCount(1, 100) time!: number;
  /** Lapse of the acknowledgement, `stream@revision`. */
  @IsEventRef() lapse!: string;
}
/** It was not acknowledged in time at the highest level, which is told again (E3). Version 1 named nobody's cover. */
export const EscalationNotifiedAgain = defineEvent('EscalationNotifiedAgain', EscalationNotifiedAgainShape, {
  version: 2,
  from: { 1: (data: object) => data },
  says: ({ level, role, time }) => `Not acknowledged in time at level ${level}: ${role} told again (${time})`,
});

class SupportPutInPlaceShape {
  @IsIn(ESCALATION_NEEDS) kind!: EscalationNeed;
  /** London day from which it is in place. */
  @IsDay() from!: string;
  @FreeText() @IsText() description!: string;
}
/** What was put in place for the need that the escalation names (E6, A7). */
export const SupportPutInPlace = defineEvent('SupportPutInPlace', SupportPutInPlaceShape, {
  effective: ({ from }) => from,
  says: ({ kind, from }) => `Put in place from ${from}: ${SUPPORT_IN_WORDS[kind]}`,
});

class SupportCorrectedShape {
  /** Revision of what was recorded wrongly. */
  @IsInt() @Min(0) @Max(1_000_000) corrects!: number;
  @IsIn(ESCALATION_NEEDS) kind!: EscalationNeed;
  /** London day from which it is in place. */
  @IsDay() from!: string;
  @FreeText() @IsText() description!: string;
  @FreeText() @IsText() reason!: string;
}
/** What was put in place had been recorded wrongly. */
export const SupportCorrected = defineEvent('SupportCorrected', SupportCorrectedShape, {
  effective: ({ from }) => from,
  says: ({ corrects, kind, from }) => `Corrects what was put in place (${corrects}): ${SUPPORT_IN_WORDS[kind]} from ${from}`,
});

const SUPPORT_IN_WORDS: Readonly<Record<EscalationNeed, string>> = {
  information: 'information',
  'departmental-intervention': 'departmental intervention',
  'additional-adviser-support': 'additional adviser support',
};

class EscalationResolvedShape {
  @IsIn(SETTLED_BECAUSE) because!: SettledBecause;
  /** What settled it, `stream@revision`, where the automation found it. */
  @IsOptional() @IsEventRef() by?: string;
  /** Where a person resolved it. */
  @IsOptional() @FreeText() @IsText() reason?: string;
}
/** What it asked for has been done (E3). */
export const EscalationResolved = defineEvent('EscalationResolved', EscalationResolvedShape, {
  says: ({ because }) => `Resolved: ${SETTLED_IN_WORDS[because]}`,
});

class EscalationWithdrawnShape {
  @IsIn(SETTLED_BECAUSE) because!: SettledBecause;
  /** What settled it, `stream@revision`, where the automation found it. */
  @IsOptional() @IsEventRef() by?: string;
  /** Where a person withdrew it. */
  @IsOptional() @FreeText() @IsText() reason?: string;
}
/** There is no cause for it any more (E3). */
export const EscalationWithdrawn = defineEvent('EscalationWithdrawn', EscalationWithdrawnShape, {
  says: ({ because }) => `Withdrawn: ${SETTLED_IN_WORDS[because]}`,
});

const SETTLED_IN_WORDS: Readonly<Record<SettledBecause, string>> = {
  'by-decision': 'a person decided, with a reason',
  'met-late': 'what was owed was recorded, late',
  'done-in-time': 'what was owed was done in time and recorded late',
  answered: 'what it asked for was decided',
  'met-in-time': 'what was owed had been recorded in time',
  rescheduled: 'the due day has moved',
  released: 'what it served has ended',
  waived: 'the requirement was waived',
  'cause-ended': 'the cause no longer holds',
};

class EscalationReopenedShape {
  /** Revision of the resolution or withdrawal that was a mistake. */
  @IsInt() @Min(0) @Max(1_000_000) corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** It had been resolved or withdrawn by mistake, and stands as before. */
export const EscalationReopened = defineEvent('EscalationReopened', EscalationReopenedShape, {
  says: ({ corrects }) => `Reopened: its end (${corrects}) was a mistake`,
});
