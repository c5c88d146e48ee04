import * as events from '@app/domain/events';
import { example } from '@app/domain/told.testing';
import { playRequirements, type Play } from '../testing/play';

const CASE = 'improvementCase-931~inspection';
const of = (definition: string, period: string) => `requirement-${definition}~931~inspection~${period}`;
const closed = events.CaseClosed({ area: '931', cause: 'inspection', closedOn: '2023-10-12', reason: 'Done' });
const opened = (): Play => {
  const play = playRequirements('2023-10-12T09:00:00.000Z');
  play.record(
    CASE,
    events.CaseOpened({
      area: '931',
      cause: 'inspection',
      inspection: '2023_07',
      openedOn: '2023-09-15',
      reason: 'Widespread and systemic failings',
      judgedBy: 'localArea-931@1',
    }),
  );
  return play;
};

describe('of several ends of a duty the one that was recorded first counts (E2)', () => {
  it('for a plan that is due again: the case was closed in time, that the return is withdrawn later changes nothing (J3)', () => {
    const play = opened();
    const about = { area: '931', inspection: '2023_07' };
    const returned = events.ActionPlanReturned({
      ...about,
      by: ['ofsted'],
      returnedOn: '2023-10-12',
      dueOn: '2023-10-12',
      reason: 'No owners',
    });
    play.record(CASE, returned);
    play.record(CASE, closed);
    play
      .until('2023-10-13')
      .record(
        CASE,
        events.ActionPlanAnswerWithdrawn({ ...about, answer: 'returned', effectiveOn: '2023-10-12', corrects: 1, reason: 'Another plan' }),
      );
    play.until('2023-10-14');
    expect(play.types(of('plan_resubmission', 'r1'))).toEqual(['RequirementImposed', 'RequirementReleased']);
  });

  it('for a next step: the case was closed in time, that the step is cancelled later changes nothing (J6)', () => {
    const play = opened();
    const step = { area: '931', step: 'p1', owner: 'u-7', dueOn: '2023-10-12', what: 'Meet', agreedOn: '2023-10-12' };
    play.record(CASE, events.NextStepAgreed(step));
    play.record(CASE, closed);
    play.until('2023-10-13').record(CASE, events.NextStepCancelled({ area: '931', step: 'p1', reason: 'Done otherwise' }));
    play.until('2023-10-14');
    expect(play.types(of('next_step', 'p1'))).toEqual(['RequirementImposed', 'RequirementReleased']);
  });
});

describe('an APA deep dive whose outcome has ended (J4)', () => {
  const outcome = { area: '931', outcome: 'o2' };
  const dive = { area: '931', outcome: 'o2', deepDive: 'x1', scheduledFor: '2023-11-01' };
  const scheduled = (): Play => {
    const play = opened();
    play.record(
      CASE,
      events.OutcomeAgreed({ ...outcome, kind: 'apa', words: 'As published', measures: ['As agreed'], agreedOn: '2023-10-12' }),
    );
    play.record(CASE, events.DeepDiveScheduled(dive));
    return play;
  };
  const achieved = events.OutcomeAchieved({ ...outcome, kind: 'apa', achievedOn: '2023-10-12', reason: 'Sound' });
  const reinstated = events.OutcomeReinstated({ ...outcome, kind: 'apa', endedOn: '2023-10-12', corrects: 3, reason: 'Not yet' });
  const own = of('apa_deep_dive', 'x1');

  it('is owed again where the outcome is reinstated, and not where it had been cancelled besides', () => {
    const owed = scheduled();
    owed.record(CASE, achieved);
    owed.record(CASE, reinstated);
    expect(owed.types(own)).toEqual(['RequirementImposed', 'RequirementReleased', 'RequirementReopened']);
    const cancelled = scheduled();
    cancelled.record(CASE, achieved);
    cancelled.record(CASE, events.DeepDiveCancelled({ ...dive, reason: 'Not needed' }));
    cancelled.record(CASE, reinstated);
    expect(cancelled.until('2023-11-03').types(own)).toEqual(['RequirementImposed', 'RequirementReleased']);
  });

  it('is not owed again where its record is withdrawn afterwards', () => {
    const play = scheduled();
    const answer = { answer: 'yes' as const, words: 'Seen' };
    const finding = { outcome: 'o2', clearPlans: answer, leadersUnderstand: answer, vcuUnderstands: answer };
    play.record(
      CASE,
      events.DeepDiveRecorded({
        area: '931',
        deepDive: 'x1',
        kind: 'apa',
        heldOn: '2023-10-12',
        linesOfEnquiry: 'Plans',
        progressMade: 'Some',
        findings: [{ ...finding, rating: 'on-track', trajectory: 'steady' }],
        nextSteps: [],
      }),
    );
    play.record(CASE, achieved);
    const record = { area: '931', record: 'deep-dive' as const, id: 'x1', kind: 'apa' as const, effectiveOn: '2023-10-12' };
    play.record(CASE, events.CaseRecordWithdrawn({ ...record, corrects: 3, reason: 'Never held' }));
    expect(play.until('2023-11-03').types(own)).toEqual([
      'RequirementImposed',
      'RequirementMet',
      'RequirementReopened',
      'RequirementReleased',
    ]);
  });
});

describe('a duty that no longer follows from what is on record (E2, E4)', () => {
  const AREA = 'localArea-931';
  const own = 'requirement-programme_liaison~931~CON_22889.safety_valve.2023_10_12';
  const escalation = own.replace('requirement', 'escalation');
  const membership = { programme: 'safety-valve' as const, from: '2023-03-16', source: { publisher: 'DfE', title: 'As published' } };
  const lapsed = (): Play => {
    const play = playRequirements('2023-10-12T09:00:00.000Z');
    play.record('contract-CON_22889', example(events.OrderAccepted, { areas: ['931'] }));
    play.record(AREA, example(events.InterventionProgrammeJoined, { ...membership, advisers: true }));
    return play.until('2023-11-14');
  };

  it('is told to nobody again where its waiver is withdrawn after that', () => {
    const play = lapsed();
    play.record(own, events.RequirementWaived({ reason: 'No advisers' }));
    const corrects = play.log.findLast(({ meta }) => meta.stream === AREA)!.meta.revision;
    play.record(AREA, example(events.InterventionMembershipCorrected, { ...membership, advisers: false, corrects }));
    play.record(own, events.WaiverWithdrawn({ corrects: 2, reason: 'Not needed' }));
    expect(play.types(own).at(-1)).toBe('RequirementReleased');
    expect(play.types(escalation)).toEqual(['EscalationRaised', 'EscalationWithdrawn']);
  });

  it('is told again where it still follows', () => {
    const play = lapsed();
    play.record(own, events.RequirementWaived({ reason: 'No advisers' }));
    play.record(own, events.WaiverWithdrawn({ corrects: 2, reason: 'There are some' }));
    expect(play.types(own).at(-1)).toBe('WaiverWithdrawn');
    expect(play.types(escalation)).toEqual(['EscalationRaised', 'EscalationWithdrawn', 'EscalationRaised']);
  });
});
