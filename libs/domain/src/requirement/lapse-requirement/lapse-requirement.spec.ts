import { make, recorded, specFor } from '@app/event-sourcing/testing';
import {
  RequirementLapsed,
  RequirementMet,
  RequirementReleased,
  RequirementReopened,
  RequirementRescheduled,
  RequirementWaived,
} from '../requirement.events';
import { requirementStream } from '../requirement.stream';
import { imposed, lapsed } from '../requirement.stories';
import { LapseRequirement, lapseRequirement } from './lapse-requirement.command';

const given = specFor(requirementStream, lapseRequirement, {
  now: '2023-11-11T00:00:59.999Z',
  actor: { who: 'process:requirements', role: 'system' },
});
const readUpTo = '00000000000000000042';
const command = make(LapseRequirement, { readUpTo });
const met = RequirementMet({ by: 'contract-CON_22889@12', recordedAt: '2023-11-10T23:59:59.999Z', effectiveOn: '2023-11-10' });

describe('a lapse (E2, E4, E5)', () => {
  it('is judged 60 seconds after the due moment, and says up to where was read', () =>
    given(imposed)
      .when(command)
      .then(RequirementLapsed({ ...lapsed.data, judgedAt: '2023-11-11T00:00:59.999Z', readUpTo })));

  it('is refused a millisecond earlier', () =>
    given(imposed).when(command, { now: '2023-11-11T00:00:59.998Z' }).thenRefused('lapse-too-early'));

  it('is true of its due day, however late it is judged (E5)', () => {
    const happened = given(imposed).when(command, { now: '2024-06-01' }).happened();
    expect(happened.map(({ data }) => RequirementLapsed.effective(data as typeof lapsed.data))).toEqual(['2023-11-10']);
  });

  it('says so where the due moment was past when what asks for it was recorded (reading 31)', () => {
    const onTime = recorded(imposed, { recordedAt: '2023-11-10T23:59:59.999Z' });
    const afterwards = recorded(imposed, { recordedAt: '2023-11-11T00:00:00.000Z' });
    given(onTime)
      .when(command)
      .then(RequirementLapsed({ ...lapsed.data, judgedAt: '2023-11-11T00:00:59.999Z', pastWhenImposed: false }));
    given(afterwards)
      .when(command)
      .then(RequirementLapsed({ ...lapsed.data, judgedAt: '2023-11-11T00:00:59.999Z', pastWhenImposed: true }));
  });

  it('happens exactly once (E4)', () => given(imposed, lapsed).when(command, { now: '2023-12-01' }).thenNothing());

  it('does not happen where it was met, waived or is no longer owed', () => {
    given(imposed, met).when(command).thenNothing();
    given(imposed, RequirementWaived({ reason: 'Not needed' }))
      .when(command)
      .thenNothing();
    given(imposed, RequirementReleased({ by: 'contract-CON_22889@20', because: 'The contract was ended' }))
      .when(command)
      .thenNothing();
  });

  it('follows the due day where that was moved', () => {
    const moved = RequirementRescheduled({
      previousDue: '2023-11-10',
      due: '2023-11-20',
      dueMoment: '2023-11-20T23:59:59.999Z',
      because: 'The period ends later',
      counted: { from: '2023-11-10', unit: 'calendar-days', count: 10, skipped: [] },
      imposedBy: { event: 'contract-CON_22889@14', effectiveOn: '2023-11-01' },
      stillLapsed: false,
    });
    given(imposed, moved).when(command, { now: '2023-11-21T00:00:59.998Z' }).thenRefused('lapse-too-early');
    given(imposed, moved)
      .when(command, { now: '2023-11-21T00:00:59.999Z' })
      .then(RequirementLapsed({ ...lapsed.data, due: '2023-11-20', judgedAt: '2023-11-21T00:00:59.999Z' }));
  });

  it('happens after all where what met it was corrected', () =>
    given(imposed, met, RequirementReopened({ correction: 'contract-CON_22889@13', because: 'The report was returned' }))
      .when(command)
      .then(RequirementLapsed({ ...lapsed.data, judgedAt: '2023-11-11T00:00:59.999Z' })));

  it('is refused where nothing was imposed', () => given().when(command).thenRefused('requirement-not-imposed'));
});
