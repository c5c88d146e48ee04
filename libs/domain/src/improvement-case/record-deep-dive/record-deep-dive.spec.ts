import { make, specFor } from '@app/event-sourcing/testing';
import { DeepDiveCancelled, DeepDiveRecorded, NextStepAgreed, OutcomeAchieved } from '../improvement-case.events';
import {
  afi,
  agreed,
  apa,
  caseLead,
  dive,
  finding,
  nextStep,
  opened,
  openedForTimeliness,
  overall,
  recordedDive,
  scheduled,
} from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { RecordDeepDive, recordDeepDive } from './record-deep-dive.command';

const given = specFor(caseStream, recordDeepDive, { now: '2024-06-01', actor: caseLead, id: '931~inspection' });
const { area: _area, agreedOn: _agreedOn, ...step } = nextStep.data;
const command = (change: Partial<RecordDeepDive> = {}) => make(RecordDeepDive, { ...dive(), nextSteps: [], ...change });
const onApa = { deepDive: 'd2', kind: 'apa' as const, heldOn: '2024-05-14', findings: [finding('apa_1')] };
const three = [opened, overall, apa, afi] as const;

describe('recording a deep dive (J4, A4)', () => {
  it('answers the three questions for every outcome, with rating and trajectory', () =>
    given(...three)
      .when(command())
      .then(recordedDive()));
  it('agrees next steps on the way (J6)', () =>
    given(...three)
      .when(command({ nextSteps: [step] }))
      .then(DeepDiveRecorded({ ...recordedDive().data, nextSteps: ['s1'] }), NextStepAgreed({ ...nextStep.data, deepDive: 'd1' })));
  it('is refused where a six-monthly one leaves out an outcome that stood on the day', () => {
    given(...three)
      .when(command({ findings: [finding('overall'), finding('apa_1')] }))
      .thenRefused('deep-dive-outcomes-missing', 'findings');
    const later = agreed('afi_7', 'afi', '2024-03-28');
    given(...three, later)
      .when(command())
      .then(recordedDive());
    const onTheDay = agreed('afi_7', 'afi', '2024-03-27');
    given(...three, onTheDay)
      .when(command())
      .thenRefused('deep-dive-outcomes-missing', 'findings');
  });
  it('leaves out an outcome that had ended by the day, and names one that ended later', () => {
    const achieved = (achievedOn: string) => OutcomeAchieved({ area: '931', outcome: 'afi_6', kind: 'afi', achievedOn, reason: 'Seen' });
    const without = { findings: [finding('overall'), finding('apa_1')] };
    given(...three, achieved('2024-03-27'))
      .when(command(without))
      .then(recordedDive(without));
    given(...three, achieved('2024-03-27'))
      .when(command())
      .thenRefused('outcome-ended', 'findings');
    given(...three, achieved('2024-03-28'))
      .when(command())
      .then(recordedDive());
  });
  it('cannot name an AFI, or the overall outcome, in an APA deep dive', () => {
    given(...three, scheduled)
      .when(command(onApa))
      .then(recordedDive(onApa));
    given(...three)
      .when(command({ ...onApa, findings: [finding('apa_1'), finding('afi_6')] }))
      .thenRefused('deep-dive-not-apa', 'findings');
    given(...three)
      .when(command({ ...onApa, findings: [finding('overall')] }))
      .thenRefused('deep-dive-not-apa', 'findings');
  });
  it('is on the outcome that it was scheduled on, and not once it was cancelled', () => {
    const other = agreed('apa_2', 'apa');
    given(...three, other, scheduled)
      .when(command({ ...onApa, findings: [finding('apa_2')] }))
      .thenRefused('deep-dive-without-scheduled', 'findings');
    given(...three, scheduled, DeepDiveCancelled({ ...scheduled.data, reason: 'No' }))
      .when(command(onApa))
      .thenRefused('deep-dive-cancelled', 'deepDive');
    given(...three, scheduled)
      .when(command({ deepDive: 'd2' }))
      .thenRefused('deep-dive-scheduled-as-apa', 'deepDive');
  });
  it('is recorded once under an id', () =>
    given(...three, recordedDive())
      .when(command())
      .thenRefused('case-record-exists', 'deepDive'));
  it('is refused of an unknown outcome, ahead of time, before the case, and in a case because of timeliness (A3)', () => {
    given(...three)
      .when(command({ findings: [...dive().findings, finding('apa_9')] }))
      .thenRefused('outcome-unknown', 'findings');
    given(...three)
      .when(command({ heldOn: '2024-06-02' }))
      .thenRefused('case-day-in-future', 'heldOn');
    given(...three)
      .when(command({ heldOn: '2023-09-14' }))
      .thenRefused('case-day-before-opening', 'heldOn');
    given(openedForTimeliness).when(command()).thenRefused('deep-dive-not-here');
    given().when(command()).thenRefused('case-not-opened');
  });
  it('is refused with next steps that cannot be agreed (J6)', () => {
    given(...three)
      .when(command({ nextSteps: [step, step] }))
      .thenRefused('next-step-twice', 'nextSteps');
    given(...three)
      .when(command({ nextSteps: [{ ...step, dueOn: '2024-03-26' }] }))
      .thenRefused('next-step-due-before-agreed', 'dueOn');
    given(...three, nextStep)
      .when(command({ nextSteps: [step] }))
      .thenRefused('next-step-already-agreed', 'step');
    given(...three)
      .when(command({ nextSteps: [{ ...step, outcome: 'apa_9' }] }))
      .thenRefused('outcome-unknown', 'outcome');
  });
});
