import * as events from '@app/domain/events';
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
