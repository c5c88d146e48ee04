import { make, specFor, stateAfter } from '@app/event-sourcing/testing';
import { RequirementAreasRestated, RequirementMet, RequirementReleased, RequirementWaived } from '../requirement.events';
import { requirementStream } from '../requirement.stream';
import { imposed, lapsed } from '../requirement.stories';
import { RestateRequirementAreas, restateRequirementAreas } from './restate-requirement-areas.command';

const actor = { who: 'process:requirements', role: 'system' };
const given = specFor(requirementStream, restateRequirementAreas, { now: '2023-11-09', actor });
const previousAreas = imposed.data.areas;
const areas = [...previousAreas.slice(1), '942'];
const by = 'contract-CON_22889@7';
const command = make(RestateRequirementAreas, { areas, by });
const { definition, rule, says, what, due } = imposed.data;
const restated = RequirementAreasRestated({ definition, rule, says, what, due, areas, previousAreas, by });

describe('saying for which areas something is still owed (E2, reading 26)', () => {
  it('moves what is to be done, overdue or not, to the successors', () => {
    given(imposed).when(command).then(restated);
    given(imposed, lapsed)
      .when(command)
      .then(RequirementAreasRestated({ ...restated.data, lapsedAt: lapsed.data.judgedAt }));
    expect(stateAfter(requirementStream, [imposed, restated]).imposed).toEqual({
      ...stateAfter(requirementStream, [imposed]).imposed,
      areas,
    });
  });

  it('does nothing where it is so already, in whatever order', () => {
    given(imposed, restated).when(command).thenNothing();
    given(imposed)
      .when(make(RestateRequirementAreas, { areas: [...previousAreas].reverse(), by }))
      .thenNothing();
  });

  it('leaves what is settled with whom it was owed for', () => {
    const met = RequirementMet({ by: 'contract-CON_22889@5', recordedAt: '2023-11-08T09:00:00.000Z', effectiveOn: '2023-11-08' });
    const released = RequirementReleased({ by: 'contract-CON_22889@6', because: 'The contract was ended' });
    for (const settled of [met, released, RequirementWaived({ reason: 'Agreed' })]) given(imposed, settled).when(command).thenNothing();
  });

  it('is refused where nothing was imposed', () => given().when(command).thenRefused('requirement-not-imposed'));
});
