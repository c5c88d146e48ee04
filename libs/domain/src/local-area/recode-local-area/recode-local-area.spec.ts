import { make, specFor } from '@app/event-sourcing/testing';
import { codesOn } from '../local-area.as-of';
import { LocalAreaRecoded } from '../local-area.events';
import { area, caseLead, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { RecodeLocalArea, recodeLocalArea } from './recode-local-area.command';

const given = specFor(localAreaStream, recodeLocalArea, { now: '2023-03-01', actor: caseLead, id: '931' });
const body = { ...registered.data, onsCode: 'E06000099', from: '2023-04-01', reason: 'Reorganisation order' };
const command = (change: Partial<RecodeLocalArea> = {}) => make(RecodeLocalArea, { ...body, ...change });
const recoded = LocalAreaRecoded(body);

describe('other codes of a local area (J1)', () => {
  it('are recorded from a day that can lie ahead, and the former ones are kept', () => {
    given(registered).when(command()).then(recoded);
    expect([codesOn(area(recoded), '2023-03-31')?.onsCode, codesOn(area(recoded), '2023-04-01')?.onsCode]).toEqual([
      'E10000025',
      'E06000099',
    ]);
  });
  it('are recorded once; others from the same day are refused', () => {
    given(registered, recoded).when(command()).thenNothing();
    given(registered, recoded)
      .when(command({ onsCode: 'E06000098' }))
      .thenRefused('codes-already-recorded', 'from');
  });
  it('are refused of an area that is not registered', () => given().when(command()).thenRefused('local-area-not-registered'));
});
