import { make, specFor } from '@app/event-sourcing/testing';
import { RequirementMet, RequirementMetLate, RequirementReleased, RequirementReopened, RequirementWaived } from '../requirement.events';
import { requirementStream } from '../requirement.stream';
import { imposed, lapsed } from '../requirement.stories';
import { ReopenRequirement, reopenRequirement } from './reopen-requirement.command';

const given = specFor(requirementStream, reopenRequirement, { now: '2023-11-15', actor: { who: 'process:requirements', role: 'system' } });
const body = { correction: 'contract-CON_22889@13', because: 'The report was returned' };
const command = make(ReopenRequirement, body);
const met = { by: 'contract-CON_22889@12', recordedAt: '2023-11-09T09:00:00.000Z', effectiveOn: '2023-11-09' };

describe('reopening a requirement (E2)', () => {
  it('makes it owed again where what met or ended it was corrected', () => {
    given(imposed, RequirementMet(met)).when(command).then(RequirementReopened(body));
    given(imposed, lapsed, RequirementMetLate({ ...met, recordedAt: '2023-11-11T09:00:00.000Z', due: '2023-11-10', daysLate: 1 }))
      .when(command)
      .then(RequirementReopened(body));
    given(imposed, RequirementReleased({ by: 'contract-CON_22889@20', because: 'The contract was ended' }))
      .when(command)
      .then(RequirementReopened(body));
  });

  it('does nothing where it is owed anyway, or waived', () => {
    given(imposed).when(command).thenNothing();
    given(imposed, lapsed).when(command).thenNothing();
    given(imposed, RequirementWaived({ reason: 'Not needed' }))
      .when(command)
      .thenNothing();
  });

  it('is refused where nothing was imposed', () => given().when(command).thenRefused('requirement-not-imposed'));
});
