import { defineEvent, FreeText, type EventsIn } from '@app/event-sourcing';
import { IsArray, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsCount, IsDay, IsEventRef, IsId, IsPersonId, IsText } from '../fields';
import type * as module from './risk.events';

/** Everything that can happen to a risk. */
export type RiskEvent = EventsIn<typeof module>;

/** What an escalated risk needs (E6, A7). */
export const RISK_NEEDS = ['information', 'departmental-intervention', 'additional-adviser-support'] as const;
export type RiskNeed = (typeof RISK_NEEDS)[number];

class RiskRaisedShape {
  /** Local area by its id. */
  @IsId() area!: string;
  /** Outcome of Annex A by its id; absent where it belongs to none. */
  @IsOptional() @IsId() outcome?: string;
  /** Contract whose delivery is at risk, by its number (C15); absent where there is none. */
  @IsOptional() @IsId() contract?: string;
  /** Grant by the partner's id, `{area}~{programme}`; absent where there is none. */
  @IsOptional() @IsId() grant?: string;
  @IsDay() raisedOn!: string;
  /** 1 rare to 5 almost certain. */
  @IsInt() @Min(1) @Max(5) likelihood!: number;
  /** 1 slight to 5 severe. */
  @IsInt() @Min(1) @Max(5) impact!: number;
  /** Likelihood times impact. */
  @IsCount(1, 25) score!: number;
  /** Opaque id of who owns the risk. */
  @IsPersonId() owner!: string;
  @IsDay() nextReviewOn!: string;
  @FreeText() @IsText() summary!: string;
  /** The contract that it was judged by, `stream@revision`; absent where the risk is to none. */
  @IsOptional() @IsEventRef() judgedBy?: string;
}
/** A risk was raised (E1). */
export const RiskRaised = defineEvent('RiskRaised', RiskRaisedShape, {
  effective: ({ raisedOn }) => raisedOn,
  says: ({ area, likelihood, impact, nextReviewOn }) =>
    `Risk raised in ${area}: likelihood ${likelihood}, impact ${impact}, next review on ${nextReviewOn}`,
});

class RiskCorrectedShape extends RiskRaisedShape {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** The record of a raising was corrected, before anything followed upon it (E1). */
export const RiskCorrected = defineEvent('RiskCorrected', RiskCorrectedShape, {
  effective: ({ raisedOn }) => raisedOn,
  says: ({ area, likelihood, impact, nextReviewOn }) =>
    `The record of the risk was corrected: ${area}, likelihood ${likelihood}, impact ${impact}, next review on ${nextReviewOn}`,
});

class RiskReassessedShape {
  @IsDay() reassessedOn!: string;
  @IsInt() @Min(1) @Max(5) likelihood!: number;
  @IsInt() @Min(1) @Max(5) impact!: number;
  /** Likelihood times impact. */
  @IsCount(1, 25) score!: number;
  /** Score before. */
  @IsCount(1, 25) previousScore!: number;
  /** Review that was due. */
  @IsDay() reviewDueOn!: string;
  @IsDay() nextReviewOn!: string;
  @FreeText() @IsText() reason!: string;
}
/** A risk was reviewed and assessed anew; the next review is set (E1, C15). */
export const RiskReassessed = defineEvent('RiskReassessed', RiskReassessedShape, {
  effective: ({ reassessedOn }) => reassessedOn,
  says: ({ likelihood, impact, nextReviewOn }) =>
    `Risk reassessed: likelihood ${likelihood}, impact ${impact}, next review on ${nextReviewOn}`,
});

class RiskMitigatedShape {
  /** Id of the mitigation within the risk. */
  @IsId() mitigation!: string;
  @IsDay() mitigatedOn!: string;
  /** What is done so that it is less likely or less severe. */
  @FreeText() @IsText() what!: string;
  /** Opaque id of who does it. */
  @IsPersonId() owner!: string;
}
/** A mitigation was put in place (E1). */
export const RiskMitigated = defineEvent('RiskMitigated', RiskMitigatedShape, {
  effective: ({ mitigatedOn }) => mitigatedOn,
  says: ({ mitigation, mitigatedOn }) => `Mitigation ${mitigation} put in place on ${mitigatedOn}`,
});

class MitigationWithdrawnShape {
  /** Id of the mitigation within the risk. */
  @IsId() mitigation!: string;
  @FreeText() @IsText() reason!: string;
}
/** A mitigation was taken back: it does not work, or was recorded wrongly (E1). */
export const MitigationWithdrawn = defineEvent('MitigationWithdrawn', MitigationWithdrawnShape, {
  says: ({ mitigation }) => `Mitigation ${mitigation} withdrawn`,
});

class RiskEscalatedShape {
  /** Local area by its id. */
  @IsId() area!: string;
  /** Contract by its number; absent where the risk is to none. */
  @IsOptional() @IsId() contract?: string;
  /** Grant by the partner's id; absent where the risk is to none. */
  @IsOptional() @IsId() grant?: string;
  /** What is needed. */
  @IsArray() @IsIn(RISK_NEEDS, { each: true }) needs!: RiskNeed[];
  /** Likelihood times impact as it stands. */
  @IsCount(1, 25) score!: number;
  @FreeText() @IsText() reason!: string;
}
/** A risk was escalated: the need for rapid intervention is highlighted (E1, A7). */
export const RiskEscalated = defineEvent('RiskEscalated', RiskEscalatedShape, {
  says: ({ area, needs }) => `Risk in ${area} escalated: ${needs.join(', ')}`,
});

class RiskPassedOnShape {
  /** Opaque id of the new owner. */
  @IsPersonId() owner!: string;
  /** Opaque id of the owner before. */
  @IsPersonId() previousOwner!: string;
  @FreeText() @IsText() reason!: string;
}
/** A risk was passed on to another owner (E1). */
export const RiskPassedOn = defineEvent('RiskPassedOn', RiskPassedOnShape, {
  says: ({ owner, previousOwner }) => `Risk passed on from ${previousOwner} to ${owner}`,
});

class RiskClosedShape {
  @IsDay() closedOn!: string;
  @FreeText() @IsText() reason!: string;
}
/** A risk was closed (E1). */
export const RiskClosed = defineEvent('RiskClosed', RiskClosedShape, {
  effective: ({ closedOn }) => closedOn,
  says: ({ closedOn }) => `Risk closed on ${closedOn}`,
});

class RiskReopenedShape {
  @IsDay() reopenedOn!: string;
  @IsDay() nextReviewOn!: string;
  @FreeText() @IsText() reason!: string;
}
/** A closed risk was opened again, with a next review (E1). */
export const RiskReopened = defineEvent('RiskReopened', RiskReopenedShape, {
  effective: ({ reopenedOn }) => reopenedOn,
  says: ({ reopenedOn, nextReviewOn }) => `Risk opened again on ${reopenedOn}, next review on ${nextReviewOn}`,
});
