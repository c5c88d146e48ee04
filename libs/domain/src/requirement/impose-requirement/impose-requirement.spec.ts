import { make, specFor } from '@app/event-sourcing/testing';
import { RequirementImposed } from '../requirement.events';
import { requirementStream } from '../requirement.stream';
import { ImposeRequirement, imposeRequirement, requirementId } from './impose-requirement.command';

const body = {
  definition: 'action-plan',
  rule: 'J3',
  says: 'The priority action plan is submitted',
  what: 'improvementCase-931~inspection',
  period: 'inspection.3',
  from: '2023-09-08',
  areas: ['931'],
  due: '2023-10-27',
  because: '35 working days from the receipt of the report on 2023-09-08',
  counted: {
    from: '2023-09-08',
    unit: 'working-days' as const,
    count: 35,
    skipped: [{ day: '2023-09-09', because: 'Saturday' }],
    calendarVersion: 'england-and-wales-2016-2028-v1',
  },
  settings: [{ name: 'workingDays', value: 35 }],
  imposedBy: { event: 'localArea-931@3', effectiveOn: '2023-09-08' },
  escalation: { level: 2 as const, need: 'departmental-intervention' as const },
};
const id = 'action_plan~931~inspection~inspection.3';
const given = specFor(requirementStream, imposeRequirement, {
  now: '2023-10-12',
  actor: { who: 'process:requirements', role: 'system' },
  id,
});
const command = (change: Partial<typeof body> = {}) => make(ImposeRequirement, { ...body, ...change });

describe('imposing a requirement (E2)', () => {
  it('keeps the due day with its last instant in London, how it was counted and what asked for it', () =>
    given()
      .when(command())
      .then(RequirementImposed({ ...body, dueMoment: '2023-10-27T22:59:59.999Z' })));

  it('keeps the days of its reminders where there are any (C4, reading 12)', () =>
    given()
      .when(make(ImposeRequirement, { ...body, remindOn: ['2024-03-22', '2024-03-28'] }))
      .then(RequirementImposed({ ...body, remindOn: ['2024-03-22', '2024-03-28'], dueMoment: '2023-10-27T22:59:59.999Z' })));

  it('is once for a definition, thing and period, whatever the second one says', () =>
    given(RequirementImposed({ ...body, dueMoment: '2023-10-27T22:59:59.999Z' }))
      .when(command({ due: '2023-10-28' }))
      .thenNothing());

  it('is refused under an id that is not of its definition, thing and period', () => {
    given()
      .when(command({ period: 'inspection.4' }))
      .thenRefused('requirement-id-mismatch', 'period');
    given()
      .when(command({ definition: 'action-plan-statutory' }))
      .thenRefused('requirement-id-mismatch');
    given()
      .when(command({ what: 'improvementCase-887~inspection' }))
      .thenRefused('requirement-id-mismatch');
  });

  it('has an id without hyphens in its parts', () =>
    expect(requirementId({ definition: 'monthly-report', what: 'contract-CON_22889', period: '2023-10-12' })).toBe(
      'monthly_report~CON_22889~2023_10_12',
    ));
});
