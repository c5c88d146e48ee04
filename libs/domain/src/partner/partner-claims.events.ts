import { defineEvent, FreeText, Nested } from '@app/event-sourcing';
import { ArrayMaxSize, IsArray, IsOptional } from 'class-validator';
import { IsCount, IsDay, IsId, IsPence, IsText } from '../fields';
import { pounds } from '../money';
import { OverheadItem } from '../programme/programme.parts.command';
import { ClaimedDays, OverheadBorne } from './partner.parts.command';

class ClaimSums {
  @IsId() claim!: string;
  /** Award that it draws on. */
  @IsId() award!: string;
  /** Days at their rates, in pence. */
  @IsPence() dayCostsPence!: number;
  /** Overheads, in pence (G9). */
  @IsPence() overheadsPence!: number;
  @IsPence() totalPence!: number;
}

class CostsClaimedShape extends ClaimSums {
  @IsDay() claimedOn!: string;
  @IsArray() @ArrayMaxSize(100) @Nested(() => ClaimedDays, { each: true }) lines!: ClaimedDays[];
  @IsArray() @ArrayMaxSize(100) @Nested(() => OverheadItem, { each: true }) overheads!: OverheadItem[];
}
/** Delivered days and itemised overheads were claimed for payment (G9, G21). */
export const CostsClaimed = defineEvent('CostsClaimed', CostsClaimedShape, {
  effective: ({ claimedOn }) => claimedOn,
  says: ({ claim, totalPence, lines }) => {
    const days = lines.reduce((sum, line) => sum + line.days.length, 0);
    return `Claim ${claim} of ${pounds(totalPence)} for ${days} ${days === 1 ? 'day' : 'days'}`;
  },
});

class ClaimWithdrawnShape {
  @IsId() claim!: string;
  @FreeText() @IsText() reason!: string;
}
/** A claim was withdrawn by the partner: its days can be claimed again. */
export const ClaimWithdrawn = defineEvent('ClaimWithdrawn', ClaimWithdrawnShape, { says: ({ claim }) => `Claim ${claim} withdrawn` });

class ClaimApprovedShape extends ClaimSums {
  @IsDay() approvedOn!: string;
  /** Approved on the award with this claim, in pence. */
  @IsPence() approvedOnAwardPence!: number;
  /** What the award has left, in pence. */
  @IsPence() awardRemainingPence!: number;
}
/** A claim was approved within the award and within 15% of overheads (G9, G21). */
export const ClaimApproved = defineEvent('ClaimApproved', ClaimApprovedShape, {
  effective: ({ approvedOn }) => approvedOn,
  says: ({ claim, totalPence, awardRemainingPence }) =>
    `Claim ${claim} approved at ${pounds(totalPence)}; ${pounds(awardRemainingPence)} of the award remain`,
});

class ClaimReducedShape extends ClaimSums {
  @IsArray() @ArrayMaxSize(100) @Nested(() => ClaimedDays, { each: true }) lines!: ClaimedDays[];
  /** Overheads that are borne, by item. */
  @IsArray() @ArrayMaxSize(100) @Nested(() => OverheadBorne, { each: true }) overheads!: OverheadBorne[];
  /** What is taken off, in pence. */
  @IsPence(1) reducedByPence!: number;
  @FreeText() @IsText() reason!: string;
}
/** A claim was reduced to what is borne; the 15% were tested again (G9, reading 24). */
export const ClaimReduced = defineEvent('ClaimReduced', ClaimReducedShape, {
  says: ({ claim, totalPence, reducedByPence }) => `Claim ${claim} reduced by ${pounds(reducedByPence)} to ${pounds(totalPence)}`,
});

class ClaimRejectedShape {
  @IsId() claim!: string;
  @FreeText() @IsText() reason!: string;
}
/** A claim was rejected with reasons: its days can be claimed again. */
export const ClaimRejected = defineEvent('ClaimRejected', ClaimRejectedShape, { says: ({ claim }) => `Claim ${claim} rejected` });

class ClaimPaidShape {
  @IsId() claim!: string;
  @IsPence() pence!: number;
  @IsDay() paidOn!: string;
  /** Reference of the payment, where there is one. */
  @IsOptional() @IsText(100) paymentReference?: string;
}
/** An approved claim was paid (G21). */
export const ClaimPaid = defineEvent('ClaimPaid', ClaimPaidShape, {
  effective: ({ paidOn }) => paidOn,
  says: ({ claim, pence, paidOn }) => `Claim ${claim}: ${pounds(pence)} paid on ${paidOn}`,
});

class ClaimApprovalReversedShape {
  @IsId() claim!: string;
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** An approval that should not have been was taken back: the claim is submitted again (G21). */
export const ClaimApprovalReversed = defineEvent('ClaimApprovalReversed', ClaimApprovalReversedShape, {
  says: ({ claim }) => `Approval of claim ${claim} taken back`,
});

class ClaimPaymentReversedShape {
  @IsId() claim!: string;
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** A payment that was recorded but not made was taken back: the claim is approved, not paid (G21). */
export const ClaimPaymentReversed = defineEvent('ClaimPaymentReversed', ClaimPaymentReversedShape, {
  says: ({ claim }) => `Payment of claim ${claim} taken back`,
});
