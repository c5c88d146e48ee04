import { stateAfter } from '@app/event-sourcing/testing';
import { example } from '../told.testing';
import { digestOfOutcome, type CaseState } from './case.state';
import * as events from './improvement-case.events';
import type { CaseEvent } from './improvement-case.events';
import { caseStream } from './improvement-case.stream';

const opening = example(events.CaseOpened);
const after = (...happened: CaseEvent[]): CaseState => stateAfter(caseStream, [opening, ...happened]);
const none = {
  status: 'none',
  covers: [],
  outcomes: {},
  plans: {},
  actions: {},
  scheduledDives: {},
  nextSteps: {},
  records: {
    'deep-dive': {},
    stocktake: {},
    'board-meeting': {},
    'timeliness-progress': {},
    'health-adviser-contact': {},
    'formal-review': {},
  },
  decisions: {},
};
const known = {
  ...none,
  status: 'open',
  area: '931',
  cause: 'inspection',
  inspection: '2023_07',
  opened: { on: '2023-09-15', revision: 0 },
};
const withdrawnRecord = (record: Parameters<typeof events.CaseRecordWithdrawn>[0]['record'], id: string) =>
  example(events.CaseRecordWithdrawn, { record, id });

describe('what is known of an improvement case (J2)', () => {
  it('is nothing before it is opened', () => {
    expect(caseStream).toMatchObject({ category: 'improvementCase', collection: 'improvement-cases' });
    expect(caseStream.initial()).toEqual(none);
  });

  it('is its cause and its first day, as corrected, closed and opened again', () => {
    expect(after()).toStrictEqual(known);
    const { inspection: _inspection, ...corrected } = example(events.CaseOpeningCorrected, { cause: 'timeliness' }).data;
    const { inspection: _none, ...forTimeliness } = known;
    expect(after(events.CaseOpeningCorrected(corrected))).toStrictEqual({
      ...forTimeliness,
      cause: 'timeliness',
      opened: { on: '2023-09-18', revision: 1 },
    });
    const closed = example(events.CaseClosed);
    expect(after(closed)).toStrictEqual({ ...known, status: 'closed', closedOn: '2028-03-31' });
    expect(after(closed, example(events.CaseReopened))).toStrictEqual(known);
  });

  it('is who leads it, and who covers for whom (E3)', () => {
    expect(after(example(events.CaseLeadAssigned))).toStrictEqual({ ...known, lead: 'u-104' });
    const named = example(events.CoverNamed);
    const { cover: _cover, ...uncovered } = named.data;
    const cover = { absent: 'u-104', cover: 'u-107', from: '2023-12-18', to: '2024-01-02', revision: 1 };
    const { cover: _nobody, ...bare } = cover;
    const both = [named, events.CoverNamed(uncovered)] as const;
    expect(after(...both).covers).toStrictEqual([cover, { ...bare, revision: 2 }]);
    expect(after(...both, example(events.CoverWithdrawn, { corrects: 1 })).covers).toStrictEqual([{ ...bare, revision: 2 }]);
  });
});

describe('what is known of outcomes (A1, A2, A3)', () => {
  const agreed = example(events.OutcomeAgreed);
  const other = example(events.OutcomeAgreed, { outcome: 'afi_9', kind: 'afi' });
  const outcome = { kind: 'apa', status: 'agreed', agreedOn: '2023-10-12', digest: digestOfOutcome(agreed.data) };
  const outcomes = (...more: CaseEvent[]) => after(agreed, other, ...more).outcomes;

  it('is their words and measures, and whether each stands', () => {
    expect(outcomes()).toStrictEqual({ apa_3: outcome, afi_9: { ...outcome, kind: 'afi' } });
    const reworded = example(events.OutcomeReworded);
    expect(outcomes(reworded)['apa_3']).toStrictEqual({ ...outcome, digest: digestOfOutcome(reworded.data) });
    expect(digestOfOutcome(reworded.data)).not.toBe(digestOfOutcome(agreed.data));
    expect(digestOfOutcome({ ...agreed.data, measures: [] })).not.toBe(digestOfOutcome(agreed.data));
    const achieved = example(events.OutcomeAchieved);
    expect(outcomes(achieved)['apa_3']).toStrictEqual({ ...outcome, status: 'achieved', ended: { on: '2025-11-14', revision: 3 } });
    const withdrawn = example(events.OutcomeWithdrawn);
    expect(outcomes(withdrawn)['afi_9']).toMatchObject({ status: 'withdrawn', ended: { on: '2025-11-14', revision: 3 } });
    const reinstated = example(events.OutcomeReinstated);
    expect(outcomes(achieved, reinstated)['apa_3']).toStrictEqual(outcome);
    expect(after(reinstated)).toStrictEqual(known);
  });
});

describe('what is known of the plan (J3)', () => {
  const submitted = example(events.ActionPlanSubmitted);
  const step = { status: 'submitted', on: '2023-10-24', to: ['ofsted', 'care-quality-commission'], revision: 1 };
  const plan = (...more: CaseEvent[]) => after(submitted, ...more).plans;

  it('is what happened to it, in order, for each inspection', () => {
    const returned = example(events.ActionPlanReturned);
    const again = example(events.ActionPlanSubmitted, { submittedOn: '2023-11-20', again: true });
    const accepted = example(events.ActionPlanAccepted);
    const published = example(events.ActionPlanPublished);
    expect(plan(returned, again, accepted, published)).toStrictEqual({
      '2023_07': [
        step,
        { status: 'returned', on: '2023-11-10', dueOn: '2023-11-24', revision: 2 },
        { ...step, on: '2023-11-20', revision: 3 },
        { status: 'accepted', on: '2023-12-12', revision: 4 },
        { status: 'published', on: '2023-12-18', revision: 5 },
      ],
    });
    const ofAnother = example(events.ActionPlanSubmitted, { inspection: '2017_09' });
    expect(plan(ofAnother)).toStrictEqual({ '2023_07': [step], '2017_09': [{ ...step, revision: 2 }] });
  });

  it('is a submission as corrected, and what is left when one or an answer is withdrawn', () => {
    const accepted = example(events.ActionPlanAccepted);
    const answer = { status: 'accepted', on: '2023-12-12', revision: 2 };
    const corrected = example(events.ActionPlanSubmissionCorrected, { corrects: 1, submittedOn: '2023-10-25', to: ['ofsted'] });
    expect(plan(accepted, corrected)).toStrictEqual({
      '2023_07': [{ status: 'submitted', on: '2023-10-25', to: ['ofsted'], revision: 3 }, answer],
    });
    expect(plan(accepted, example(events.ActionPlanAnswerWithdrawn, { corrects: 2 }))).toStrictEqual({ '2023_07': [step] });
    expect(plan(accepted, example(events.ActionPlanWithdrawn, { corrects: 1 }))).toStrictEqual({ '2023_07': [answer] });
    expect(after(corrected).plans).toStrictEqual({ '2023_07': [] });
    expect(after(example(events.ActionPlanWithdrawn)).plans).toStrictEqual({ '2023_07': [] });
  });

  it('is its actions: open, completed, removed, given another owner and day', () => {
    const added = example(events.ActionAdded);
    const action = { status: 'open', owner: 'u-201', dueOn: '2024-06-30', outcome: 'apa_3' };
    const actions = (...more: CaseEvent[]) => after(added, example(events.ActionAdded, { action: 'act_32' }), ...more).actions;
    expect(actions()).toStrictEqual({ act_31: action, act_32: action });
    const completed = example(events.ActionCompleted);
    const done = { ...action, status: 'completed', ended: { on: '2024-06-14', revision: 3 } };
    expect(actions(completed)).toStrictEqual({ act_31: done, act_32: action });
    const removed = example(events.ActionRemoved);
    expect(actions(removed)['act_31']).toStrictEqual({ ...action, status: 'removed', ended: { revision: 3 } });
    expect(actions(completed, example(events.ActionReopened))).toStrictEqual({ act_31: action, act_32: action });
    expect(actions(example(events.ActionRebaselined))['act_31']).toStrictEqual({ ...action, owner: 'u-202', dueOn: '2024-09-30' });
    expect(after(completed)).toStrictEqual(known);
  });
});

describe('what is known of oversight (J4, J5, A3, A6)', () => {
  const scheduling = example(events.DeepDiveScheduled);
  const scheduled = { status: 'scheduled', outcome: 'apa_3', scheduledFor: '2024-05-14' };

  it('is which deep dives are scheduled, put off, cancelled or held', () => {
    const dives = (...more: CaseEvent[]) => after(scheduling, ...more).scheduledDives['apa_2024_05'];
    expect(dives()).toStrictEqual(scheduled);
    expect(dives(example(events.DeepDiveRescheduled))).toStrictEqual({ ...scheduled, scheduledFor: '2024-06-04' });
    expect(dives(example(events.DeepDiveCancelled))).toStrictEqual({ ...scheduled, status: 'cancelled' });
    const held = example(events.DeepDiveRecorded, { deepDive: 'apa_2024_05', kind: 'apa' });
    expect(dives(held)).toStrictEqual({ ...scheduled, status: 'held' });
    expect(dives(held, withdrawnRecord('stocktake', 'apa_2024_05'))).toStrictEqual({ ...scheduled, status: 'held' });
    expect(dives(held, withdrawnRecord('deep-dive', 'apa_2024_05'))).toStrictEqual(scheduled);
    expect(after(held, withdrawnRecord('deep-dive', 'apa_2024_05'))).toStrictEqual(known);
  });

  it('is what was held or received, as recorded or last corrected, or withdrawn', () => {
    const { records } = none;
    const dive = example(events.DeepDiveRecorded);
    expect(after(dive)).toStrictEqual({
      ...known,
      records: { ...records, 'deep-dive': { dd_2024_03: { revision: 1, on: '2024-03-27', kind: 'six-monthly' } } },
    });
    const cases: [CaseEvent, CaseEvent, Parameters<typeof withdrawnRecord>[0], string, object, object][] = [
      [
        dive,
        example(events.DeepDiveCorrected, { kind: 'apa' }),
        'deep-dive',
        'dd_2024_03',
        { revision: 1, on: '2024-03-27', kind: 'six-monthly' },
        { revision: 2, on: '2024-03-26', kind: 'apa' },
      ],
      [
        example(events.StocktakeRecorded),
        example(events.StocktakeCorrected, { heldOn: '2024-06-25' }),
        'stocktake',
        'st_2024_06',
        { revision: 1, on: '2024-06-24' },
        { revision: 2, on: '2024-06-25' },
      ],
      [
        example(events.BoardMeetingRecorded),
        example(events.BoardMeetingCorrected, { heldOn: '2024-02-07' }),
        'board-meeting',
        'sib_2024_02',
        { revision: 1, on: '2024-02-06' },
        { revision: 2, on: '2024-02-07' },
      ],
      [
        example(events.TimelinessProgressReported),
        example(events.TimelinessProgressCorrected, { reportedOn: '2023-12-01' }),
        'timeliness-progress',
        '2023_11',
        { revision: 1, on: '2023-11-30' },
        { revision: 2, on: '2023-12-01' },
      ],
      [
        example(events.HealthAdviserContactRecorded),
        example(events.HealthAdviserContactCorrected, { heldOn: '2024-02-15' }),
        'health-adviser-contact',
        'hc_1',
        { revision: 1, on: '2024-02-14' },
        { revision: 2, on: '2024-02-15' },
      ],
      [
        example(events.FormalReviewHeld),
        example(events.FormalReviewCorrected, { heldOn: '2024-06-25', contract: 'CON_1' }),
        'formal-review',
        'fr_2024_06',
        { revision: 1, on: '2024-06-24', contract: 'CON_22889' },
        { revision: 2, on: '2024-06-25', contract: 'CON_1' },
      ],
    ];
    for (const [recorded, corrected, record, id, first, second] of cases) {
      expect(after(recorded).records).toStrictEqual({ ...records, [record]: { [id]: first } });
      expect(after(recorded, corrected).records).toStrictEqual({ ...records, [record]: { [id]: second } });
      expect(after(recorded, withdrawnRecord(record, id)).records).toStrictEqual(records);
    }
    const { contract: _contract, ...uncontracted } = example(events.FormalReviewHeld).data;
    expect(after(events.FormalReviewHeld(uncontracted)).records['formal-review']).toStrictEqual({
      fr_2024_06: { revision: 1, on: '2024-06-24' },
    });
  });
});

describe('what is known of next steps and decisions (J6, J8, C17)', () => {
  it('is each next step: open, completed, cancelled, given another owner and day', () => {
    const agreed = example(events.NextStepAgreed);
    const step = { status: 'open', owner: 'u-201', dueOn: '2024-06-30', outcome: 'apa_3' };
    const steps = (...more: CaseEvent[]) => after(agreed, ...more).nextSteps;
    expect(steps()).toStrictEqual({ step_1: step });
    const { outcome: _outcome, ...bare } = agreed.data;
    const { outcome: _none, ...bareStep } = step;
    expect(after(events.NextStepAgreed(bare)).nextSteps).toStrictEqual({ step_1: bareStep });
    const completed = example(events.NextStepCompleted);
    expect(steps(completed)).toStrictEqual({ step_1: { ...step, status: 'completed', ended: { on: '2024-06-20', revision: 2 } } });
    expect(steps(example(events.NextStepCancelled))).toStrictEqual({ step_1: { ...step, status: 'removed', ended: { revision: 2 } } });
    expect(steps(example(events.NextStepRescheduled))).toStrictEqual({ step_1: { ...step, owner: 'u-202', dueOn: '2024-07-31' } });
    expect(steps(completed, example(events.NextStepReopened))).toStrictEqual({ step_1: step });
    expect(after(completed)).toStrictEqual(known);
  });

  it('is the decision at each review, as last revised', () => {
    const decided = example(events.ProgressDecided);
    const other = example(events.ProgressDecided, { review: 'fr_2024_12' });
    const decision = { revision: 1, progress: 'not-sufficient', decidedOn: '2024-07-08' };
    expect(after(decided, other).decisions).toEqual({ fr_2024_06: decision, fr_2024_12: { ...decision, revision: 2 } });
    expect(after(decided, example(events.DecisionRevised)).decisions).toEqual({
      fr_2024_06: { revision: 2, progress: 'sufficient', decidedOn: '2024-08-01' },
    });
  });
});
