import { make, specFor } from '@app/event-sourcing/testing';
import { LocalAreaCodesCorrected, LocalAreaRecoded } from '../local-area.events';
import { caseLead, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { CorrectLocalAreaCodes, correctLocalAreaCodes } from './correct-local-area-codes.command';

const given = specFor(localAreaStream, correctLocalAreaCodes, { now: '2021-09-02', actor: caseLead, id: '931' });
const body = { ...registered.data, onsCode: 'E10000024', corrects: 0, reason: 'Misread' };
const command = (change: Partial<CorrectLocalAreaCodes> = {}) => make(CorrectLocalAreaCodes, { ...body, ...change });
const corrected = LocalAreaCodesCorrected(body);

describe('correcting codes of a local area (J1)', () => {
  it('stands in for what was recorded', () => given(registered).when(command()).then(corrected));
  it('changes nothing where it is already so', () =>
    given(registered)
      .when(command({ onsCode: registered.data.onsCode }))
      .thenNothing());
  it('is refused for a record that does not stand', () => {
    given(registered)
      .when(command({ corrects: 1 }))
      .thenRefused('fact-not-on-record', 'corrects');
    given(registered, corrected)
      .when(command({ onsCode: 'E10000026' }))
      .thenRefused('fact-not-on-record', 'corrects');
    given(registered, corrected)
      .when(command({ onsCode: 'E10000026', corrects: 1 }))
      .then(LocalAreaCodesCorrected({ ...body, onsCode: 'E10000026', corrects: 1 }));
  });
  it('is refused where other codes from that day are on record', () => {
    const recoded = LocalAreaRecoded({ ...registered.data, from: '2021-04-01', reason: 'Order' });
    given(registered, recoded)
      .when(command({ from: '2021-04-01' }))
      .thenRefused('codes-already-recorded', 'from');
  });
  it('is refused of an area that is not registered', () => given().when(command()).thenRefused('local-area-not-registered'));
});
