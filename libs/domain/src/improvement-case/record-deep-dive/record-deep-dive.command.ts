import { Nested, type Decide } from '@app/event-sourcing';
import { ArrayMaxSize, IsArray } from 'class-validator';
import { plain } from '../../plain';
import { checkDay, checkDeepDives, checkNewRecord, open } from '../case.guards';
import { DeepDive, NewNextStep } from '../case.parts.command';
import type { CaseState } from '../case.state';
import { DeepDiveRecorded, NextStepAgreed, type CaseEvent } from '../improvement-case.events';
import { refuse } from '../improvement-case.refusals';
import { checkFindings, checkNextStep } from '../oversight.guards';

/**
 * Record a deep dive: lines of enquiry, where progress has been made, per outcome the three answers of A4 with a rating and a
 * trajectory, and the next steps that were agreed (J4). A six-monthly one is on every outcome that stands; an APA one on areas of
 * priority action alone, and does not stand in for a six-monthly one.
 */
export class RecordDeepDive extends DeepDive {
  /** Next steps that were agreed in it; empty where there are none. */
  @IsArray() @ArrayMaxSize(60) @Nested(() => NewNextStep, { each: true }) nextSteps!: NewNextStep[];
}

export const recordDeepDive: Decide<RecordDeepDive, CaseState, CaseEvent> = (command, state, { now }) => {
  const { deepDive, heldOn } = command;
  const known = open(state);
  const { area } = known;
  checkDeepDives(known);
  checkNewRecord(state, 'deep-dive', deepDive, 'deepDive');
  checkDay(heldOn, 'heldOn', known, now);
  checkFindings(command, state);
  const { nextSteps, ...dive } = plain(command);
  const ids = nextSteps.map(({ step }) => step);
  const twice = ids.find((step, index) => ids.indexOf(step) < index);
  if (twice !== undefined) throw refuse('next-step-twice', { field: 'nextSteps', values: { step: twice } });
  for (const step of nextSteps) checkNextStep(step, heldOn, state, known);
  return [
    DeepDiveRecorded({ ...dive, area, nextSteps: ids }),
    ...nextSteps.map((step) => NextStepAgreed({ ...step, area, agreedOn: heldOn, deepDive })),
  ];
};
