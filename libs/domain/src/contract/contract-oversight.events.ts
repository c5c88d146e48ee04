import { Confidential, defineEvent, FreeText } from '@app/event-sourcing';
import { IsArray, IsBoolean, IsIn, IsOptional } from 'class-validator';
import { IsCount, IsDay, IsEventRef, IsId, IsText } from '../fields';
import {
  CONFIDENTIAL_CATEGORIES,
  MEETING_KINDS,
  MEETING_MEANS,
  MEETING_PARTIES,
  type ConfidentialCategory,
  type MeetingKind,
  type MeetingMeans,
  type MeetingParty,
} from './contract.vocabulary';

class ManagementInformationRequestedShape {
  /** Id of the request within the contract. */
  @IsId() request!: string;
  /** Local area by its id; absent where all areas are meant. */
  @IsOptional() @IsId() area?: string;
  @IsDay() requestedOn!: string;
  @IsDay() dueOn!: string;
  /** Which key performance indicators, in the contract manager's words. */
  @FreeText('management-information') @IsText() indicators!: string;
  /** References that stand on the request (C20). */
  @IsArray() @IsId({ each: true }) references!: string[];
}
/** The contract manager asked for management information (C12). */
export const ManagementInformationRequested = defineEvent('ManagementInformationRequested', ManagementInformationRequestedShape, {
  effective: ({ requestedOn }) => requestedOn,
  says: ({ request, requestedOn, dueOn }) => `Management information ${request} requested on ${requestedOn}, due on ${dueOn}`,
});

class ManagementInformationProvidedShape {
  /** Id of the request within the contract. */
  @IsId() request!: string;
  @IsDay() providedOn!: string;
  @FreeText('management-information') @IsText(20_000) information!: string;
}
/** The requested management information was provided (C12). */
export const ManagementInformationProvided = defineEvent('ManagementInformationProvided', ManagementInformationProvidedShape, {
  effective: ({ providedOn }) => providedOn,
  says: ({ request, providedOn }) => `Management information ${request} provided on ${providedOn}`,
});

class ManagementInformationCorrectedShape extends ManagementInformationProvidedShape {
  /** Revision of the answer that this stands in for. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** Management information that was provided was corrected (C12). */
export const ManagementInformationCorrected = defineEvent('ManagementInformationCorrected', ManagementInformationCorrectedShape, {
  effective: ({ providedOn }) => providedOn,
  says: ({ request }) => `Management information ${request} corrected`,
});

class ManagementInformationWithdrawnShape {
  /** Id of the request within the contract, which waits for its answer again. */
  @IsId() request!: string;
  /** Day on which it had been said to be provided. */
  @IsDay() providedOn!: string;
  /** Day by which it is due, as before. */
  @IsDay() dueOn!: string;
  /** Revision of the answer, or of its latest correction. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** Management information that was not provided was taken back; the request is open again (C12). */
export const ManagementInformationWithdrawn = defineEvent('ManagementInformationWithdrawn', ManagementInformationWithdrawnShape, {
  effective: ({ providedOn }) => providedOn,
  says: ({ request, providedOn, dueOn }) =>
    `The record that management information ${request} was provided on ${providedOn} was withdrawn; it is due on ${dueOn}`,
});

class ManagementInformationRequestCancelledShape {
  /** Id of the request within the contract. */
  @IsId() request!: string;
  @FreeText() @IsText() reason!: string;
}
/** A request for management information was cancelled (C12). */
export const ManagementInformationRequestCancelled = defineEvent(
  'ManagementInformationRequestCancelled',
  ManagementInformationRequestCancelledShape,
  { says: ({ request }) => `Request for management information ${request} cancelled` },
);

class MeetingScheduledShape {
  /** Id of the meeting within the contract. */
  @IsId() meeting!: string;
  @IsIn(MEETING_KINDS) kind!: MeetingKind;
  /** Local area by its id; absent where it is about the contract. */
  @IsOptional() @IsId() area?: string;
  @IsDay() on!: string;
  @IsIn(MEETING_MEANS) means!: MeetingMeans;
  /** Who is to be represented. */
  @IsArray() @IsIn(MEETING_PARTIES, { each: true }) expected!: MeetingParty[];
  /** References that stand on the invitation (C20). */
  @IsArray() @IsId({ each: true }) references!: string[];
}
/** A review or meeting with the Department was scheduled (C13). */
export const MeetingScheduled = defineEvent('MeetingScheduled', MeetingScheduledShape, {
  says: ({ meeting, kind, on }) => `Meeting ${meeting} (${kind}) scheduled for ${on}`,
});

class MeetingHeldShape {
  /** Id of the meeting within the contract. */
  @IsId() meeting!: string;
  @IsIn(MEETING_KINDS) kind!: MeetingKind;
  /** Local area by its id; absent where it was about the contract. */
  @IsOptional() @IsId() area?: string;
  @IsDay() heldOn!: string;
  @IsIn(MEETING_MEANS) means!: MeetingMeans;
  /** Who was represented. */
  @IsArray() @IsIn(MEETING_PARTIES, { each: true }) represented!: MeetingParty[];
  /** Who was expected and was not represented. */
  @IsArray() @IsIn(MEETING_PARTIES, { each: true }) absent!: MeetingParty[];
  /** What was said; absent where nothing was noted. */
  @FreeText() @IsOptional() @IsText() notes?: string;
}
const attendance = ({ represented, absent }: MeetingHeldShape): string =>
  `represented: ${represented.join(', ') || 'nobody'}; absent: ${absent.join(', ') || 'nobody'}`;

/** A meeting was held: who was represented, and who was not (C13). */
export const MeetingHeld = defineEvent('MeetingHeld', MeetingHeldShape, {
  effective: ({ heldOn }) => heldOn,
  says: (data) => `Meeting ${data.meeting} held on ${data.heldOn}; ${attendance(data)}`,
});

class MeetingCorrectedShape extends MeetingHeldShape {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** The record of a meeting that was held was corrected (C13). */
export const MeetingCorrected = defineEvent('MeetingCorrected', MeetingCorrectedShape, {
  effective: ({ heldOn }) => heldOn,
  says: (data) => `The record of meeting ${data.meeting} was corrected: ${data.heldOn}; ${attendance(data)}`,
});

class MeetingRecordWithdrawnShape {
  /** Id of the meeting within the contract. */
  @IsId() meeting!: string;
  @IsIn(MEETING_KINDS) kind!: MeetingKind;
  /** Local area by its id; absent where it is about the contract. */
  @IsOptional() @IsId() area?: string;
  /** Day on which it had been said to be held. */
  @IsDay() heldOn!: string;
  /** The day for which it is scheduled, as before. */
  @IsDay() scheduledOn!: string;
  @IsIn(MEETING_MEANS) scheduledMeans!: MeetingMeans;
  /** Revision of the record that is withdrawn. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** The record of a meeting that was not held was withdrawn; it stands as scheduled (C13). */
export const MeetingRecordWithdrawn = defineEvent('MeetingRecordWithdrawn', MeetingRecordWithdrawnShape, {
  effective: ({ heldOn }) => heldOn,
  says: ({ meeting, heldOn, scheduledOn }) =>
    `The record that meeting ${meeting} was held on ${heldOn} was withdrawn; it is scheduled for ${scheduledOn}`,
});

class MeetingCancelledShape {
  /** Id of the meeting within the contract. */
  @IsId() meeting!: string;
  /** The day for which it was scheduled. */
  @IsDay() scheduledOn!: string;
  @FreeText() @IsText() reason!: string;
}
/** A scheduled meeting was cancelled (C13). */
export const MeetingCancelled = defineEvent('MeetingCancelled', MeetingCancelledShape, {
  says: ({ meeting, scheduledOn }) => `Meeting ${meeting} of ${scheduledOn} cancelled`,
});

class IssueRaisedShape {
  /** Id of the issue within the contract. */
  @IsId() issue!: string;
  /** Local area by its id; absent where it is about the contract. */
  @IsOptional() @IsId() area?: string;
  @IsDay() raisedOn!: string;
  @FreeText() @IsText() what!: string;
}
/** An issue in the delivery was raised (C15). */
export const IssueRaised = defineEvent('IssueRaised', IssueRaisedShape, {
  effective: ({ raisedOn }) => raisedOn,
  says: ({ issue, raisedOn }) => `Issue ${issue} raised on ${raisedOn}`,
});

class IssueAnsweredShape {
  /** Id of the issue within the contract. */
  @IsId() issue!: string;
  @IsDay() answeredOn!: string;
  @FreeText() @IsText() answer!: string;
}
/** The supplier reacted to an issue (C15). */
export const IssueAnswered = defineEvent('IssueAnswered', IssueAnsweredShape, {
  effective: ({ answeredOn }) => answeredOn,
  says: ({ issue, answeredOn }) => `Issue ${issue} answered on ${answeredOn}`,
});

class IssueDecidedShape {
  /** Id of the issue within the contract. */
  @IsId() issue!: string;
  @FreeText() @IsText() reason!: string;
}
/** An issue was closed (C15). */
export const IssueClosed = defineEvent('IssueClosed', IssueDecidedShape, { says: ({ issue }) => `Issue ${issue} closed` });

/** A closed issue was opened again (C15). */
export const IssueReopened = defineEvent('IssueReopened', IssueDecidedShape, { says: ({ issue }) => `Issue ${issue} opened again` });

class ProgressRecommendedShape {
  /** The formal review by its id on the case of the area. */
  @IsId() review!: string;
  /** Local area by its id. */
  @IsId() area!: string;
  @IsDay() recommendedOn!: string;
  /** Whether the supplier holds progress to be sufficient. */
  @Confidential('management-information') @IsBoolean() sufficient!: boolean;
  @FreeText('management-information') @IsText() reason!: string;
}
/** The supplier recommended to VCU whether progress is sufficient; VCU decides, by another person (C17). */
export const ProgressRecommended = defineEvent('ProgressRecommended', ProgressRecommendedShape, {
  effective: ({ recommendedOn }) => recommendedOn,
  says: ({ area, review }) => `The supplier recommended at review ${review} of ${area} whether progress is sufficient`,
});

class RecommendationWithdrawnShape {
  /** The formal review by its id on the case of the area. */
  @IsId() review!: string;
  /** Local area by its id. */
  @IsId() area!: string;
  @FreeText() @IsText() reason!: string;
}
/** The supplier took its recommendation back (C17). */
export const RecommendationWithdrawn = defineEvent('RecommendationWithdrawn', RecommendationWithdrawnShape, {
  says: ({ area, review }) => `Recommendation at review ${review} of ${area} withdrawn`,
});

class InformationDesignatedShape {
  /** Id of the designation within the contract. */
  @IsId() designation!: string;
  /** The record that is meant, as `stream@revision`; absent where it is not a record of this system. */
  @IsOptional() @IsEventRef() record?: string;
  @FreeText('designated') @IsText() what!: string;
  @FreeText() @IsText() reason!: string;
}
/** Other information was designated as confidential (P1, order form 4.1). */
export const InformationDesignated = defineEvent('InformationDesignated', InformationDesignatedShape, {
  says: ({ designation, record }) => `Information designated as confidential: ${designation}${record === undefined ? '' : `, ${record}`}`,
});

class DesignationLiftedShape {
  /** Id of the designation within the contract. */
  @IsId() designation!: string;
  @FreeText() @IsText() reason!: string;
}
/** A designation as confidential was lifted (P1). */
export const DesignationLifted = defineEvent('DesignationLifted', DesignationLiftedShape, {
  says: ({ designation }) => `Designation ${designation} lifted`,
});

class ConfidentialityDecidedShape {
  /** Last day of the contract. */
  @IsDay() endsOn!: string;
  /** Categories of section 4.1 that stay confidential; those left out are open from now on. */
  @IsArray() @IsIn(CONFIDENTIAL_CATEGORIES, { each: true }) staysConfidential!: ConfidentialCategory[];
  @FreeText() @IsText() reason!: string;
}
/** After the contract's end a person decided what stays confidential; nothing opens by time passing (P1, reading 17). */
export const ConfidentialityDecided = defineEvent('ConfidentialityDecided', ConfidentialityDecidedShape, {
  says: ({ staysConfidential }) => `Confidentiality after the end decided; what stays: ${staysConfidential.join(', ') || 'nothing'}`,
});
