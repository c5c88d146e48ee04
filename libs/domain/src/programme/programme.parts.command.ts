import { FreeText } from '@app/event-sourcing';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import { IsCount, IsDay, IsId, IsInstant, IsPence, IsText } from '../fields';
import { CHARGES, type Charge } from './grant-terms';

/** Id of a support option: lower-case words joined by hyphens. */
export const IsSupportOption = (each = false): PropertyDecorator =>
  Matches(/^[a-z][a-z0-9-]{1,79}$/, { each, message: '$property must be the id of a support option: lower-case words joined by hyphens' });

/** What the notice says of the programme (G1, G2, G4). */
export class ProgrammeParticulars {
  /** Title of the programme. */
  @IsText(300) title!: string;
  /** Id of the notice, e.g. `2021/S 000-021741`. */
  @Matches(/^\d{4}\/S \d{3}-\d{6}$/) noticeId!: string;
  /** Open contracting id, e.g. `ocds-h6vhtk-02dc5c`. */
  @Matches(/^ocds-[a-z0-9]{6}-[A-Za-z0-9-]{1,60}$/) ocid!: string;
  /** Reference that applicants quote, e.g. `project_5369`; the programme's own id (G4). */
  @IsId() reference!: string;
  /** Main CPV code, 8 digits. */
  @Matches(/^\d{8}$/) mainCpvCode!: string;
  /** Further CPV codes, 8 digits each. */
  @IsArray() @ArrayMaxSize(20) @ArrayUnique() @Matches(/^\d{8}$/, { each: true }) additionalCpvCodes!: string[];
  /** Instant at which the notice was published. */
  @IsInstant() publishedAt!: string;
  /** Last instant, to the second, at which an application is in time (G4): midday in London on 1 Nov 2021. */
  @IsInstant() applicationsCloseAt!: string;
  /** First day of the funding period. */
  @IsDay() fundingFrom!: string;
  /** Last day of the funding period, inclusive. */
  @IsDay() fundingUntil!: string;
  /** The most that may be awarded in the funding period, over all partners together, in pence (G2). */
  @IsPence(1) maximumPence!: number;
}

/** One measured objective of an award (G3). */
export class MeasuredObjective {
  /** Id of the objective within its award. */
  @IsId() objective!: string;
  /** What is to be achieved. */
  @FreeText() @IsText() aim!: string;
  /** How its delivery is measured. */
  @FreeText() @IsText() measure!: string;
}

/** How far the facts of a local area had been read when a grant was awarded (reading 22). */
export class FactsRead {
  /** Local area by its id. */
  @IsId() area!: string;
  /** Revision of the area's last fact that was judged. */
  @IsCount() factsUpTo!: number;
}

/** What a person judged of a local area's evidence (G12 c, G22). */
export class JudgedEvidence {
  /** Local area by its id. */
  @IsId() area!: string;
  /** Route (c): quality and capacity of an area that is not yet inspected (G12). */
  @IsOptional() @IsIn(['met', 'not-met']) routeC?: 'met' | 'not-met';
  /** High performing, well led, excellent services, able to support others (G22). */
  @IsOptional() @IsIn(['met', 'not-met']) excellence?: 'met' | 'not-met';
}

/** One itemised overhead (G9). */
export class OverheadItem {
  /** Id of the item within its costing or claim. */
  @IsId() item!: string;
  /** What it is for; what stands in the day rate is refused (G8). */
  @IsIn(CHARGES) charge!: Charge;
  /** Cost in pence. */
  @IsPence(1) pence!: number;
  /** What it is, and the evidence that it is incurred. */
  @FreeText() @IsText() evidence!: string;
}
