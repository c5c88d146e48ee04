import { defineEvent, FreeText, type EventsIn } from '@app/event-sourcing';
import { ArrayMaxSize, IsArray, IsIn, IsOptional } from 'class-validator';
import { IsCount, IsDay, IsId, IsText } from '../fields';
import { IsSupportOption } from '../programme/programme.parts.command';
import type * as module from './support-package.events';

export type PackageEvent = EventsIn<typeof module>;

/** What the Department answers to a proposed package. */
const PACKAGE_ANSWERS = ['approved', 'returned'] as const;
type PackageAnswer = (typeof PACKAGE_ANSWERS)[number];

class TermsShape {
  /** Id of the partner's grant. */
  @IsId() partner!: string;
  @IsId() recipient!: string;
  @IsArray() @ArrayMaxSize(50) @IsSupportOption(true) options!: string[];
  @IsCount(0, 10_000) executiveDays!: number;
  @IsCount(0, 10_000) managementDays!: number;
  /** Person-days in all. */
  @IsCount(1, 20_000) days!: number;
  /** Why it is smaller than 40 days, where it is (G10). */
  @IsOptional() @FreeText() @IsText() smallBecause?: string;
}

class PackageProposedShape extends TermsShape {
  @IsDay() proposedOn!: string;
}
/** A package of support was proposed for a recipient authority (G10). */
export const PackageProposed = defineEvent('PackageProposed', PackageProposedShape, {
  effective: ({ proposedOn }) => proposedOn,
  says: ({ recipient, days, options }) => `Package of ${days} days proposed for local area ${recipient}: ${options.join(', ')}`,
});

class PackageWithdrawnShape {
  @IsId() partner!: string;
  @FreeText() @IsText() reason!: string;
}
/** A proposed package was withdrawn. */
export const PackageWithdrawn = defineEvent('PackageWithdrawn', PackageWithdrawnShape, { says: () => 'Package withdrawn' });

class PackageApprovedShape {
  @IsId() partner!: string;
  @IsDay() approvedOn!: string;
  /** Assessment of its merits. */
  @FreeText() @IsText() reason!: string;
}
/** The Department approved a package on its merits; days can be delivered from here on (G10). */
export const PackageApproved = defineEvent('PackageApproved', PackageApprovedShape, {
  effective: ({ approvedOn }) => approvedOn,
  says: ({ approvedOn }) => `Package approved on ${approvedOn}`,
});

class PackageReturnedShape {
  @IsId() partner!: string;
  @IsDay() returnedOn!: string;
  @FreeText() @IsText() reason!: string;
}
/** The Department returned a proposed package with reasons (G10). */
export const PackageReturned = defineEvent('PackageReturned', PackageReturnedShape, {
  effective: ({ returnedOn }) => returnedOn,
  says: ({ returnedOn }) => `Package returned on ${returnedOn}`,
});

class PackageAnswerWithdrawnShape {
  @IsId() partner!: string;
  @IsIn(PACKAGE_ANSWERS) answer!: PackageAnswer;
  /** Day on which it had been said to be answered. */
  @IsDay() answeredOn!: string;
  /** Revision of the approval or the return. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** An approval or a return that should not have been recorded was taken back; the package waits for its assessment (G10). */
export const PackageAnswerWithdrawn = defineEvent('PackageAnswerWithdrawn', PackageAnswerWithdrawnShape, {
  effective: ({ answeredOn }) => answeredOn,
  says: ({ answer, answeredOn }) => `The record that the package was ${answer} on ${answeredOn} was taken back`,
});

class PackageRescopedShape extends TermsShape {
  @IsDay() agreedOn!: string;
  @FreeText() @IsText() reason!: string;
}
/** Days, recipient or options of a package were altered by an agreed change (G11). */
export const PackageRescoped = defineEvent('PackageRescoped', PackageRescopedShape, {
  effective: ({ agreedOn }) => agreedOn,
  says: ({ recipient, days, options }) => `Package re-scoped: ${days} days for local area ${recipient}, ${options.join(', ')}`,
});

class PackageCompletedShape {
  @IsId() partner!: string;
  @IsDay() completedOn!: string;
  /** What it achieved. */
  @FreeText() @IsText() outcome!: string;
}
/** A package was completed: nothing is delivered after this day. */
export const PackageCompleted = defineEvent('PackageCompleted', PackageCompletedShape, {
  effective: ({ completedOn }) => completedOn,
  says: ({ completedOn }) => `Package completed on ${completedOn}`,
});

class PackageTerminatedShape {
  @IsId() partner!: string;
  @IsDay() terminatedOn!: string;
  /** Whether it was proposed, returned or approved until then. */
  @IsText(20) was!: string;
  /** The termination of the partner's work, `stream@revision` (G17). */
  @IsText(200) because!: string;
}
/** A package ended with the termination of its partner's work (G17). */
export const PackageTerminated = defineEvent('PackageTerminated', PackageTerminatedShape, {
  effective: ({ terminatedOn }) => terminatedOn,
  says: ({ terminatedOn }) => `Package terminated on ${terminatedOn}`,
});

class PackageReinstatedShape {
  @IsId() partner!: string;
  /** Revision of the ending that it takes back. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** An end of a package that should not have been was taken back: it stands as before. */
export const PackageReinstated = defineEvent('PackageReinstated', PackageReinstatedShape, { says: () => 'Package reinstated' });
