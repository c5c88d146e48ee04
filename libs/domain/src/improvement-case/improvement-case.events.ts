import { defineEvent, type EventsIn } from '@app/event-sourcing';
import { IsIn } from 'class-validator';
import type * as module from './improvement-case.events';
import { IsDay, IsId, IsText } from '../fields';
import { FreeText } from '@app/event-sourcing';

export type CaseEvent = EventsIn<typeof module>;

/** Why a case is opened (J2). */
export const CASE_CAUSES = ['inspection', 'timeliness'] as const;
export type CaseCause = (typeof CASE_CAUSES)[number];

class CaseOpenedShape {
  /** Local area by its id. */
  @IsId() area!: string;
  @IsIn(CASE_CAUSES) cause!: CaseCause;
  @IsDay() openedOn!: string;
  @FreeText() @IsText() reason!: string;
}
/** A case was opened for a local area (J2). */
export const CaseOpened = defineEvent('CaseOpened', CaseOpenedShape, {
  effective: ({ openedOn }) => openedOn,
  says: ({ cause, openedOn }) => `Case opened on ${openedOn} because of ${cause === 'inspection' ? 'an inspection' : 'EHC plan timeliness'}`,
});
