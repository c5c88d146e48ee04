import type { Found } from '@app/event-sourcing';
import { make, specFor, stateAfter } from '@app/event-sourcing/testing';
import { LocalAreaRegistered, LocalAreaSucceeded } from '../local-area.events';
import { noLocalArea, type LocalAreaState } from '../local-area.state';
import { area, caseLead, dfe, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { SucceedLocalArea, succeedLocalArea } from './succeed-local-area.command';

const successor = stateAfter(localAreaStream, [LocalAreaRegistered({ ...registered.data, laCode: '942', predecessors: ['931'] })], '942');
const found = (state: LocalAreaState): Found<LocalAreaState> => ({ id: '942', state, revision: 0, judgedBy: 'localArea-942@0' });
const given = specFor(localAreaStream, succeedLocalArea, {
  now: '2023-03-01',
  actor: caseLead,
  id: '931',
  found: { successors: [found(successor)] },
});
const body = { successors: ['942'], succeededOn: '2023-04-01', reason: 'Reorganisation order', source: dfe };
const command = (change: Partial<SucceedLocalArea> = {}) => make(SucceedLocalArea, { ...body, ...change });
const succeeded = LocalAreaSucceeded({ ...body, judgedBy: ['localArea-942@0'] });

describe('the succession of a local area (reading 26, J1)', () => {
  it('is recorded with successors that name it as their predecessor', () => given(registered).when(command()).then(succeeded));
  it('is recorded once', () => {
    given(registered, succeeded).when(command()).thenNothing();
    given(registered, succeeded)
      .when(command({ succeededOn: '2023-05-01' }))
      .thenRefused('local-area-already-succeeded');
  });
  it('is refused with a successor that is not registered, or does not link back', () => {
    given(registered)
      .when(command(), { found: { successors: [found(noLocalArea)] } })
      .thenRefused('local-area-unknown', 'successors');
    given(registered)
      .when(command(), { found: { successors: [found(area())] } })
      .thenRefused('successor-not-linked', 'successors');
  });
  it('is refused of an area that is not registered', () => given().when(command()).thenRefused('local-area-not-registered'));
});
