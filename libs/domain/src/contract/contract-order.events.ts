import { defineEvent, FreeText, Personal } from '@app/event-sourcing';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional } from 'class-validator';
import { IsCount, IsDay, IsEventRef, IsId, IsPence, IsPersonId, IsText } from '../fields';
import { pounds } from '../money';
import { CONTRACT_PARTIES, TERMS_TAKEN_IN, type ContractParty, type TermsTakenIn } from './contract.vocabulary';

class OrderPlacedShape {
  /** Contract number, which is the stream's id. */
  @IsId() number!: string;
  /** Further references that stand on all correspondence (C20). */
  @IsArray() @ArrayMaxSize(20) @IsId({ each: true }) references!: string[];
  /** Title of the services. */
  @IsText(200) title!: string;
  /** Who buys. */
  @IsText(200) buyer!: string;
  /** The buyer's authorised representative, an opaque id; absent while unknown. */
  @IsOptional() @IsPersonId() authorisedRepresentative?: string;
  /** Where invoices go. */
  @IsText(400) invoiceAddress!: string;
  /** The supplier's registered name. */
  @IsText(200) supplier!: string;
  @IsDay() orderedOn!: string;
  @IsDay() commencesOn!: string;
  /** Completion as agreed at first, inclusive. */
  @IsDay() completesOn!: string;
  /** Maximum value in pence, VAT apart. */
  @IsPence(1) maximumPence!: number;
  /** Local areas by their ids. */
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(40) @ArrayUnique() @IsId({ each: true }) areas!: string[];
  /** Day on which the Department may break; absent where there is none (C4). */
  @IsOptional() @IsDay() breakOn?: string;
  /** What the order takes in besides its own words. */
  @IsArray() @IsIn(TERMS_TAKEN_IN, { each: true }) takesIn!: TermsTakenIn[];
  /** Requirements supplemental to the call-off terms; absent where there are none. */
  @FreeText() @IsOptional() @IsText() supplementalRequirements?: string;
  /** Variations of the call-off terms; absent where there are none. */
  @FreeText() @IsOptional() @IsText() variationsOfTerms?: string;
  /** Last day of the first reporting period, which begins at commencement (C9). */
  @IsDay() firstPeriodEndsOn!: string;
  /** Last day for the first notice of extension (C6). */
  @IsDay() extensionNoticeBy!: string;
}
/** An order for advisory services was placed (C1). */
export const OrderPlaced = defineEvent('OrderPlaced', OrderPlacedShape, {
  effective: ({ orderedOn }) => orderedOn,
  says: ({ number, supplier, commencesOn, completesOn, maximumPence }) =>
    `Order ${number} placed with ${supplier} from ${commencesOn} to ${completesOn}, at most ${pounds(maximumPence)} without VAT`,
});

class OrderCorrectedShape extends OrderPlacedShape {
  /** Local areas as the record said before, with all that have succeeded them since, by their ids. */
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(40) @ArrayUnique() @IsId({ each: true }) previousAreas!: string[];
  /** Whether both have accepted, so that the order binds. */
  @IsBoolean() binding!: boolean;
  /** Last day as things stand, inclusive: with extensions, the break and an early end. */
  @IsDay() endsOn!: string;
  /** Maximum value as it stands, in pence, VAT apart: as corrected, or as it was varied since. */
  @IsPence(1) presentMaximumPence!: number;
  /** Sum of approved invoices in pence, VAT apart. */
  @IsPence() approvedPence!: number;
  /** Revision of the record of the order that this stands in for. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** The record of an order was corrected: what both signed stands, and had been recorded wrongly (C1). */
export const OrderCorrected = defineEvent('OrderCorrected', OrderCorrectedShape, {
  effective: ({ orderedOn }) => orderedOn,
  says: ({ number, supplier, commencesOn, completesOn, maximumPence }) =>
    `The record of order ${number} was corrected: ${supplier} from ${commencesOn} to ${completesOn}, at most ${pounds(maximumPence)} without VAT`,
});

class OrderEndedShape {
  @FreeText() @IsText() reason!: string;
}
/** The buyer took an order back before it was binding (C1). */
export const OrderWithdrawn = defineEvent('OrderWithdrawn', OrderEndedShape, { says: () => 'Order withdrawn by the buyer' });

/** The supplier declined an order (C1). */
export const OrderDeclined = defineEvent('OrderDeclined', OrderEndedShape, { says: () => 'Order declined by the supplier' });

class OrderAcceptedShape {
  @IsIn(CONTRACT_PARTIES) party!: ContractParty;
  /** Day of the signature. */
  @IsDay() acceptedOn!: string;
  /** Who signed, an opaque id; absent while unknown. */
  @IsOptional() @IsPersonId() signatory?: string;
  /** Whether both have now accepted, so that the order binds. */
  @IsBoolean() binding!: boolean;
  /** When binding: the local areas, by their ids. */
  @IsOptional() @IsArray() @IsId({ each: true }) areas?: string[];
  /** When binding. */
  @IsOptional() @IsDay() commencesOn?: string;
  /** When binding: completion as agreed, inclusive. */
  @IsOptional() @IsDay() completesOn?: string;
  /** When binding: last day of the first reporting period (C9). */
  @IsOptional() @IsDay() firstPeriodEndsOn?: string;
  /** When binding: last day to discuss the approach to quality (C11). */
  @IsOptional() @IsDay() qualityApproachBy?: string;
}
/** A signatory accepted the order; the second acceptance makes it binding (C1). */
export const OrderAccepted = defineEvent('OrderAccepted', OrderAcceptedShape, {
  effective: ({ acceptedOn }) => acceptedOn,
  says: ({ party, acceptedOn, binding }) =>
    `Order accepted by the ${party} on ${acceptedOn}${binding ? '; both have accepted, so it is binding' : ''}`,
});

class OrderAcceptanceCorrectedShape {
  @IsIn(CONTRACT_PARTIES) party!: ContractParty;
  @IsDay() acceptedOn!: string;
  @IsOptional() @IsPersonId() signatory?: string;
  /** Revision of the acceptance that this stands in for. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** The record of an acceptance was corrected (C1). */
export const OrderAcceptanceCorrected = defineEvent('OrderAcceptanceCorrected', OrderAcceptanceCorrectedShape, {
  effective: ({ acceptedOn }) => acceptedOn,
  says: ({ party, acceptedOn }) => `Acceptance by the ${party} corrected: ${acceptedOn}`,
});

class AreaPassedToSuccessorsShape {
  /** Local area that was succeeded, by its id. */
  @IsId() predecessor!: string;
  /** Local areas that take its place in the contract, by their ids. */
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(20) @ArrayUnique() @IsId({ each: true }) successors!: string[];
  /** First day of the successors in the contract. */
  @IsDay() from!: string;
  /** Every local area of the contract, before and after, by their ids. */
  @IsArray() @ArrayNotEmpty() @ArrayUnique() @IsId({ each: true }) areas!: string[];
  /** Title of the services. */
  @IsText(200) title!: string;
  /** The supplier's registered name. */
  @IsText(200) supplier!: string;
  @IsDay() commencesOn!: string;
  /** Last day as things stand, inclusive. */
  @IsDay() endsOn!: string;
  /** Whether the Department has decided on an early end (C5). */
  @IsBoolean() endedEarly!: boolean;
  /** The local area that it was judged by, `stream@revision`. */
  @IsEventRef() judgedBy!: string;
  @FreeText() @IsText() reason!: string;
}
/** A local area of the contract passed to those which succeed it: from that day the contract is about them (reading 26). */
export const AreaPassedToSuccessors = defineEvent('AreaPassedToSuccessors', AreaPassedToSuccessorsShape, {
  effective: ({ from }) => from,
  says: ({ predecessor, successors, from }) => `From ${from} the contract is about ${successors.join(' and ')}, in place of ${predecessor}`,
});

class AreaPassingWithdrawnShape {
  /** Local area that is in the contract as before, by its id. */
  @IsId() predecessor!: string;
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(20) @ArrayUnique() @IsId({ each: true }) successors!: string[];
  /** Day from which it had been said to pass. */
  @IsDay() from!: string;
  /** Every local area of the contract as the record said before, by their ids. */
  @IsArray() @ArrayNotEmpty() @ArrayUnique() @IsId({ each: true }) areas!: string[];
  /** Those of the successors that are in the contract no longer, by their ids. */
  @IsArray() @ArrayUnique() @IsId({ each: true }) leaving!: string[];
  /** Revision of the record that is withdrawn. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** The record that a local area passed to its successors was withdrawn: it is in the contract as before (reading 26). */
export const AreaPassingWithdrawn = defineEvent('AreaPassingWithdrawn', AreaPassingWithdrawnShape, {
  effective: ({ from }) => from,
  says: ({ predecessor, successors, from }) =>
    `The record that ${predecessor} passes to ${successors.join(' and ')} from ${from} in the contract was withdrawn`,
});

class ContractManagerAssignedShape {
  /** Opaque id of the contract manager. */
  @IsPersonId() manager!: string;
  /** Who it was before; absent for the first one. */
  @IsOptional() @IsPersonId() previous?: string;
  @FreeText() @IsText() reason!: string;
}
/** The Department's contract manager was assigned (order form 3.5). */
export const ContractManagerAssigned = defineEvent('ContractManagerAssigned', ContractManagerAssignedShape, {
  says: ({ manager }) => `Contract manager is ${manager}`,
});

class ProfessionalNamedShape {
  /** Subject id under whose key the name is sealed. */
  @IsId() subject!: string;
  @Personal('subject', 'adviser-contact') @IsText(200) name!: string;
  /** E-mail address or telephone number. */
  @Personal('subject', 'adviser-contact') @IsOptional() @IsText(200) contact?: string;
  /** First day of delivering the services. */
  @IsDay() from!: string;
}
/** The professional who delivers the services was named (C8). */
export const ProfessionalNamed = defineEvent('ProfessionalNamed', ProfessionalNamedShape, {
  effective: ({ from }) => from,
  says: ({ subject, from }) => `The services are delivered by ${subject} from ${from}`,
});

class ProfessionalReplacedShape extends ProfessionalNamedShape {
  /** Subject id of the one before. */
  @IsId() previous!: string;
  @FreeText() @IsText() reason!: string;
}
/** Another professional took over the services (C8). */
export const ProfessionalReplaced = defineEvent('ProfessionalReplaced', ProfessionalReplacedShape, {
  effective: ({ from }) => from,
  says: ({ subject, previous, from }) => `The services are delivered by ${subject} from ${from}, in place of ${previous}`,
});

class ProfessionalCorrectedShape extends ProfessionalNamedShape {
  /** Revision of the naming that this stands in for. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** The record of a naming was corrected: the name, the contact, the subject or the first day (C8). */
export const ProfessionalCorrected = defineEvent('ProfessionalCorrected', ProfessionalCorrectedShape, {
  effective: ({ from }) => from,
  says: ({ subject, from }) => `The naming of the professional was corrected: ${subject} from ${from}`,
});

class QualityApproachDiscussedShape {
  @IsDay() discussedOn!: string;
  /** How the work will be on time, on budget and deliver the outcomes. */
  @FreeText() @IsText() approach!: string;
  /** Last day of the first two weeks of appointment. */
  @IsDay() dueBy!: string;
}
/** The supplier's approach to quality management and assurance was discussed with the Department (C11). */
export const QualityApproachDiscussed = defineEvent('QualityApproachDiscussed', QualityApproachDiscussedShape, {
  effective: ({ discussedOn }) => discussedOn,
  says: ({ discussedOn, dueBy }) => `Approach to quality discussed on ${discussedOn}${discussedOn > dueBy ? `, after ${dueBy}` : ''}`,
});

class QualityApproachCorrectedShape extends QualityApproachDiscussedShape {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** The record of the discussion on quality was corrected (C11). */
export const QualityApproachCorrected = defineEvent('QualityApproachCorrected', QualityApproachCorrectedShape, {
  effective: ({ discussedOn }) => discussedOn,
  says: ({ discussedOn }) => `The record of the discussion on quality was corrected: ${discussedOn}`,
});

class QualityDiscussionWithdrawnShape {
  /** Day on which it had been said to be held. */
  @IsDay() discussedOn!: string;
  /** Revision of the record that is withdrawn. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** The record of a discussion on quality that was not held was withdrawn; it is owed again (C11). */
export const QualityDiscussionWithdrawn = defineEvent('QualityDiscussionWithdrawn', QualityDiscussionWithdrawnShape, {
  effective: ({ discussedOn }) => discussedOn,
  says: ({ discussedOn }) => `The record of a discussion on quality on ${discussedOn} was withdrawn`,
});
