import { make, specFor } from '@app/event-sourcing/testing';
import { RequirementMet, RequirementReleased, RequirementWaived } from '../requirement.events';
import { requirementStream } from '../requirement.stream';
import { imposed, lapsed } from '../requirement.stories';
import { ReleaseRequirement, releaseRequirement } from './release-requirement.command';

const given = specFor(requirementStream, releaseRequirement, { now: '2023-11-15', actor: { who: 'process:requirements', role: 'system' } });
const body = { by: 'contract-CON_22889@20', because: 'The contract was ended' };
const command = make(ReleaseRequirement, body);
const met = RequirementMet({ by: 'contract-CON_22889@12', recordedAt: '2023-11-09T09:00:00.000Z', effectiveOn: '2023-11-09' });

describe('releasing a requirement (E2)', () => {
  it('says that what it served has ended, before or after its lapse', () => {
    given(imposed).when(command).then(RequirementReleased(body));
    given(imposed, lapsed).when(command).then(RequirementReleased(body));
  });

  it('does nothing where it is settled', () => {
    given(imposed, met).when(command).thenNothing();
    given(imposed, RequirementWaived({ reason: 'Not needed' }))
      .when(command)
      .thenNothing();
    given(imposed, RequirementReleased(body)).when(command).thenNothing();
  });

  it('is refused where nothing was imposed', () => given().when(command).thenRefused('requirement-not-imposed'));
});
