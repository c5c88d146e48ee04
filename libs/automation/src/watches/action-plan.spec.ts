import * as events from '@app/domain/events';
import { playRequirements } from '../testing/play';
import { AREA, CASE, closed, inspection, of, opened, oxfordshire, source, submission, submitted, withoutReceipt } from './case.testing';

describe('the priority action plan (J3)', () => {
  const target = of('action_plan', '2023_07');
  const longstop = of('action_plan_statutory', '2023_07');

  it('is due 35 working days after receipt, and by statute 70: 27 Oct and 15 Dec 2023', () => {
    const play = oxfordshire();
    expect(play.last(target, 'RequirementImposed')).toMatchObject({
      due: '2023-10-27',
      because: '35 working days from the receipt of the report on 2023-09-08',
      counted: { from: '2023-09-08', unit: 'working-days', count: 35, calendarVersion: 'england-and-wales-2016-2028-v1' },
      imposedBy: { event: 'localArea-931@0', effectiveOn: '2023-09-15' },
      areas: ['931'],
    });
    expect(play.last(longstop, 'RequirementImposed')).toMatchObject({ due: '2023-12-15' });
  });

  it('is met by the submission on 24 Oct 2023, and not before', () => {
    const play = oxfordshire().until('2023-10-23');
    expect(play.types(target)).toEqual(['RequirementImposed']);
    play.until('2023-10-24').record(CASE, submitted('2023-10-24'));
    expect([play.types(target), play.types(longstop)]).toEqual([
      ['RequirementImposed', 'RequirementMet'],
      ['RequirementImposed', 'RequirementMet'],
    ]);
  });

  it('lapses to the team leader when it is missed, the longstop to the deputy director', () => {
    const play = oxfordshire().until('2023-12-17');
    expect(play.last('escalation-action_plan~931~inspection~2023_07', 'EscalationRaised')).toMatchObject({ level: 2, role: 'team-leader' });
    expect(play.last('escalation-action_plan_statutory~931~inspection~2023_07', 'EscalationRaised')).toMatchObject({ level: 3 });
  });

  it('is not owed until the receipt is recorded, which may be in any order with the case (reading 29)', () => {
    const play = playRequirements('2023-09-15T09:00:00.000Z');
    play.record(CASE, opened);
    play.record(AREA, events.InspectionRecorded(withoutReceipt));
    expect(play.until('2023-09-20').types(target)).toEqual([]);
    const receipt = {
      inspection: '2023_07',
      framework: '2023' as const,
      outcome: 'systemic-failings' as const,
      receivedOn: '2023-09-08',
      source,
    };
    play.record(AREA, events.InspectionReceiptRecorded(receipt));
    expect(play.last(target, 'RequirementImposed')).toMatchObject({
      due: '2023-10-27',
      imposedBy: { event: 'localArea-931@1', effectiveOn: '2023-09-08' },
    });
  });

  it('is not owed without a case, and for outcome (2) not at all', () => {
    const noCase = playRequirements('2023-09-15T09:00:00.000Z');
    noCase.record(AREA, events.InspectionRecorded(inspection));
    expect(noCase.streams('requirement')).toEqual([]);
    const inconsistent = playRequirements('2023-09-15T09:00:00.000Z');
    inconsistent.record(AREA, events.InspectionRecorded({ ...inspection, outcome: 'inconsistent' }));
    inconsistent.record(CASE, opened);
    expect(inconsistent.streams('requirement')).toEqual([]);
  });

  it('has only the longstop where a written statement of action was required, and none from before the notice (reading 29)', () => {
    const wsoa = (receivedOn: string, publishedOn: string) => {
      const play = playRequirements('2023-09-15T09:00:00.000Z');
      const recorded = { ...inspection, framework: '2016' as const, outcome: 'wsoa-required' as const, publishedOn, receivedOn };
      play.record(AREA, events.InspectionRecorded(recorded));
      play.record(CASE, opened);
      return play.streams('requirement').filter((id) => !id.startsWith('acknowledgement'));
    };
    expect(wsoa('2022-06-01', '2022-06-10')).toEqual(['action_plan_statutory~931~inspection~2023_07']);
    expect(wsoa('2017-11-20', '2017-12-04')).toEqual([]);
  });

  it('moves with a correction of the receipt, lapse and all', () => {
    const play = oxfordshire().until('2023-10-31');
    expect(play.types(target).at(-1)).toBe('RequirementLapsed');
    play.record(AREA, events.InspectionCorrected({ ...inspection, receivedOn: '2023-09-15', corrects: 0, reason: 'Mistyped' }));
    expect(play.last(target, 'RequirementRescheduled')).toMatchObject({ due: '2023-11-03', stillLapsed: false });
    expect(play.types('escalation-action_plan~931~inspection~2023_07')).toEqual(['EscalationRaised', 'EscalationWithdrawn']);
    play.until('2023-11-02').record(CASE, submitted('2023-11-02'));
    expect(play.types(target).at(-1)).toBe('RequirementMet');
  });

  it.each([
    ['15', 'still late: it keeps the day by which it was judged', []],
    ['18', 'in time: it is judged anew by the new day', ['RequirementReopened', 'RequirementRescheduled', 'RequirementMet']],
  ])('that came on 6 November was, with the receipt corrected to %s September, %s (E2)', (day, _says, then) => {
    const play = oxfordshire().until('2023-11-06');
    play.record(CASE, submitted('2023-11-06'));
    play.record(AREA, events.InspectionCorrected({ ...inspection, receivedOn: `2023-09-${day}`, corrects: 0, reason: 'Mistyped' }));
    expect(play.types(target)).toEqual(['RequirementImposed', 'RequirementLapsed', 'RequirementMetLate', ...then]);
  });

  it('is owed again where the submission is withdrawn, and ends with the case', () => {
    const play = oxfordshire().until('2023-10-24');
    play.record(CASE, submitted('2023-10-24'));
    const withdrawal = { area: '931', inspection: '2023_07', submittedOn: '2023-10-24', corrects: 1, reason: 'A draft' };
    play.record(CASE, events.ActionPlanWithdrawn(withdrawal));
    expect(play.last(target, 'RequirementReopened')).toMatchObject({ correction: 'improvementCase-931~inspection@2' });
    play.record(CASE, closed('2023-10-24'));
    expect(play.types(target).at(-1)).toBe('RequirementReleased');
    expect(play.until('2024-01-01').types('escalation-action_plan~931~inspection~2023_07')).toEqual([]);
  });

  it('is due again when it is returned, by the day set with the return', () => {
    const play = oxfordshire().until('2023-10-24');
    play.record(CASE, submitted('2023-10-24'));
    const returned = {
      area: '931',
      inspection: '2023_07',
      by: ['ofsted' as const],
      returnedOn: '2023-10-24',
      dueOn: '2023-11-14',
      reason: 'Thin',
    };
    play.record(CASE, events.ActionPlanReturned(returned));
    expect(play.last(of('plan_resubmission', 'r2'), 'RequirementImposed')).toMatchObject({ due: '2023-11-14' });
    play.until('2023-11-10').record(CASE, events.ActionPlanSubmitted({ ...submission, submittedOn: '2023-11-10', again: true }));
    expect(play.types(of('plan_resubmission', 'r2'))).toEqual(['RequirementImposed', 'RequirementMet']);
    expect(play.types(target)).toEqual(['RequirementImposed', 'RequirementMet']);
  });
});
