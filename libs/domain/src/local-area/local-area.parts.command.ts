import { Confidential, Nested } from '@app/event-sourcing';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, Matches } from 'class-validator';
import { IsCount, IsDay, IsFigure, IsId, IsText } from '../fields';
import { IsFinancialYear } from './financial-year';
import {
  CARE_RATINGS,
  FRAMEWORKS,
  INSPECTED_AREA_KINDS,
  INSPECTION_OUTCOMES,
  INTERVENTION_PROGRAMMES,
  PARTNER_KINDS,
  REGIONS,
  type CareRating,
  type Framework,
  type InspectedAreaKind,
  type InspectionOutcome,
  type InterventionProgramme,
  type PartnerKind,
  type Region,
} from './local-area.vocabulary';
import { Source } from './source.parts.command';

/** What every fact says besides itself: where it was taken from (J1). */
export class Sourced {
  /** Where it was taken from. */
  @Nested(() => Source) source!: Source;
}

/** Name and codes of a local area from a day on; they change when councils are reorganised (J1). */
export class LocalAreaCodes extends Sourced {
  /** Name, e.g. `Oxfordshire`. */
  @IsText(120) name!: string;
  /** Code of the Department, three digits, e.g. `931`. */
  @Matches(/^\d{3}$/, { message: '$property must be the three digits of a DfE code' }) laCode!: string;
  /** Code of the Office for National Statistics, e.g. `E10000025`. */
  @Matches(/^E\d{8}$/, { message: '$property must be an ONS code of England, like E10000025' }) onsCode!: string;
  @IsIn(REGIONS) region!: Region;
  /** First day of these codes. */
  @IsDay() from!: string;
}

/** A member of the local area partnership (J1). */
export class LocalAreaPartner extends Sourced {
  @IsIn(PARTNER_KINDS) kind!: PartnerKind;
  /** Name of the organisation. */
  @IsText(160) name!: string;
  /** First day in the partnership. */
  @IsDay() from!: string;
}

/** Something that an inspection found wanting, in the inspection's published words. */
export class InspectedArea {
  @IsIn(INSPECTED_AREA_KINDS) kind!: InspectedAreaKind;
  /** The inspection's words. */
  @IsText() words!: string;
}

/** A joint Ofsted and CQC area SEND inspection, as published. */
export class Inspection extends Sourced {
  /** Id of the inspection within the area, e.g. `2023_07`. */
  @IsId() inspection!: string;
  /** Framework by the year in which it began: `2016` (until 2022) or `2023`. */
  @IsIn(FRAMEWORKS) framework!: Framework;
  @IsIn(INSPECTION_OUTCOMES) outcome!: InspectionOutcome;
  /** Areas of significant weakness, where a written statement of action is required; left out while unknown. */
  @IsOptional() @IsCount(1, 60) weaknesses?: number;
  /** Areas of priority action, after outcome (3). */
  @IsOptional() @IsCount(1, 60) priorityAreas?: number;
  /** Areas for improvement under the framework of 2023; left out while unknown. */
  @IsOptional() @IsCount(0, 60) improvementAreas?: number;
  /** What was found wanting, in the inspection's words; left out where only the counts are known. */
  @IsOptional() @IsArray() @ArrayMaxSize(60) @Nested(() => InspectedArea, { each: true }) areas?: InspectedArea[];
  /** First day of the inspection. */
  @IsDay() visitedFrom!: string;
  /** Last day of the inspection; left out while unknown. */
  @IsOptional() @IsDay() visitedTo?: string;
  /** Day from which it counts (G12). */
  @IsDay() publishedOn!: string;
  /** Day on which the local area received the report; left out while unknown: then no plan is due (reading 29). */
  @IsOptional() @IsDay() receivedOn?: string;
}

/** A revisit by the inspectorates after a required written statement of action (G12 b). */
export class Revisit extends Sourced {
  /** Id of the revisit within the area, e.g. `2019_10`. */
  @IsId() revisit!: string;
  /** Inspection that it follows, by its id. */
  @IsId() inspection!: string;
  /** First day of the revisit. */
  @IsDay() visitedFrom!: string;
  /** Day from which it counts (G12). */
  @IsDay() publishedOn!: string;
  /** Areas of significant weakness in which sufficient progress was found. */
  @IsCount(0, 60) sufficient!: number;
  /** Areas of significant weakness in which it was not. */
  @IsCount(0, 60) notSufficient!: number;
}

/** A monitoring inspection after outcome (3), the inspectorates' to hold. */
export class MonitoringInspection extends Sourced {
  /** Id of the monitoring inspection within the area, e.g. `2025_09`. */
  @IsId() monitoring!: string;
  /** Inspection that it follows, by its id. */
  @IsId() inspection!: string;
  /** First day of the monitoring inspection. */
  @IsDay() visitedFrom!: string;
  @IsDay() publishedOn!: string;
  /** Areas of priority action on which effective action was found. */
  @IsCount(0, 60) effective!: number;
  /** Areas of priority action on which it was not. */
  @IsCount(0, 60) notEffective!: number;
}

/** The Department's release of a local area from monitoring; no revisit by the inspectorates (reading 4). */
export class MonitoringRelease extends Sourced {
  /** Inspection whose monitoring ended, by its id. */
  @IsId() inspection!: string;
  @IsDay() releasedOn!: string;
}

/** Ofsted's overall judgement of children's social care (G14). */
export class CareRatingFields extends Sourced {
  @IsIn(CARE_RATINGS) rating!: CareRating;
  /** Day from which it is the rating: its publication. */
  @IsDay() publishedOn!: string;
}

/** Cumulative balance of the dedicated schools grant at the end of a financial year (G13). */
export class DsgPositionFields extends Sourced {
  /** Financial year, e.g. `2020-21`. */
  @IsFinancialYear() year!: string;
  /**
   * Per cent of the year's DSG income, an exact decimal; negative is a deficit: `"-3.32"`. Where the publisher gives none, its marker
   * `x` (suppressed) or `z` (not applicable). Confidential until published (P1).
   */
  @Confidential('unpublished-dsg') @IsFigure() balance!: string;
}

/** Membership of Safety Valve or Delivering Better Value (G13, C14). */
export class InterventionMembership extends Sourced {
  @IsIn(INTERVENTION_PROGRAMMES) programme!: InterventionProgramme;
  /** First day of membership. */
  @IsDay() from!: string;
  /** Whether the programme has advisers in the area: then the supplier of a contract there must liaise with them (C14). */
  @IsBoolean() advisers!: boolean;
}

/** Joint sector-led improvement partnership for SEND and children's social care (G15). */
export class SliPartnership extends Sourced {
  /** First day of the partnership. */
  @IsDay() from!: string;
}

/** A step of an improvement notice and the day by which it is to be taken (J10). */
export class NoticeStep {
  /** Id of the step within the notice. */
  @IsId() step!: string;
  /** The notice's published words. */
  @IsText() words!: string;
  /** Day by which it is to be taken, inclusive. */
  @IsDay() dueOn!: string;
}

/** An improvement notice as issued (J10). */
export class ImprovementNotice extends Sourced {
  /** Id of the notice within the area, e.g. `2023_11`. */
  @IsId() notice!: string;
  @IsDay() issuedOn!: string;
  @IsArray() @ArrayMaxSize(60) @Nested(() => NoticeStep, { each: true }) steps!: NoticeStep[];
}
