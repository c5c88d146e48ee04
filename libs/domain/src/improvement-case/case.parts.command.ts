import { Confidential, FreeText, Nested } from '@app/event-sourcing';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsIn, IsOptional } from 'class-validator';
import { IsDay, IsId, IsPersonId, IsText } from '../fields';
import {
  ANSWERS,
  CONTACT_MEANS,
  DEEP_DIVE_KINDS,
  OVERSIGHT,
  PROGRESS_RATINGS,
  TRAJECTORIES,
  type Answered,
  type ContactMeans,
  type DeepDiveKind,
  type Oversight,
  type ProgressRating,
  type Trajectory,
} from './case.vocabulary';

/** Answer to one of the three questions of A4. */
export class QuestionAnswer {
  @Confidential('management-information') @IsIn(ANSWERS) answer!: Answered;
  /** What it rests on. */
  @FreeText('management-information') @IsText() words!: string;
}

/** What a deep dive found of one outcome: the three questions of A4, progress and trajectory (J4). */
export class OutcomeFinding {
  /** Outcome by its id. */
  @IsId() outcome!: string;
  /** Are there clear plans? */
  @Nested(() => QuestionAnswer) clearPlans!: QuestionAnswer;
  /** Do leaders understand the progress required, articulate their improvement journey and assess their impact accurately? */
  @Nested(() => QuestionAnswer) leadersUnderstand!: QuestionAnswer;
  /** Does VCU understand progress, areas for further improvement and escalating risks? */
  @Nested(() => QuestionAnswer) vcuUnderstands!: QuestionAnswer;
  /** Mitigations that leaders put in place to overcome barriers; left out where none are needed. */
  @IsOptional() @FreeText('management-information') @IsText() mitigations?: string;
  /** Progress against the outcome. */
  @Confidential('management-information') @IsIn(PROGRESS_RATINGS) rating!: ProgressRating;
  /** Which way it is heading. */
  @Confidential('management-information') @IsIn(TRAJECTORIES) trajectory!: Trajectory;
}

/** A deep dive as held (J4). */
export class DeepDive {
  /** Id of the deep dive within the case; of a scheduled one, the id that it was scheduled under. */
  @IsId() deepDive!: string;
  /** Six-monthly: on every outcome that stands. APA: on areas of priority action only. */
  @IsIn(DEEP_DIVE_KINDS) kind!: DeepDiveKind;
  @IsDay() heldOn!: string;
  /** Lines of enquiry, informed by advice (A5). */
  @FreeText('management-information') @IsText() linesOfEnquiry!: string;
  /** Where progress has been made (A5). */
  @FreeText('management-information') @IsText() progressMade!: string;
  /** Escalating risks that were highlighted; left out where there are none (A7). */
  @IsOptional() @FreeText('management-information') @IsText() escalatingRisks?: string;
  /** One for each outcome that the deep dive is on. */
  @Nested(() => OutcomeFinding, { each: true })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(40)
  @ArrayUnique((finding: OutcomeFinding) => finding?.outcome)
  findings!: OutcomeFinding[];
}

/** How effective one partner's oversight is (J5, A5). */
export class PartnerOversight {
  /** Organisation of the local area partnership by its name. */
  @IsText(160) partner!: string;
  @Confidential('management-information') @IsIn(OVERSIGHT) oversight!: Oversight;
  /** What shows it. */
  @FreeText('management-information') @IsText() evidence!: string;
}

const oversightOfEach = (prototype: object, name: string | symbol): void => {
  Nested(() => PartnerOversight, { each: true })(prototype, name);
  for (const decorate of [IsArray(), ArrayNotEmpty(), ArrayMaxSize(40), ArrayUnique((one: PartnerOversight) => one?.partner)]) {
    decorate(prototype, name as string);
  }
};

/** A six-monthly stocktake as held (J5). */
export class Stocktake {
  /** Id of the stocktake within the case. */
  @IsId() stocktake!: string;
  @IsDay() heldOn!: string;
  /** One for each partner of the local area. */
  @oversightOfEach partners!: PartnerOversight[];
  /** What it came to. */
  @FreeText('management-information') @IsText() summary!: string;
}

/** A meeting of the SEND improvement board, as evidence of oversight (J5). */
export class BoardMeeting {
  /** Id of the meeting within the case. */
  @IsId() meeting!: string;
  @IsDay() heldOn!: string;
  /** One for each partner of the local area. */
  @oversightOfEach partners!: PartnerOversight[];
  /** Evidence that the meeting gave. */
  @FreeText('management-information') @IsText() summary!: string;
}

/** An update to VCU on EHC plan timeliness (A3). */
export class TimelinessProgress {
  /** Id of the update within the case. */
  @IsId() report!: string;
  /** Day on which VCU received it. */
  @IsDay() reportedOn!: string;
  /** Specific progress on timeliness. */
  @FreeText('management-information') @IsText() progress!: string;
  /** Adherence to the statutory requirements: 6, 16 and 20 weeks, 15 days to answer a draft. */
  @FreeText('management-information') @IsText() adherence!: string;
  /** Assurance of oversight and governance; left out where nothing is new. */
  @IsOptional() @FreeText('management-information') @IsText() governance?: string;
  /** Which way timeliness is heading. */
  @Confidential('management-information') @IsIn(TRAJECTORIES) trajectory!: Trajectory;
}

/** A contact between the DfE SEND adviser and the NHS England SEND adviser (A6). */
export class HealthAdviserContact {
  /** Id of the contact within the case. */
  @IsId() contact!: string;
  @IsDay() heldOn!: string;
  @IsIn(CONTACT_MEANS) means!: ContactMeans;
  /** Subject id of the DfE SEND adviser, whose name is kept under it. */
  @Confidential('adviser-contact') @IsId() dfeAdviser!: string;
  /** Subject id of the NHS England SEND adviser, whose name is kept under it. */
  @Confidential('adviser-contact') @IsId() nhsAdviser!: string;
  /** Outcome that it was about, as a rule the one on waiting times; left out where it was about the area as a whole. */
  @IsOptional() @IsId() outcome?: string;
  /** What it was about. */
  @FreeText('management-information') @IsText() summary!: string;
}

/** A next step for further improvement (J6). */
export class NewNextStep {
  /** Id of the next step within the case. */
  @IsId() step!: string;
  /** Outcome that it serves; left out where it serves the case as a whole. */
  @IsOptional() @IsId() outcome?: string;
  /** Opaque id of who owns it. */
  @IsPersonId() owner!: string;
  /** Day by which it is to be taken, inclusive. */
  @IsDay() dueOn!: string;
  /** What is to be done. */
  @FreeText('management-information') @IsText() what!: string;
}

/** A formal review of an area's progress (C17, J8). */
export class FormalReview {
  /** Id of the review within the case. */
  @IsId() review!: string;
  @IsDay() heldOn!: string;
  /** Contract whose supplier contributes and recommends, by its number; left out where there is none. */
  @IsOptional() @IsId() contract?: string;
  /** What was reviewed. */
  @FreeText('management-information') @IsText() summary!: string;
}
