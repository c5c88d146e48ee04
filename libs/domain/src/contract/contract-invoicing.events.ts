import { defineEvent, FreeText } from '@app/event-sourcing';
import { IsArray, IsOptional } from 'class-validator';
import { IsCount, IsDay, IsId, IsPence, IsText } from '../fields';
import { pounds } from '../money';

class InvoiceShape {
  /** First day of the month's period. */
  @IsDay() month!: string;
  /** Amount in pence, VAT apart. */
  @IsPence(1) pence!: number;
  /** VAT in pence, on top. */
  @IsPence() vatPence!: number;
}

class InvoiceSubmittedShape extends InvoiceShape {
  /** Last day of the month's period. */
  @IsDay() monthEndsOn!: string;
  @IsDay() submittedOn!: string;
  /** The supplier's own number; absent while unknown. */
  @IsOptional() @IsText(60) invoiceNumber?: string;
  /** References that stand on the invoice (C20). */
  @IsArray() @IsId({ each: true }) references!: string[];
}
/** The supplier submitted the invoice for a month (C3, C9). */
export const InvoiceSubmitted = defineEvent('InvoiceSubmitted', InvoiceSubmittedShape, {
  effective: ({ submittedOn }) => submittedOn,
  says: ({ month, monthEndsOn, pence, vatPence }) => `Invoice for ${month} to ${monthEndsOn}: ${pounds(pence)} and ${pounds(vatPence)} VAT`,
});

class InvoiceDecidedShape extends InvoiceShape {
  @FreeText() @IsText() reason!: string;
}
/** The supplier took an invoice back before it was decided on. */
export const InvoiceWithdrawn = defineEvent('InvoiceWithdrawn', InvoiceDecidedShape, {
  says: ({ month, pence }) => `Invoice of ${pounds(pence)} for the month from ${month} withdrawn`,
});

/** The Department rejected an invoice. */
export const InvoiceRejected = defineEvent('InvoiceRejected', InvoiceDecidedShape, {
  says: ({ month, pence }) => `Invoice of ${pounds(pence)} for the month from ${month} rejected`,
});

class InvoiceApprovalShape extends InvoiceDecidedShape {
  /** Sum of all approved invoices in pence after this, VAT apart. */
  @IsPence() approvedPence!: number;
  /** Maximum value of the contract in pence, VAT apart. */
  @IsPence() maximumPence!: number;
  /** References that stand on the decision (C20). */
  @IsArray() @IsId({ each: true }) references!: string[];
}
/** The Department approved an invoice, within the maximum value and upon the month's report and narrative (C3, C9). */
export const InvoiceApproved = defineEvent('InvoiceApproved', InvoiceApprovalShape, {
  says: ({ month, pence, approvedPence, maximumPence }) =>
    `Invoice of ${pounds(pence)} for the month from ${month} approved: ${pounds(approvedPence)} of ${pounds(maximumPence)}`,
});

/** An approval was reversed before payment; the invoice waits for a decision again. */
export const InvoiceApprovalReversed = defineEvent('InvoiceApprovalReversed', InvoiceApprovalShape, {
  says: ({ month, pence, approvedPence, maximumPence }) =>
    `Approval of ${pounds(pence)} for the month from ${month} reversed: ${pounds(approvedPence)} of ${pounds(maximumPence)}`,
});

class InvoicePaidShape extends InvoiceShape {
  @IsDay() paidOn!: string;
  /** Reference of the payment; absent while unknown. */
  @IsOptional() @IsText(60) payment?: string;
}
/** An approved invoice was paid. */
export const InvoicePaid = defineEvent('InvoicePaid', InvoicePaidShape, {
  effective: ({ paidOn }) => paidOn,
  says: ({ month, pence, paidOn }) => `Invoice of ${pounds(pence)} for the month from ${month} paid on ${paidOn}`,
});

class InvoicePaymentCorrectedShape extends InvoicePaidShape {
  /** Revision of the payment that this stands in for. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** The record of a payment was corrected. */
export const InvoicePaymentCorrected = defineEvent('InvoicePaymentCorrected', InvoicePaymentCorrectedShape, {
  effective: ({ paidOn }) => paidOn,
  says: ({ month, paidOn }) => `The record of the payment for the month from ${month} was corrected: paid on ${paidOn}`,
});

class InvoicePaymentReversedShape extends InvoiceShape {
  /** Day on which it had been said to be paid. */
  @IsDay() paidOn!: string;
  /** Revision of the payment that is taken back. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** The record of a payment that was not made was taken back; the invoice is approved and unpaid (C3). */
export const InvoicePaymentReversed = defineEvent('InvoicePaymentReversed', InvoicePaymentReversedShape, {
  effective: ({ paidOn }) => paidOn,
  says: ({ month, pence, paidOn }) => `The payment of ${pounds(pence)} on ${paidOn} for the month from ${month} was taken back`,
});

class ContractValueVariedShape {
  /** Day of the variation. */
  @IsDay() agreedOn!: string;
  /** The new maximum value in pence, VAT apart. */
  @IsPence(1) maximumPence!: number;
  @IsPence(1) previousPence!: number;
  /** Sum of approved invoices in pence, VAT apart. */
  @IsPence() approvedPence!: number;
  @FreeText() @IsText() reason!: string;
}
/** The maximum value was varied, never below what is approved (C3, C7). */
export const ContractValueVaried = defineEvent('ContractValueVaried', ContractValueVariedShape, {
  effective: ({ agreedOn }) => agreedOn,
  says: ({ maximumPence, previousPence }) => `Maximum value varied from ${pounds(previousPence)} to ${pounds(maximumPence)} without VAT`,
});
