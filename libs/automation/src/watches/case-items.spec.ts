import * as events from '@app/domain/events';
import { agreed, CASE, dived, of, oxfordshire } from './case.testing';

describe('what has a date of its own in a case', () => {
  const step = { area: '931', step: 'n1', owner: 'u-5', what: 'Publish the data' };
  const agreedStep = events.NextStepAgreed({ ...step, dueOn: '2023-11-01', agreedOn: '2023-09-15' });
  const own = of('next_step', 'n1');

  it('is a next step: overdue, it escalates to the case lead (J6, E3)', () => {
    const play = oxfordshire();
    play.record(CASE, events.CaseLeadAssigned({ lead: 'u-1', reason: 'Appointed' }));
    play.record(CASE, agreedStep);
    expect(play.until('2023-11-03').types(own)).toEqual(['RequirementImposed', 'RequirementLapsed']);
    expect(play.last('escalation-next_step~931~inspection~n1', 'EscalationRaised')).toMatchObject({
      level: 1,
      role: 'case-lead',
      person: 'u-1',
    });
  });

  it('goes to who covers for an absent case lead, and a level higher where nobody does (E3)', () => {
    const raised = (...covers: readonly { cover?: string; from: string; to: string }[]) => {
      const play = oxfordshire();
      play.record(CASE, events.CaseLeadAssigned({ lead: 'u-1', reason: 'Appointed' }));
      for (const cover of covers) play.record(CASE, events.CoverNamed({ absent: 'u-1', ...cover, reason: 'Leave' }));
      play.record(CASE, agreedStep);
      return play.until('2023-11-03').last('escalation-next_step~931~inspection~n1', 'EscalationRaised');
    };
    expect(raised({ cover: 'u-2', from: '2023-11-02', to: '2023-11-02' })).toMatchObject({ level: 1, person: 'u-2', insteadOf: 'u-1' });
    expect(raised({ from: '2023-10-20', to: '2023-11-05' })).toMatchObject({ level: 2, role: 'team-leader' });
    expect(raised({ cover: 'u-2', from: '2023-10-20', to: '2023-11-01' })).toMatchObject({ level: 1, person: 'u-1' });
  });

  it('is told to the case lead again where the cover was withdrawn', () => {
    const play = oxfordshire();
    play.record(CASE, events.CaseLeadAssigned({ lead: 'u-1', reason: 'Appointed' }));
    const absence = { absent: 'u-1', from: '2023-10-20', to: '2023-11-05', reason: 'Leave' };
    play.record(CASE, events.CoverNamed({ ...absence, cover: 'u-2' }));
    play.record(CASE, events.CoverWithdrawn({ ...absence, corrects: 2 }));
    play.record(CASE, agreedStep);
    expect(play.until('2023-11-03').last('escalation-next_step~931~inspection~n1', 'EscalationRaised')).toMatchObject({ person: 'u-1' });
  });

  it('moves, is taken, is taken back, and is cancelled', () => {
    const play = oxfordshire();
    play.record(CASE, agreedStep);
    const { what: _what, ...moving } = step;
    play.record(CASE, events.NextStepRescheduled({ ...moving, dueOn: '2023-12-01', previousDueOn: '2023-11-01', reason: 'Later' }));
    expect(play.last(own, 'RequirementRescheduled')).toMatchObject({ due: '2023-12-01' });
    play.record(CASE, events.NextStepCompleted({ area: '931', step: 'n1', completedOn: '2023-09-15', reason: 'Done' }));
    play.record(CASE, events.NextStepReopened({ area: '931', step: 'n1', dueOn: '2023-12-01', corrects: 3, reason: 'Not done' }));
    play.record(CASE, events.NextStepCancelled({ area: '931', step: 'n1', reason: 'Not needed' }));
    expect(play.types(own)).toEqual([
      'RequirementImposed',
      'RequirementRescheduled',
      'RequirementMet',
      'RequirementReopened',
      'RequirementReleased',
    ]);
  });

  it('is an action of the plan (J3)', () => {
    const play = oxfordshire();
    const action = { area: '931', action: 'a1', outcome: 'o_apa' };
    play.record(CASE, events.ActionAdded({ ...action, owner: 'u-5', dueOn: '2023-11-01', what: 'Train staff' }));
    const rebaselined = { ...action, owner: 'u-5', dueOn: '2023-11-20', previousDueOn: '2023-11-01', reason: 'Agreed' };
    play.record(CASE, events.ActionRebaselined(rebaselined));
    play.until('2023-11-22');
    expect(play.last(of('plan_action', 'a1'), 'RequirementLapsed')).toMatchObject({ due: '2023-11-20' });
    play.record(CASE, events.ActionCompleted({ ...action, completedOn: '2023-11-22', reason: 'Done' }));
    expect(play.types(of('plan_action', 'a1')).at(-1)).toBe('RequirementMetLate');
    play.record(CASE, events.ActionReopened({ ...action, dueOn: '2023-11-20', corrects: 3, reason: 'Not done' }));
    play.record(CASE, events.ActionRemoved({ ...action, reason: 'Merged' }));
    expect(play.types(of('plan_action', 'a1')).at(-1)).toBe('RequirementReleased');
  });

  it('is an APA deep dive: it ends with its outcome and comes back with it (J4)', () => {
    const play = oxfordshire();
    const scheduled = { area: '931', deepDive: 'd1', outcome: 'o_apa', scheduledFor: '2024-01-10' };
    play.record(CASE, agreed('apa'));
    play.record(CASE, events.DeepDiveScheduled(scheduled));
    play.record(CASE, events.DeepDiveScheduled({ ...scheduled, deepDive: 'd2', scheduledFor: '2024-02-10' }));
    play.record(
      CASE,
      events.DeepDiveRescheduled({ ...scheduled, scheduledFor: '2024-01-20', previouslyFor: '2024-01-10', reason: 'Snow' }),
    );
    play.until('2024-01-20').record(CASE, dived('2024-01-20', 'apa', 'd1'));
    expect(play.types(of('apa_deep_dive', 'd1'))).toEqual(['RequirementImposed', 'RequirementRescheduled', 'RequirementMet']);
    const outcome = { area: '931', outcome: 'o_apa', kind: 'apa' as const };
    play.record(CASE, events.OutcomeAchieved({ ...outcome, achievedOn: '2024-01-20', reason: 'Seen' }));
    expect(play.types(of('apa_deep_dive', 'd2'))).toEqual(['RequirementImposed', 'RequirementReleased']);
    play.record(CASE, events.OutcomeReinstated({ ...outcome, endedOn: '2024-01-20', corrects: 6, reason: 'Too early' }));
    expect(play.types(of('apa_deep_dive', 'd2')).at(-1)).toBe('RequirementReopened');
    play.record(CASE, events.DeepDiveCancelled({ ...scheduled, deepDive: 'd2', scheduledFor: '2024-02-10', reason: 'Merged' }));
    expect(play.types(of('apa_deep_dive', 'd2')).at(-1)).toBe('RequirementReleased');
    expect(play.types(of('apa_deep_dive', 'd1')).at(-1)).toBe('RequirementMet');
  });
});
