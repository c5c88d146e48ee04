import { make, specFor } from '@app/event-sourcing/testing';
import { RequirementMet, RequirementRescheduled, RequirementWaived } from '../requirement.events';
import { requirementStream } from '../requirement.stream';
import { imposed, lapsed } from '../requirement.stories';
import { RescheduleRequirement, rescheduleRequirement } from './reschedule-requirement.command';

const given = specFor(requirementStream, rescheduleRequirement, {
  now: '2023-11-15',
  actor: { who: 'process:requirements', role: 'system' },
});
const body = {
  due: '2023-11-20',
  because: '10 calendar days from the end of the period on 2023-11-10',
  counted: { from: '2023-11-10', unit: 'calendar-days' as const, count: 10, skipped: [] },
  imposedBy: { event: 'contract-CON_22889@14', effectiveOn: '2023-11-01' },
};
const command = (due = body.due) => make(RescheduleRequirement, { ...body, due });
const moved = { ...body, previousDue: '2023-11-10', dueMoment: '2023-11-20T23:59:59.999Z', stillLapsed: false };

describe('moving a due day (E2)', () => {
  it('keeps the day before, the new one and what moved it', () => given(imposed).when(command()).then(RequirementRescheduled(moved)));

  it('takes a lapse away where the new due moment and its 60 seconds lie ahead', () => {
    given(imposed, lapsed)
      .when(command(), { now: '2023-11-21T00:00:59.998Z' })
      .then(RequirementRescheduled({ ...moved, stillLapsed: false }));
    given(imposed, lapsed)
      .when(command(), { now: '2023-11-21T00:00:59.999Z' })
      .then(RequirementRescheduled({ ...moved, stillLapsed: true }));
  });

  it('takes a lapse away also later, where what settles it was recorded by the new due moment', () => {
    const settled = (settledAt: string) => make(RescheduleRequirement, { ...body, settledAt });
    given(imposed, lapsed)
      .when(settled('2023-11-20T23:59:59.999Z'), { now: '2023-12-01' })
      .then(RequirementRescheduled({ ...moved, stillLapsed: false }));
    given(imposed, lapsed)
      .when(settled('2023-11-21T00:00:00.000Z'), { now: '2023-12-01' })
      .then(RequirementRescheduled({ ...moved, stillLapsed: true }));
  });

  it('does nothing where the day is the same, or it is settled', () => {
    given(imposed).when(command('2023-11-10')).thenNothing();
    given(imposed, RequirementWaived({ reason: 'Not needed' }))
      .when(command())
      .thenNothing();
    given(imposed, RequirementMet({ by: 'contract-CON_22889@12', recordedAt: '2023-11-09T09:00:00.000Z', effectiveOn: '2023-11-09' }))
      .when(command())
      .thenNothing();
  });

  it('is refused where nothing was imposed', () => given().when(command()).thenRefused('requirement-not-imposed'));
});
