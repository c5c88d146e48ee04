import { defineEvent, FreeText } from '@app/event-sourcing';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { IsCount, IsDay, IsFigure, IsText } from '../fields';
import { IsFinancialYear } from './financial-year';
import { CareRatingFields, DsgPositionFields, InterventionMembership, SliPartnership, Sourced } from './local-area.parts.command';
import { balanceSays, INTERVENTION_PROGRAMMES, PROGRAMME_SAYS, type InterventionProgramme } from './local-area.vocabulary';

class CareRatingRecordedShape extends CareRatingFields {}
/** Children's social care was rated (G14). */
export const CareRatingRecorded = defineEvent('CareRatingRecorded', CareRatingRecordedShape, {
  effective: ({ publishedOn }) => publishedOn,
  says: ({ rating, publishedOn }) => `Children's social care rated ${rating.replaceAll('-', ' ')} from ${publishedOn}`,
});

class CareRatingCorrectedShape extends CareRatingFields {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** A rating of children's social care had been recorded wrongly (J1). */
export const CareRatingCorrected = defineEvent('CareRatingCorrected', CareRatingCorrectedShape, {
  effective: ({ publishedOn }) => publishedOn,
  says: ({ rating, publishedOn }) => `Corrected: children's social care rated ${rating.replaceAll('-', ' ')} from ${publishedOn}`,
});

class DsgPositionRecordedShape extends DsgPositionFields {
  /** Last day of the financial year. */
  @IsDay() yearEndsOn!: string;
}
/**
 * A source gave the cumulative balance of the dedicated schools grant at a year end; it is confidential until published (G13, P1).
 * Version 1 knew numbers alone.
 */
export const DsgPositionRecorded = defineEvent('DsgPositionRecorded', DsgPositionRecordedShape, {
  version: 2,
  from: { 1: (data: object) => data },
  effective: ({ yearEndsOn }) => yearEndsOn,
  says: ({ year, source }) => `Balance of the dedicated schools grant at the end of ${year} recorded from ${source.publisher}`,
});

class DsgPositionCorrectedShape extends DsgPositionRecordedShape {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/**
 * A balance of the dedicated schools grant had been recorded wrongly; the corrected one is confidential until published (G13, P1).
 * Version 1 knew numbers alone.
 */
export const DsgPositionCorrected = defineEvent('DsgPositionCorrected', DsgPositionCorrectedShape, {
  version: 2,
  from: { 1: (data: object) => data },
  effective: ({ yearEndsOn }) => yearEndsOn,
  says: ({ year, source }) => `Corrected: balance of the dedicated schools grant at the end of ${year} from ${source.publisher}`,
});

class DsgPositionPublishedShape extends Sourced {
  @IsFinancialYear() year!: string;
  /** Revision of the record that was published. */
  @IsCount() position!: number;
  /** Per cent of the year's DSG income, an exact decimal, negative for a deficit, or the publisher's marker `x` or `z`. Open. */
  @IsFigure() balance!: string;
  @IsDay() publishedOn!: string;
}
/** A recorded balance of the dedicated schools grant was published, and is open from then on (P1). Version 1 knew numbers alone. */
export const DsgPositionPublished = defineEvent('DsgPositionPublished', DsgPositionPublishedShape, {
  version: 2,
  from: { 1: (data: object) => data },
  effective: ({ publishedOn }) => publishedOn,
  says: ({ year, balance, publishedOn }) =>
    `Balance of the dedicated schools grant at the end of ${year}, ${balanceSays(balance)}, published on ${publishedOn}`,
});

class SourcePreferredShape {
  /** Figure that two sources give differently. */
  @IsIn(['dsg-position']) figure!: 'dsg-position';
  @IsFinancialYear() year!: string;
  /** Last day of the financial year. */
  @IsDay() yearEndsOn!: string;
  /** Revision of the record whose source is preferred. */
  @IsCount() prefers!: number;
  /** Publisher that is preferred. */
  @IsText(200) publisher!: string;
  @FreeText() @IsText() reason!: string;
}
/** Of two sources for one figure, one is preferred; both stay on record (reading 20). */
export const SourcePreferred = defineEvent('SourcePreferred', SourcePreferredShape, {
  effective: ({ yearEndsOn }) => yearEndsOn,
  says: ({ year, publisher }) => `For the balance of the dedicated schools grant at the end of ${year}, ${publisher} is preferred`,
});

class InterventionProgrammeJoinedShape extends InterventionMembership {}
/** The local area joined Safety Valve or Delivering Better Value (G13, C14). */
export const InterventionProgrammeJoined = defineEvent('InterventionProgrammeJoined', InterventionProgrammeJoinedShape, {
  effective: ({ from }) => from,
  says: ({ programme, from, advisers }) =>
    `In the ${PROGRAMME_SAYS[programme]} programme from ${from}, ${advisers ? 'with' : 'without'} advisers`,
});

class InterventionProgrammeLeftShape extends Sourced {
  @IsIn(INTERVENTION_PROGRAMMES) programme!: InterventionProgramme;
  /** First day on which it is no longer a member. */
  @IsDay() leftOn!: string;
}
/** The local area left Safety Valve or Delivering Better Value (G13, C14). */
export const InterventionProgrammeLeft = defineEvent('InterventionProgrammeLeft', InterventionProgrammeLeftShape, {
  effective: ({ leftOn }) => leftOn,
  says: ({ programme, leftOn }) => `No longer in the ${PROGRAMME_SAYS[programme]} programme from ${leftOn}`,
});

class InterventionAdvisersRecordedShape extends Sourced {
  @IsIn(INTERVENTION_PROGRAMMES) programme!: InterventionProgramme;
  /** Whether the programme has advisers in the area from that day. */
  @IsBoolean() advisers!: boolean;
  @IsDay() from!: string;
}
/** A programme appointed advisers for the area, or has none any longer (C14). */
export const InterventionAdvisersRecorded = defineEvent('InterventionAdvisersRecorded', InterventionAdvisersRecordedShape, {
  effective: ({ from }) => from,
  says: ({ programme, advisers, from }) =>
    `The ${PROGRAMME_SAYS[programme]} programme has ${advisers ? '' : 'no '}advisers in the area from ${from}`,
});

class InterventionMembershipCorrectedShape extends InterventionMembership {
  /** First day on which it is no longer a member; absent while it is one. */
  @IsOptional() @IsDay() leftOn?: string;
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** A membership of Safety Valve or Delivering Better Value had been recorded wrongly (J1). */
export const InterventionMembershipCorrected = defineEvent('InterventionMembershipCorrected', InterventionMembershipCorrectedShape, {
  effective: ({ from }) => from,
  says: ({ programme, from, leftOn }) =>
    `Corrected: in the ${PROGRAMME_SAYS[programme]} programme from ${from}${leftOn ? ` until ${leftOn}` : ''}`,
});

class SliPartnershipJoinedShape extends SliPartnership {}
/** The local area became a joint sector-led improvement partner for SEND and children's social care (G15). */
export const SliPartnershipJoined = defineEvent('SliPartnershipJoined', SliPartnershipJoinedShape, {
  effective: ({ from }) => from,
  says: ({ from }) => `Joint improvement partner for SEND and children's social care from ${from}`,
});

class SliPartnershipLeftShape extends Sourced {
  /** First day on which it is no longer a partner. */
  @IsDay() leftOn!: string;
}
/** The local area is no joint sector-led improvement partner any longer (G15). */
export const SliPartnershipLeft = defineEvent('SliPartnershipLeft', SliPartnershipLeftShape, {
  effective: ({ leftOn }) => leftOn,
  says: ({ leftOn }) => `No longer a joint improvement partner for SEND and children's social care from ${leftOn}`,
});

class SliPartnershipCorrectedShape extends SliPartnership {
  /** First day on which it is no longer a partner; absent while it is one. */
  @IsOptional() @IsDay() leftOn?: string;
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** A joint partnership had been recorded wrongly (J1). */
export const SliPartnershipCorrected = defineEvent('SliPartnershipCorrected', SliPartnershipCorrectedShape, {
  effective: ({ from }) => from,
  says: ({ from, leftOn }) =>
    `Corrected: joint improvement partner for SEND and children's social care from ${from}${leftOn ? ` until ${leftOn}` : ''}`,
});
