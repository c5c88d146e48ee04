import { londonDay } from '@app/calendar';
import type { Decide } from '@app/event-sourcing';
import { IsIn } from 'class-validator';
import { IsDay, IsText } from '../../fields';
import { SupportPutInPlace, type EscalationEvent } from '../escalation.events';
import { ESCALATION_NEEDS, type EscalationNeed } from '../escalation.parts.command';
import { refuse } from '../escalation.refusals';
import type { EscalationState } from '../escalation.stream';

const MOST_SUPPORTS = 50;

/** Record what was put in place for the need that an escalation names (E6, A7). */
export class PutSupportInPlace {
  /** Information, departmental intervention, or additional support from the SEND adviser. */
  @IsIn(ESCALATION_NEEDS) kind!: EscalationNeed;
  /** London day from which it is in place. */
  @IsDay() from!: string;
  /** What it is, in the words of the person who records it. */
  @IsText() description!: string;
}

/** @throws Refused for a day that lies ahead or before the cause. */
export function assertSupportDay(from: string, { since }: EscalationState, now: string): void {
  if (from > londonDay(now)) throw refuse('support-in-future', { field: 'from' });
  if (since !== undefined && from < since) throw refuse('support-before-cause', { field: 'from', values: { since } });
}

export const putSupportInPlace: Decide<PutSupportInPlace, EscalationState, EscalationEvent> = (
  { kind, from, description },
  state,
  { now },
) => {
  if (state.status === 'none') throw refuse('escalation-unknown');
  if (state.status === 'withdrawn') throw refuse('support-for-withdrawn-escalation');
  assertSupportDay(from, state, now);
  if (state.supports.length >= MOST_SUPPORTS) throw refuse('support-too-often', { values: { most: MOST_SUPPORTS } });
  return [SupportPutInPlace({ kind, from, description })];
};
