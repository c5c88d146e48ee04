import { defineEvent, FreeText, Nested } from '@app/event-sourcing';
import { ArrayMaxSize, Equals, IsArray, IsBoolean, IsOptional } from 'class-validator';
import { IsCount, IsDay, IsId, IsPence, IsText } from '../fields';
import { pounds } from '../money';
import { LEGAL_BASIS } from '../programme/grant-terms';
import { FactsRead, JudgedEvidence } from '../programme/programme.parts.command';

class PartnerEngagedShape {
  /** Local area that receives the grant. */
  @IsId() area!: string;
  /** Local areas that applied with it. */
  @IsArray() @ArrayMaxSize(19) @IsId({ each: true }) others!: string[];
  @IsId() programme!: string;
  @IsId() award!: string;
  @IsId() application!: string;
  /** The most that can be claimed under the award, in pence. */
  @IsPence(1) pence!: number;
  /** First funded day. */
  @IsDay() from!: string;
  /** Last funded day, inclusive. */
  @IsDay() until!: string;
  @IsDay() engagedOn!: string;
  @Equals(LEGAL_BASIS) legalBasis!: string;
  /** How far each local area's facts had been judged; every later one is judged from here on (G16). */
  @IsArray() @ArrayMaxSize(20) @Nested(() => FactsRead, { each: true }) facts!: FactsRead[];
  /** What a person judged of each area's evidence (G12 c, G22). */
  @IsArray() @ArrayMaxSize(20) @Nested(() => JudgedEvidence, { each: true }) evidence!: JudgedEvidence[];
  /** Stream that shows the award, `stream@revision`. */
  @IsText(200) judgedBy!: string;
}
/** A local area was engaged as a partner under its award (G2, G20). */
export const PartnerEngaged = defineEvent('PartnerEngaged', PartnerEngagedShape, {
  effective: ({ engagedOn }) => engagedOn,
  says: ({ area, pence, from, until }) => `Local area ${area} engaged as a partner from ${from} to ${until}, up to ${pounds(pence)}`,
});

class PartnerEngagedAtDiscretionShape {
  @IsId() area!: string;
  @IsId() programme!: string;
  /** Award of the programme that it draws on; absent where it draws on other money. */
  @IsOptional() @IsId() award?: string;
  /** The most that can be claimed, in pence. */
  @IsPence() pence!: number;
  @IsDay() from!: string;
  @IsDay() until!: string;
  @IsDay() engagedOn!: string;
  /** Whether quarterly reports were agreed (reading 28). */
  @IsBoolean() reportsAgreed!: boolean;
  @FreeText() @IsText() reason!: string;
}
/** A local area was engaged outside the partner group, at the Department’s absolute discretion; not watched for eligibility (G19). */
export const PartnerEngagedAtDiscretion = defineEvent('PartnerEngagedAtDiscretion', PartnerEngagedAtDiscretionShape, {
  effective: ({ engagedOn }) => engagedOn,
  says: ({ area, award, pence, from, until }) =>
    `Local area ${area} engaged at discretion from ${from} to ${until}, up to ${pounds(pence)}${award === undefined ? ' of other money' : ' of the programme'}`,
});

class EngagementAtDiscretionCorrectedShape extends PartnerEngagedAtDiscretionShape {
  /** Id under which its money was held before: the award, or the engagement itself. */
  @IsId() previousAward!: string;
  /** Last funded day of the grant, with an extension where there is one. */
  @IsDay() fundedUntil!: string;
  /** Revision of the engagement, or of its latest correction. */
  @IsCount() corrects!: number;
}
/** The record of an engagement at discretion was corrected (G19). */
export const EngagementAtDiscretionCorrected = defineEvent('EngagementAtDiscretionCorrected', EngagementAtDiscretionCorrectedShape, {
  effective: ({ engagedOn }) => engagedOn,
  says: ({ area, pence, from, until }) =>
    `The record of the engagement of local area ${area} was corrected: from ${from} to ${until}, up to ${pounds(pence)}`,
});

class EngagementAtDiscretionWithdrawnShape {
  @IsId() area!: string;
  @IsId() programme!: string;
  /** Day on which it had been said to be engaged. */
  @IsDay() engagedOn!: string;
  /** Revision of the engagement, or of its latest correction. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** An engagement at discretion that should not have been recorded was taken back (G19). */
export const EngagementAtDiscretionWithdrawn = defineEvent('EngagementAtDiscretionWithdrawn', EngagementAtDiscretionWithdrawnShape, {
  effective: ({ engagedOn }) => engagedOn,
  says: ({ area, engagedOn }) => `The engagement of local area ${area} of ${engagedOn} was taken back`,
});

class PartnerEngagementWithdrawnShape {
  @IsId() area!: string;
  /** Local areas that shared the grant, by their ids. */
  @IsArray() @IsId({ each: true }) others!: string[];
  @IsId() programme!: string;
  /** Award under which it had been engaged, which stays as it is. */
  @IsId() award!: string;
  /** Day on which it had been said to be engaged. */
  @IsDay() engagedOn!: string;
  /** Revision of the engagement. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** An engagement under an award that should not have been recorded was taken back (G2). */
export const PartnerEngagementWithdrawn = defineEvent('PartnerEngagementWithdrawn', PartnerEngagementWithdrawnShape, {
  effective: ({ engagedOn }) => engagedOn,
  says: ({ area, award, engagedOn }) => `The engagement of local area ${area} of ${engagedOn} under award ${award} was taken back`,
});

class GrantExtendedShape {
  /** Award of the further year. */
  @IsId() award!: string;
  @IsPence(1) pence!: number;
  @IsDay() from!: string;
  @IsDay() until!: string;
  @IsDay() extendedOn!: string;
  @FreeText() @IsText() reason!: string;
  @IsText(200) judgedBy!: string;
}
/** The grant was extended into the further year, under an award of its own (G3). */
export const GrantExtended = defineEvent('GrantExtended', GrantExtendedShape, {
  effective: ({ extendedOn }) => extendedOn,
  says: ({ until, pence }) => `Grant extended to ${until}, up to ${pounds(pence)} more`,
});

class AwardReducedShape {
  @IsId() award!: string;
  /** What the award is now, in pence. */
  @IsPence() pence!: number;
  /** What comes free, in pence, once the programme releases it. */
  @IsPence(1) releasedPence!: number;
  @IsDay() reducedOn!: string;
  @FreeText() @IsText() reason!: string;
}
/** The award was reduced, never below what is approved on it (G21). */
export const AwardReduced = defineEvent('AwardReduced', AwardReducedShape, {
  effective: ({ reducedOn }) => reducedOn,
  says: ({ award, pence, releasedPence }) => `Award ${award} reduced by ${pounds(releasedPence)} to ${pounds(pence)}`,
});

class AwardReductionReversedShape {
  @IsId() award!: string;
  /** What the award is again, in pence. */
  @IsPence(1) pence!: number;
  @IsPence(1) restoredPence!: number;
  /** Day on which it had been said to be reduced. */
  @IsDay() reducedOn!: string;
  /** Revision of the reduction. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** A reduction that should not have been recorded was taken back, with its money bound again (G2, G21). */
export const AwardReductionReversed = defineEvent('AwardReductionReversed', AwardReductionReversedShape, {
  effective: ({ reducedOn }) => reducedOn,
  says: ({ award, pence, restoredPence }) => `Reduction of award ${award} by ${pounds(restoredPence)} taken back: ${pounds(pence)}`,
});

class GrantExtensionWithdrawnShape {
  /** Award of the further year. */
  @IsId() award!: string;
  @IsDay() from!: string;
  @IsDay() until!: string;
  /** Day on which it had been said to be extended. */
  @IsDay() extendedOn!: string;
  /** Last funded day of the grant without it. */
  @IsDay() fundedUntil!: string;
  /** Revision of the extension. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** An extension of the grant that should not have been recorded was taken back (G3). */
export const GrantExtensionWithdrawn = defineEvent('GrantExtensionWithdrawn', GrantExtensionWithdrawnShape, {
  effective: ({ extendedOn }) => extendedOn,
  says: ({ award, from, until }) => `Extension of the grant from ${from} to ${until} under award ${award} taken back`,
});

class GrantEndedShape {
  @IsId() area!: string;
  @IsDay() endedOn!: string;
  @FreeText() @IsText() reason!: string;
}
/** The grant ended: nothing is delivered after this day. */
export const GrantEnded = defineEvent('GrantEnded', GrantEndedShape, {
  effective: ({ endedOn }) => endedOn,
  says: ({ area, endedOn }) => `Grant of local area ${area} ended on ${endedOn}`,
});

class GrantReopenedShape {
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** An end of the grant that should not have been recorded was taken back. */
export const GrantReopened = defineEvent('GrantReopened', GrantReopenedShape, { says: () => 'End of the grant taken back' });
