import { make, specFor } from '@app/event-sourcing/testing';
import { RequirementMet, RequirementMetLate, RequirementReleased, RequirementReopened, RequirementWaived } from '../requirement.events';
import { requirementStream } from '../requirement.stream';
import { imposed, lapsed } from '../requirement.stories';
import { MeetRequirement, meetRequirement } from './meet-requirement.command';

const given = specFor(requirementStream, meetRequirement, { now: '2023-12-01', actor: { who: 'process:requirements', role: 'system' } });
const by = { by: 'contract-CON_22889@12', recordedAt: '2023-11-10T23:59:59.999Z', effectiveOn: '2023-11-10' };
const late = { ...by, recordedAt: '2023-11-11T00:00:00.000Z' };
const command = (body = by) => make(MeetRequirement, body);

describe('meeting a requirement (E2)', () => {
  it('is in time until the last millisecond of the due day in London', () => given(imposed).when(command()).then(RequirementMet(by)));

  it('is late a millisecond afterwards', () =>
    given(imposed)
      .when(command(late))
      .then(RequirementMetLate({ ...late, due: '2023-11-10', daysLate: 1 })));

  it('goes by when it was recorded, not by the day on which it was true', () =>
    given(imposed)
      .when(command({ ...late, recordedAt: '2023-11-13T09:00:00.000Z', effectiveOn: '2023-11-01' }))
      .then(
        RequirementMetLate({ ...late, recordedAt: '2023-11-13T09:00:00.000Z', effectiveOn: '2023-11-01', due: '2023-11-10', daysLate: 3 }),
      ));

  it('is late after a lapse, and in time where it turns out to have been recorded in time', () => {
    given(imposed, lapsed)
      .when(command(late))
      .then(RequirementMetLate({ ...late, due: '2023-11-10', daysLate: 1 }));
    given(imposed, lapsed).when(command()).then(RequirementMet(by));
  });

  it('is done once', () => {
    given(imposed, RequirementMet(by)).when(command()).thenNothing();
    given(imposed, RequirementMet(by))
      .when(command({ ...by, by: 'contract-CON_22889@13' }))
      .thenNothing();
  });

  it('says anew, late as it was recorded, on which day it was done, where that was corrected', () => {
    const metLate = RequirementMetLate({ ...late, due: '2023-11-10', daysLate: 1, effectiveOn: '2023-11-11' });
    given(imposed, lapsed, metLate)
      .when(command(late))
      .then(RequirementMetLate({ ...late, due: '2023-11-10', daysLate: 1 }));
    given(imposed, lapsed, metLate)
      .when(command({ ...late, effectiveOn: '2023-11-11' }))
      .thenNothing();
    given(imposed, lapsed, metLate)
      .when(command({ ...late, by: 'contract-CON_22889@13' }))
      .thenNothing();
  });

  it('does nothing where it is waived or no longer owed', () => {
    given(imposed, RequirementWaived({ reason: 'Not needed' }))
      .when(command())
      .thenNothing();
    given(imposed, RequirementReleased({ by: 'contract-CON_22889@20', because: 'The contract was ended' }))
      .when(command())
      .thenNothing();
  });

  it('can be done again after what met it was corrected', () =>
    given(imposed, RequirementMet(by), RequirementReopened({ correction: 'contract-CON_22889@13', because: 'The report was returned' }))
      .when(command({ ...by, by: 'contract-CON_22889@14' }))
      .then(RequirementMet({ ...by, by: 'contract-CON_22889@14' })));

  it('is refused where nothing was imposed', () => given().when(command()).thenRefused('requirement-not-imposed'));
});
