import { entryOf } from '../entries';
import type { NoticeStep } from './local-area.parts.command';
import { refuse } from './local-area.refusals';
import type { LocalAreaState, NoticeFact } from './local-area.state';

/** @throws Refused where the steps of a notice do not agree with each other or lie before it (J10). */
export function checkSteps(steps: readonly NoticeStep[], issuedOn: string): void {
  if (steps.length === 0) throw refuse('notice-without-steps', { field: 'steps' });
  for (const [index, { step, dueOn }] of steps.entries()) {
    if (steps.findIndex((other) => other.step === step) < index) throw refuse('notice-step-twice', { field: 'steps', values: { step } });
    if (dueOn < issuedOn) throw refuse('notice-step-due-before-issue', { field: 'steps', values: { step, dueOn, issuedOn } });
  }
}

/** A notice on record. @throws Refused where there is none of that id. */
export function knownNotice({ notices }: LocalAreaState, notice: string): NoticeFact {
  const known = entryOf(notices, notice);
  if (!known) throw refuse('notice-unknown', { field: 'notice', values: { notice } });
  return known;
}

/** A notice in force. @throws Refused where there is none of that id or it was lifted. */
export function noticeInForce(state: LocalAreaState, notice: string): NoticeFact {
  const known = knownNotice(state, notice);
  if (known.lifted) throw refuse('notice-lifted', { field: 'notice', values: { notice, liftedOn: known.lifted.on } });
  return known;
}

/** A step of a notice. @throws Refused where it has none of that id. */
export function knownStep({ steps }: NoticeFact, notice: string, step: string) {
  const known = entryOf(steps, step);
  if (!known) throw refuse('notice-step-unknown', { field: 'step', values: { notice, step } });
  return known;
}
