import { defineEvent, FreeText, Nested, type EventsIn } from '@app/event-sourcing';
import { londonDay } from '@app/calendar';
import { ArrayMaxSize, Equals, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import { IsCount, IsDay, IsId, IsPence, IsPersonId, IsText } from '../fields';
import { pounds } from '../money';
import { FUNDING_PERIODS, LEGAL_BASIS, type FundingPeriod } from './grant-terms';
import { FactsRead, IsSupportOption, JudgedEvidence, MeasuredObjective, ProgrammeParticulars } from './programme.parts.command';
import type * as module from './programme.events';

export type ProgrammeEvent = EventsIn<typeof module>;

class ProgrammeOpenedShape extends ProgrammeParticulars {
  /** The last day to which the programme can be extended: one further year (G3). */
  @IsDay() extendableUntil!: string;
  /** Support options that it starts with (G6). */
  @IsArray() @ArrayMaxSize(100) @IsSupportOption(true) options!: string[];
}
/** A grant programme was opened by its notice (G1, G2, G4). */
export const ProgrammeOpened = defineEvent('ProgrammeOpened', ProgrammeOpenedShape, {
  effective: ({ publishedAt }) => londonDay(publishedAt),
  says: ({ noticeId, fundingFrom, fundingUntil, maximumPence }) =>
    `Programme opened by notice ${noticeId}: up to ${pounds(maximumPence)} from ${fundingFrom} to ${fundingUntil}`,
});

class ProgrammeCorrectedShape extends ProgrammeParticulars {
  @IsDay() extendableUntil!: string;
  /** Revision of the event that it corrects. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** What had been recorded of the notice was corrected (G1, G2, G4). */
export const ProgrammeCorrected = defineEvent('ProgrammeCorrected', ProgrammeCorrectedShape, {
  effective: ({ publishedAt }) => londonDay(publishedAt),
  says: ({ noticeId, maximumPence }) => `What is recorded of notice ${noticeId} corrected: up to ${pounds(maximumPence)}`,
});

class SupportOptionAddedShape {
  @IsSupportOption() option!: string;
  /** Title of the option, for all to read. */
  @IsText(200) title!: string;
  @FreeText() @IsText() reason!: string;
}
/** The Department added a support option (G6). */
export const SupportOptionAdded = defineEvent('SupportOptionAdded', SupportOptionAddedShape, {
  says: ({ title }) => `Support option added: ${title}`,
});

class SupportOptionRemovedShape {
  @IsSupportOption() option!: string;
  @FreeText() @IsText() reason!: string;
}
/** The Department took a support option back; what was offered or agreed under it stays (G6). */
export const SupportOptionRemoved = defineEvent('SupportOptionRemoved', SupportOptionRemovedShape, {
  says: ({ option }) => `Support option removed: ${option}`,
});

class GrantAwardedShape {
  /** Id of the award. */
  @IsId() award!: string;
  /** Local area that leads the application and receives the grant (G5). */
  @IsId() partner!: string;
  /** Local areas that apply with it. */
  @IsArray() @ArrayMaxSize(19) @IsId({ each: true }) others!: string[];
  @IsId() application!: string;
  @IsIn(FUNDING_PERIODS) period!: FundingPeriod;
  @IsPence(1) pence!: number;
  /** Power under which it is paid (G20). */
  @Equals(LEGAL_BASIS) legalBasis!: string;
  /** Measured objectives, agreed at the award (G3). */
  @IsArray() @ArrayMaxSize(50) @Nested(() => MeasuredObjective, { each: true }) objectives!: MeasuredObjective[];
  @IsDay() awardedOn!: string;
  @FreeText() @IsText() reason!: string;
  /** How far the facts of each local area had been judged (reading 22). */
  @IsArray() @ArrayMaxSize(20) @Nested(() => FactsRead, { each: true }) facts!: FactsRead[];
  /** What a person judged of each area's evidence (G12 c, G22). */
  @IsArray() @ArrayMaxSize(20) @Nested(() => JudgedEvidence, { each: true }) evidence!: JudgedEvidence[];
  /** Streams that it relies on, `stream@revision`. */
  @IsArray() @ArrayMaxSize(22) @IsText(200, { each: true }) judgedBy!: string[];
}
/** A grant was awarded (G2, G3, G20). */
export const GrantAwarded = defineEvent('GrantAwarded', GrantAwardedShape, {
  effective: ({ awardedOn }) => awardedOn,
  says: ({ partner, pence, period, legalBasis }) =>
    `Grant of up to ${pounds(pence)} awarded to local area ${partner} for the ${period} period under ${legalBasis}`,
});

class DiscretionaryFundingAllottedShape {
  /** Id of the award that it makes. */
  @IsId() award!: string;
  /** The engagement that draws on it: `{area}~{programme}~{engagement}` (G19). */
  @IsId() engagement!: string;
  @IsId() partner!: string;
  @IsIn(FUNDING_PERIODS) period!: FundingPeriod;
  @IsPence(1) pence!: number;
  @Equals(LEGAL_BASIS) legalBasis!: string;
  @IsDay() allottedOn!: string;
  @FreeText() @IsText() reason!: string;
}
/** Money of the programme was set aside for an engagement at the Department's discretion (G2, G19, G20). */
export const DiscretionaryFundingAllotted = defineEvent('DiscretionaryFundingAllotted', DiscretionaryFundingAllottedShape, {
  effective: ({ allottedOn }) => allottedOn,
  says: ({ partner, pence, period }) => `${pounds(pence)} of the ${period} period set aside to engage local area ${partner} at discretion`,
});

class AwardAcceptedShape {
  @IsId() award!: string;
  @IsDay() acceptedOn!: string;
}
/** The local area accepted its award: from now on the money comes free by a reduction alone (G2). */
export const AwardAccepted = defineEvent('AwardAccepted', AwardAcceptedShape, {
  effective: ({ acceptedOn }) => acceptedOn,
  says: ({ award, acceptedOn }) => `Award ${award} accepted on ${acceptedOn}`,
});

class AwardAcceptanceWithdrawnShape {
  @IsId() award!: string;
  /** Day on which it had been said to be accepted. */
  @IsDay() acceptedOn!: string;
  /** Revision of the acceptance. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** The record of an acceptance that was not given was taken back; the award is offered (G2). */
export const AwardAcceptanceWithdrawn = defineEvent('AwardAcceptanceWithdrawn', AwardAcceptanceWithdrawnShape, {
  effective: ({ acceptedOn }) => acceptedOn,
  says: ({ award, acceptedOn }) => `The record that award ${award} was accepted on ${acceptedOn} was taken back`,
});

class AwardDeclinedShape {
  @IsId() award!: string;
  @IsDay() declinedOn!: string;
  @FreeText() @IsText() reason!: string;
  /** What comes free, in pence (G2). */
  @IsPence() releasedPence!: number;
}
/** The local area declined its award (G2). */
export const AwardDeclined = defineEvent('AwardDeclined', AwardDeclinedShape, {
  effective: ({ declinedOn }) => declinedOn,
  says: ({ award, releasedPence }) => `Award ${award} declined; ${pounds(releasedPence)} come free`,
});

class AwardWithdrawnShape {
  @IsId() award!: string;
  @IsDay() withdrawnOn!: string;
  @FreeText() @IsText() reason!: string;
  @IsPence() releasedPence!: number;
}
/** The Department withdrew an award that was not yet accepted (G2). */
export const AwardWithdrawn = defineEvent('AwardWithdrawn', AwardWithdrawnShape, {
  effective: ({ withdrawnOn }) => withdrawnOn,
  says: ({ award, releasedPence }) => `Award ${award} withdrawn; ${pounds(releasedPence)} come free`,
});

class AwardReleasedShape {
  @IsId() award!: string;
  @IsPence(1) releasedPence!: number;
  /** What stays bound by the award, in pence. */
  @IsPence() remainingPence!: number;
  /** Stream that shows the reduction, `stream@revision`. */
  @Matches(/^partner-.+@\d+$/) judgedBy!: string;
}
/** Money of a reduced award came free, after the reduction was on record with the partner (G2, G21). */
export const AwardReleased = defineEvent('AwardReleased', AwardReleasedShape, {
  says: ({ award, releasedPence, remainingPence }) =>
    `${pounds(releasedPence)} of award ${award} come free; ${pounds(remainingPence)} stay bound`,
});

class AwardRestoredShape {
  @IsId() award!: string;
  /** The partner's record, by its id. */
  @IsId() grant!: string;
  /** Revision of the reduction on that record. */
  @IsCount() reduction!: number;
  /** What is bound again, in pence; none where nothing had come free yet. */
  @IsPence() restoredPence!: number;
  /** What the award binds now, in pence. */
  @IsPence(1) boundPence!: number;
  /** Stream that shows the reduction, `stream@revision`. */
  @IsText(200) judgedBy!: string;
  @FreeText() @IsText() reason!: string;
}
/** The money of an award was bound again whose reduction should not have been recorded (G2, G21). */
export const AwardRestored = defineEvent('AwardRestored', AwardRestoredShape, {
  says: ({ award, restoredPence, boundPence }) => `${pounds(restoredPence)} of award ${award} bound again: ${pounds(boundPence)}`,
});

class FurtherFundingApprovedShape {
  /** The most that may be awarded in the extension, in pence. */
  @IsPence(1) pence!: number;
  /** Last day that it covers, inclusive. */
  @IsDay() until!: string;
  @IsDay() approvedOn!: string;
  @FreeText() @IsText() reason!: string;
}
/** Further funding was approved in the budget: its amount and its end (G3). */
export const FurtherFundingApproved = defineEvent('FurtherFundingApproved', FurtherFundingApprovedShape, {
  effective: ({ approvedOn }) => approvedOn,
  says: ({ pence, until }) => `Further funding of up to ${pounds(pence)} approved until ${until}`,
});

class FurtherFundingWithdrawnShape {
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** The approval of further funding was taken back before the programme was extended (G3). */
export const FurtherFundingWithdrawn = defineEvent('FurtherFundingWithdrawn', FurtherFundingWithdrawnShape, {
  says: () => 'Approval of further funding withdrawn',
});

class DeliveryObjectivesConfirmedShape {
  @IsId() award!: string;
  @IsArray() @ArrayMaxSize(50) @IsId({ each: true }) objectives!: string[];
  /** Objectives of the award that are still to be confirmed. */
  @IsArray() @ArrayMaxSize(50) @IsId({ each: true }) outstanding!: string[];
  @IsDay() confirmedOn!: string;
  /** What was measured. */
  @FreeText() @IsText() evidence!: string;
}
/** Successful delivery of measured objectives was confirmed (G3). */
export const DeliveryObjectivesConfirmed = defineEvent('DeliveryObjectivesConfirmed', DeliveryObjectivesConfirmedShape, {
  effective: ({ confirmedOn }) => confirmedOn,
  says: ({ award, objectives, outstanding }) =>
    `Delivered objectives of award ${award} confirmed: ${objectives.length}; outstanding: ${outstanding.length}`,
});

class ObjectivesConfirmationWithdrawnShape {
  @IsId() award!: string;
  @IsArray() @ArrayMaxSize(50) @IsId({ each: true }) objectives!: string[];
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** A confirmation of delivered objectives was taken back (G3). */
export const ObjectivesConfirmationWithdrawn = defineEvent('ObjectivesConfirmationWithdrawn', ObjectivesConfirmationWithdrawnShape, {
  says: ({ award, objectives }) => `Confirmation of delivered objectives of award ${award} withdrawn: ${objectives.length}`,
});

class ProgrammeExtendedShape {
  /** First day of the extension. */
  @IsDay() from!: string;
  /** Last day of the extension, inclusive. */
  @IsDay() until!: string;
  /** The most that may be awarded in the extension, in pence: what was approved. */
  @IsPence(1) maximumPence!: number;
  /** Awards whose objectives are all delivered. */
  @IsArray() @ArrayMaxSize(500) @IsId({ each: true }) delivered!: string[];
  @IsDay() extendedOn!: string;
  @FreeText() @IsText() reason!: string;
}
/** Funding and activities were extended (G3). */
export const ProgrammeExtended = defineEvent('ProgrammeExtended', ProgrammeExtendedShape, {
  effective: ({ extendedOn }) => extendedOn,
  says: ({ from, until, maximumPence }) => `Programme extended from ${from} to ${until}, up to ${pounds(maximumPence)}`,
});

class ProgrammeExtensionWithdrawnShape {
  @IsDay() from!: string;
  @IsDay() until!: string;
  /** Day on which it had been said to be extended. */
  @IsDay() extendedOn!: string;
  /** Revision of the extension. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** An extension that should not have been recorded, and under which nothing was awarded, was taken back (G3). */
export const ProgrammeExtensionWithdrawn = defineEvent('ProgrammeExtensionWithdrawn', ProgrammeExtensionWithdrawnShape, {
  effective: ({ extendedOn }) => extendedOn,
  says: ({ from, until }) => `The extension of the programme from ${from} to ${until} was taken back`,
});

class GrantManagerAssignedShape {
  /** Opaque id of the grant manager. */
  @IsPersonId() manager!: string;
  /** Who it was before; absent for the first one. */
  @IsOptional() @IsPersonId() previous?: string;
  @FreeText() @IsText() reason!: string;
}
/** The Department's grant manager of the programme and its partners was assigned (E3). */
export const GrantManagerAssigned = defineEvent('GrantManagerAssigned', GrantManagerAssignedShape, {
  says: ({ manager }) => `Grant manager is ${manager}`,
});

class ProgrammeClosedShape {
  @IsDay() closedOn!: string;
  @FreeText() @IsText() reason!: string;
}
/** The programme was closed: nothing more is awarded. */
export const ProgrammeClosed = defineEvent('ProgrammeClosed', ProgrammeClosedShape, {
  effective: ({ closedOn }) => closedOn,
  says: ({ closedOn }) => `Programme closed on ${closedOn}`,
});

class ProgrammeReopenedShape {
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** A closing that should not have been was taken back. */
export const ProgrammeReopened = defineEvent('ProgrammeReopened', ProgrammeReopenedShape, { says: () => 'Programme reopened' });
