import type { Found } from '@app/event-sourcing';
import { make, specFor } from '@app/event-sourcing/testing';
import { LocalAreaRegistered } from '../local-area.events';
import { noLocalArea, type LocalAreaState } from '../local-area.state';
import { area, caseLead, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { RegisterLocalArea, registerLocalArea } from './register-local-area.command';

const found = (id: string, state: LocalAreaState): Found<LocalAreaState> => ({
  id,
  state,
  revision: state.revision,
  judgedBy: `localArea-${id}@0`,
});
const given = specFor(localAreaStream, registerLocalArea, {
  now: '2021-09-02',
  actor: caseLead,
  id: '931',
  found: { predecessors: [] as Found<LocalAreaState>[] },
});
const body = registered.data;
const command = (change: Partial<RegisterLocalArea> = {}) => make(RegisterLocalArea, { ...body, ...change });

describe('registering a local area (J1)', () => {
  it('registers it under its DfE code, with ONS code and region', () => given().when(command()).then(registered));
  it('is done once: the same particulars again change nothing, others are refused', () => {
    given(registered).when(command()).thenNothing();
    given(registered)
      .when(command({ name: 'Oxon' }))
      .thenRefused('local-area-already-registered');
  });
  it('is refused under an id that is not its DfE code', () =>
    given()
      .when(command({ laCode: '887' }))
      .thenRefused('local-area-id-mismatch', 'laCode'));
  it('links a successor back to the areas that it succeeds, which exist (reading 26)', () => {
    const predecessors = ['825'];
    given()
      .when(command({ predecessors }), { found: { predecessors: [found('825', area())] } })
      .then(LocalAreaRegistered({ ...body, predecessors }));
    given()
      .when(command({ predecessors }), { found: { predecessors: [found('825', noLocalArea)] } })
      .thenRefused('local-area-unknown', 'predecessors');
  });
});
