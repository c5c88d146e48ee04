import { defineEvent, FreeText, Nested, type EventsIn } from '@app/event-sourcing';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsCount, IsDay, IsId, IsInstant, IsPence, IsText } from '../fields';
import { pounds } from '../money';
import { ELIGIBILITY_REQUIREMENTS, RULE_SETS, type EligibilityRequirement, type RuleSet } from '../programme/grant-terms';
import { IsSupportOption, OverheadItem } from '../programme/programme.parts.command';
import { CostedDays, EligibilityResult } from './application.parts.command';
import type * as module from './application.events';

export type ApplicationEvent = EventsIn<typeof module>;

class ApplicationStartedShape {
  @IsId() programme!: string;
  /** Local area that leads and would receive the grant. */
  @IsId() lead!: string;
  /** Local areas that apply with it. */
  @IsArray() @ArrayMaxSize(19) @IsId({ each: true }) others!: string[];
}
/** An application for a grant was started (G5). */
export const ApplicationStarted = defineEvent('ApplicationStarted', ApplicationStartedShape, {
  says: ({ lead, others }) => `Application started by local area ${lead}${others.length > 0 ? ` with ${others.join(', ')}` : ''}`,
});

class StrengthEvidencedShape {
  /** Id of the strength within the application. */
  @IsId() strength!: string;
  @FreeText() @IsText() statement!: string;
  @FreeText() @IsText() evidence!: string;
}
/** A strength of the applicants’ SEND services was evidenced (G5). */
export const StrengthEvidenced = defineEvent('StrengthEvidenced', StrengthEvidencedShape, {
  says: ({ strength }) => `Strength ${strength} evidenced`,
});

class StrengthWithdrawnShape {
  @IsId() strength!: string;
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** An evidenced strength was taken back (G5). */
export const StrengthWithdrawn = defineEvent('StrengthWithdrawn', StrengthWithdrawnShape, {
  says: ({ strength }) => `Strength ${strength} withdrawn`,
});

class SupportOptionOfferedShape {
  @IsSupportOption() option!: string;
  /** Evidenced strengths that it follows from. */
  @IsArray() @ArrayMaxSize(50) @IsId({ each: true }) strengths!: string[];
  @FreeText() @IsText() offer!: string;
}
/** An option of support was offered, following from evidenced strengths (G5, G6). */
export const SupportOptionOffered = defineEvent('SupportOptionOffered', SupportOptionOfferedShape, {
  says: ({ option, strengths }) => `Support offered: ${option}, following from ${strengths.join(', ')}`,
});

class SupportOptionWithdrawnShape {
  @IsSupportOption() option!: string;
  @FreeText() @IsText() reason!: string;
}
/** An offered option of support was withdrawn (G6). */
export const SupportOptionWithdrawn = defineEvent('SupportOptionWithdrawn', SupportOptionWithdrawnShape, {
  says: ({ option }) => `Offer of ${option} withdrawn`,
});

class PeerSupportExampleAddedShape {
  /** Id of the example within the application. */
  @IsId() example!: string;
  @IsIn(['current', 'previous']) time!: 'current' | 'previous';
  @FreeText() @IsText() support!: string;
  /** Tangible impact that it had. */
  @FreeText() @IsText() impact!: string;
}
/** An example of peer support was given, with its tangible impact (G5). */
export const PeerSupportExampleAdded = defineEvent('PeerSupportExampleAdded', PeerSupportExampleAddedShape, {
  says: ({ example, time }) => `Example ${example} of ${time} peer support given`,
});

class PeerSupportExampleWithdrawnShape {
  @IsId() example!: string;
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** An example of peer support was taken back (G5). */
export const PeerSupportExampleWithdrawn = defineEvent('PeerSupportExampleWithdrawn', PeerSupportExampleWithdrawnShape, {
  says: ({ example }) => `Example ${example} withdrawn`,
});

class ProposalCostedShape {
  /** Minutes of a working day: 420 or more (G7). */
  @IsInt() @Min(420) @Max(1_440) minutesPerDay!: number;
  @IsArray() @ArrayMaxSize(50) @Nested(() => CostedDays, { each: true }) days!: CostedDays[];
  @IsArray() @ArrayMaxSize(100) @Nested(() => OverheadItem, { each: true }) overheads!: OverheadItem[];
  /** Sum of days at their rates, in pence. */
  @IsPence() dayCostsPence!: number;
  /** Sum of the overheads, in pence. */
  @IsPence() overheadsPence!: number;
  @IsPence() totalPence!: number;
}
/** The proposal was costed in days and pence for the whole funded period; a later costing takes the place of this one (G7 to G9). */
export const ProposalCosted = defineEvent('ProposalCosted', ProposalCostedShape, {
  says: ({ days, totalPence }) => `Proposal costed at ${pounds(totalPence)} for ${days.reduce((sum, line) => sum + line.days, 0)} days`,
});

class EligibilityDeclaredShape {
  /** Local area that it is declared of. */
  @IsId() area!: string;
  @IsIn(ELIGIBILITY_REQUIREMENTS) requirement!: EligibilityRequirement;
  @FreeText() @IsText() evidence!: string;
}
/** A local area’s eligibility was declared under one requirement, with evidence (G5, G12 to G15, G22). */
export const EligibilityDeclared = defineEvent('EligibilityDeclared', EligibilityDeclaredShape, {
  says: ({ area, requirement }) => `Eligibility of local area ${area} declared under ${requirement}`,
});

class ApplicationSubmittedShape {
  /** Instant at which it was received. */
  @IsInstant() receivedAt!: string;
  @IsInstant() applicationsCloseAt!: string;
  /** Reference that was quoted (G4). */
  @IsId() quotedReference!: string;
  /** Whether the template of the portal was used (G4). */
  @IsBoolean() onTemplate!: boolean;
}
/** The application was submitted, complete and in time (G4, G5). */
export const ApplicationSubmitted = defineEvent('ApplicationSubmitted', ApplicationSubmittedShape, {
  says: ({ receivedAt }) => `Application submitted, received at ${receivedAt}`,
});

class LateSubmissionRefusedShape {
  @IsInstant() receivedAt!: string;
  /** The deadline that was missed. */
  @IsInstant() applicationsCloseAt!: string;
}
/** A submission after the deadline was refused; nothing else happened (G4). */
export const LateSubmissionRefused = defineEvent('LateSubmissionRefused', LateSubmissionRefusedShape, {
  says: ({ receivedAt, applicationsCloseAt }) =>
    `Submission received at ${receivedAt} refused as late: applications closed at ${applicationsCloseAt}`,
});

class ApplicationWithdrawnShape {
  @FreeText() @IsText() reason!: string;
}
/** The application was withdrawn. */
export const ApplicationWithdrawn = defineEvent('ApplicationWithdrawn', ApplicationWithdrawnShape, { says: () => 'Application withdrawn' });

class AreaAssessment {
  @IsId() area!: string;
  @IsArray() @ArrayMaxSize(20) @Nested(() => EligibilityResult, { each: true }) results!: EligibilityResult[];
  /** Revision of the area’s last fact that was judged. */
  @IsCount() factsUpTo!: number;
  /** `stream@revision` that was judged. */
  @IsText(200) judgedBy!: string;
}
class EligibilityAssessedShape {
  /** Day on which the facts were judged. */
  @IsDay() assessedOn!: string;
  @IsIn(RULE_SETS) ruleSet!: RuleSet;
  @IsArray() @ArrayMaxSize(20) @Nested(() => AreaAssessment, { each: true }) areas!: AreaAssessment[];
  /** Whether every rule is met by every local area. */
  @IsBoolean() eligible!: boolean;
  /** Local areas of which a person has to judge evidence (G12 c, G22). */
  @IsArray() @ArrayMaxSize(20) @IsId({ each: true }) referred!: string[];
  /** What occasioned it. */
  @IsOptional() @FreeText() @IsText() note?: string;
}
/** The eligibility of every local area of the application was judged from recorded facts (G12 to G15, G22). */
export const EligibilityAssessed = defineEvent('EligibilityAssessed', EligibilityAssessedShape, {
  effective: ({ assessedOn }) => assessedOn,
  says: ({ areas, eligible }) => {
    const open = areas.flatMap(({ area, results }) =>
      results.filter(({ result }) => result !== 'met').map((r) => `${area} ${r.rule} ${r.result}`),
    );
    return eligible ? 'Eligibility assessed: every rule is met' : `Eligibility assessed: ${open.join(', ')}`;
  },
});

class EvidenceJudgedShape {
  @IsId() area!: string;
  /** `route-c`: quality and capacity of an area not yet inspected (G12); `excellence`: G22. */
  @IsIn(['route-c', 'excellence']) matter!: 'route-c' | 'excellence';
  @IsIn(['met', 'not-met']) judgement!: 'met' | 'not-met';
  @IsDay() judgedOn!: string;
  @FreeText() @IsText() reason!: string;
}
/** A person judged a local area’s evidence, with reasons (G12 c, G22, reading 5). */
export const EvidenceJudged = defineEvent('EvidenceJudged', EvidenceJudgedShape, {
  effective: ({ judgedOn }) => judgedOn,
  says: ({ area, matter, judgement }) =>
    `Evidence of local area ${area} judged: ${matter === 'route-c' ? 'quality and capacity (G12 c)' : 'excellence (G22)'} ${judgement}`,
});

class MeritAssessedShape {
  @IsIn(['support', 'do-not-support']) recommendation!: 'support' | 'do-not-support';
  @IsDay() assessedOn!: string;
  @FreeText() @IsText() reason!: string;
}
/** The merit of the application was assessed; a later assessment takes the place of this one. */
export const MeritAssessed = defineEvent('MeritAssessed', MeritAssessedShape, {
  effective: ({ assessedOn }) => assessedOn,
  says: ({ recommendation }) => `Merit assessed: ${recommendation === 'support' ? 'to be supported' : 'not to be supported'}`,
});

class ApplicationAcceptedShape {
  @IsDay() acceptedOn!: string;
  @FreeText() @IsText() reason!: string;
  /** Streams whose facts it relies on, `stream@revision`. */
  @IsArray() @ArrayMaxSize(20) @IsText(200, { each: true }) judgedBy!: string[];
}
/** The application was accepted: every rule is met by every local area (G12 to G15, G22). */
export const ApplicationAccepted = defineEvent('ApplicationAccepted', ApplicationAcceptedShape, {
  effective: ({ acceptedOn }) => acceptedOn,
  says: ({ acceptedOn }) => `Application accepted on ${acceptedOn}`,
});

class ApplicationDeclinedShape {
  @IsDay() declinedOn!: string;
  @FreeText() @IsText() reason!: string;
}
/** The application was declined by the Department. */
export const ApplicationDeclined = defineEvent('ApplicationDeclined', ApplicationDeclinedShape, {
  effective: ({ declinedOn }) => declinedOn,
  says: ({ declinedOn }) => `Application declined on ${declinedOn}`,
});

class ApplicationReopenedShape {
  /** Revision of the decision or withdrawal that it takes back. */
  @IsCount() corrects!: number;
  /** Where the application stands again. */
  @IsIn(['draft', 'submitted']) status!: 'draft' | 'submitted';
  @FreeText() @IsText() reason!: string;
}
/** A decision on the application, or its withdrawal, was taken back. */
export const ApplicationReopened = defineEvent('ApplicationReopened', ApplicationReopenedShape, {
  says: ({ status }) => `Application reopened as ${status}`,
});
