import { Confidential, defineEvent, FreeText } from '@app/event-sourcing';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import { IsCount, IsDay, IsExactDecimal, IsId, IsText } from '../fields';
import { ELIGIBILITY_REQUIREMENTS, ELIGIBILITY_RULE, RULE_SETS, type EligibilityRequirement, type RuleSet } from '../programme/grant-terms';

/** What may be done about a breach (G17). */
export const BREACH_DECISIONS = ['terminate', 'continue', 'remedy'] as const;
export type BreachDecision = (typeof BREACH_DECISIONS)[number];

class EligibilityJudgedShape {
  /** Local area whose fact it is. */
  @IsId() area!: string;
  /** Rule that is broken or holds again. */
  @Matches(ELIGIBILITY_RULE) rule!: string;
  /** Route of G12 under which it was judged. */
  @IsOptional() @IsIn(['a', 'b', 'c']) route?: 'a' | 'b' | 'c';
  /** What was found. */
  @IsOptional() @IsText(300) value?: string;
  /** Balance of the dedicated schools grant in per cent of its income; may be unpublished. */
  @IsOptional() @Confidential('unpublished-dsg') @IsExactDecimal() balance?: string;
  /** What it was held against. */
  @IsOptional() @IsText(300) threshold?: string;
  /** The fact that caused it. */
  @IsText(300) fact!: string;
  @IsIn(RULE_SETS) ruleSet!: RuleSet;
  /** Day from which it is true: the fact's own (reading 22). */
  @IsDay() effectiveOn!: string;
  /** `stream@revision` that was judged. */
  @IsText(200) judgedBy!: string;
  /** Revision of the area's last fact that was judged. */
  @IsCount() factsUpTo!: number;
}
/** A fact about the local area broke an eligibility rule during the grant (G16). */
export const EligibilityBreached = defineEvent('EligibilityBreached', EligibilityJudgedShape, {
  effective: ({ effectiveOn }) => effectiveOn,
  says: ({ area, rule, effectiveOn }) => `Local area ${area} has not met ${rule} since ${effectiveOn}`,
});

class EligibilityRestoredShape extends EligibilityJudgedShape {
  /** Revision of the breach that it ends; the breach stays on record. */
  @IsCount() breach!: number;
}
/** A broken eligibility rule holds again; neither the breach nor this erases the other (G16). */
export const EligibilityRestored = defineEvent('EligibilityRestored', EligibilityRestoredShape, {
  effective: ({ effectiveOn }) => effectiveOn,
  says: ({ area, rule, effectiveOn }) => `Local area ${area} meets ${rule} again since ${effectiveOn}`,
});

class EligibilityConfirmedShape {
  /** First day of the grant year that it is for. */
  @IsDay() yearFrom!: string;
  @IsDay() confirmedOn!: string;
  /** Requirements that are confirmed. */
  @IsArray() @ArrayMaxSize(5) @IsIn(ELIGIBILITY_REQUIREMENTS, { each: true }) requirements!: EligibilityRequirement[];
  @FreeText() @IsText() statement!: string;
}
/** The partner confirmed its eligibility, as it does once a year (G16). */
export const EligibilityConfirmed = defineEvent('EligibilityConfirmed', EligibilityConfirmedShape, {
  effective: ({ confirmedOn }) => confirmedOn,
  says: ({ yearFrom }) => `Eligibility confirmed for the grant year from ${yearFrom}`,
});

class EligibilityConfirmationWithdrawnShape {
  @IsDay() yearFrom!: string;
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** A yearly confirmation of eligibility was taken back (G16). */
export const EligibilityConfirmationWithdrawn = defineEvent('EligibilityConfirmationWithdrawn', EligibilityConfirmationWithdrawnShape, {
  says: ({ yearFrom }) => `Confirmation of eligibility for the grant year from ${yearFrom} withdrawn`,
});

class ExcellenceDoubtedShape {
  @IsId() area!: string;
  @IsDay() doubtedOn!: string;
  @FreeText() @IsText() reason!: string;
}
/** Whether the partner is high performing, well led and able to support others was doubted: it is to be judged again (G22). */
export const ExcellenceDoubted = defineEvent('ExcellenceDoubted', ExcellenceDoubtedShape, {
  effective: ({ doubtedOn }) => doubtedOn,
  says: ({ area }) => `Excellence of local area ${area} doubted`,
});

class ExcellenceDoubtWithdrawnShape {
  @IsId() area!: string;
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** A doubt was withdrawn (G22). */
export const ExcellenceDoubtWithdrawn = defineEvent('ExcellenceDoubtWithdrawn', ExcellenceDoubtWithdrawnShape, {
  says: ({ area }) => `Doubt about local area ${area} withdrawn`,
});

class EvidenceJudgedAgainShape {
  @IsId() area!: string;
  /** `route-c`: quality and capacity of an area not yet inspected (G12); `excellence`: G22. */
  @IsIn(['route-c', 'excellence']) matter!: 'route-c' | 'excellence';
  @IsIn(['met', 'not-met']) judgement!: 'met' | 'not-met';
  @IsDay() judgedOn!: string;
  @FreeText() @IsText() reason!: string;
  /** Revision of the doubt that it answers, where there was one. */
  @IsOptional() @IsCount() doubt?: number;
}
/** During the grant a person judged the partner’s evidence again, with reasons (G12 c, G22). */
export const EvidenceJudgedAgain = defineEvent('EvidenceJudgedAgain', EvidenceJudgedAgainShape, {
  effective: ({ judgedOn }) => judgedOn,
  says: ({ area, matter, judgement }) =>
    `Evidence of local area ${area} judged again: ${matter === 'route-c' ? 'quality and capacity (G12 c)' : 'excellence (G22)'} ${judgement}`,
});

class BreachDecidedShape {
  @IsId() area!: string;
  @Matches(ELIGIBILITY_RULE) rule!: string;
  /** Revision of the breach that is decided on. */
  @IsCount() breach!: number;
  @IsIn(BREACH_DECISIONS) decision!: BreachDecision;
  @IsDay() decidedOn!: string;
  /** Day by which the breach has to be remedied. */
  @IsOptional() @IsDay() remedyBy?: string;
  /** Days delivered from here to the decision are not paid (reading 22). */
  @IsOptional() @IsDay() unpayableFrom?: string;
  @FreeText() @IsText() reason!: string;
}
/** A person decided on a breach: terminate, continue, or remedy by a date (G17). */
export const BreachDecided = defineEvent('BreachDecided', BreachDecidedShape, {
  effective: ({ decidedOn }) => decidedOn,
  says: ({ area, rule, decision, remedyBy }) =>
    `Breach of ${rule} by local area ${area} decided: ${decision}${remedyBy === undefined ? '' : ` by ${remedyBy}`}`,
});

class WorkTerminatedShape {
  @IsId() area!: string;
  /** Last day of work. */
  @IsDay() terminatedOn!: string;
  /** Last day on which days up to the termination can be claimed (reading 23). */
  @IsDay() claimableUntil!: string;
  /** Rules whose breach it rests on. */
  @IsArray() @ArrayMaxSize(100) @Matches(ELIGIBILITY_RULE, { each: true }) rules!: string[];
  @FreeText() @IsText() reason!: string;
}
/** All live and pending work of the partner was terminated (G17). */
export const WorkTerminated = defineEvent('WorkTerminated', WorkTerminatedShape, {
  effective: ({ terminatedOn }) => terminatedOn,
  says: ({ area, terminatedOn, claimableUntil }) =>
    `Live and pending work of local area ${area} terminated on ${terminatedOn}; claimable until ${claimableUntil}`,
});

class TerminationReversedShape {
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** A termination that should not have been recorded was taken back (G17). */
export const TerminationReversed = defineEvent('TerminationReversed', TerminationReversedShape, {
  says: () => 'Termination of work taken back',
});
