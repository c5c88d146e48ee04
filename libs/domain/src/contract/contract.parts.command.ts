import { Confidential, FreeText, Nested } from '@app/event-sourcing';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional } from 'class-validator';
import { IsId, IsText } from '../fields';
import { REPORT_TRAJECTORIES, type ReportTrajectory } from './contract.vocabulary';

/** Progress and trajectory against one outcome of Annex A (C9). */
export class ReportedOutcome {
  /** The outcome by its id on the case of the area. */
  @IsId() outcome!: string;
  /** Progress in the period, in the supplier's words. */
  @FreeText('management-information') @IsText() progress!: string;
  /** Which way it is heading. */
  @Confidential('management-information') @IsIn(REPORT_TRAJECTORIES) trajectory!: ReportTrajectory;
}

/** A risk to delivery as it stands in a report (C15). */
export class ReportedRisk {
  /** The risk by its id. */
  @IsId() risk!: string;
  /** What is being done about it, in the supplier's words. */
  @FreeText('management-information') @IsText() position!: string;
}

/** One local area's section of a report (C9). */
export class ReportSection {
  /** Local area by its id, e.g. `931`. */
  @IsId() area!: string;
  /** Each outcome of Annex A for this area, once. */
  @Nested(() => ReportedOutcome, { each: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(40)
  @ArrayUnique((part: ReportedOutcome) => part?.outcome)
  outcomes!: ReportedOutcome[];
  /** Progress and trajectory against the area's own improvement plan, where it has one. */
  @FreeText('management-information') @IsOptional() @IsText() improvementPlan?: string;
  /** Every open risk to delivery in this area, once; empty where there is none (C15). */
  @Nested(() => ReportedRisk, { each: true })
  @IsArray()
  @ArrayMaxSize(60)
  @ArrayUnique((part: ReportedRisk) => part?.risk)
  risks!: ReportedRisk[];
}
