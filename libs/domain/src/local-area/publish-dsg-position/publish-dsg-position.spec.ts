import { make, specFor } from '@app/event-sourcing/testing';
import { DsgPositionPublished } from '../local-area.events';
import { balance, caseLead, dfe, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { PublishDsgPosition, publishDsgPosition } from './publish-dsg-position.command';

const given = specFor(localAreaStream, publishDsgPosition, { now: '2021-11-01', actor: caseLead, id: '931' });
const recorded = balance('2020-21', '-3.32');
const body = { year: '2020-21', position: 1, publishedOn: '2021-10-28', source: dfe };
const command = (change: Partial<PublishDsgPosition> = {}) => make(PublishDsgPosition, { ...body, ...change });
const published = DsgPositionPublished({ ...body, balance: '-3.32' });

describe('publishing a balance of the dedicated schools grant (P1)', () => {
  it('opens the recorded figure, which nobody gives again', () => given(registered, recorded).when(command()).then(published));
  it('is done once', () => {
    given(registered, recorded, published).when(command()).thenNothing();
    given(registered, recorded, published)
      .when(command({ publishedOn: '2021-10-29' }))
      .thenRefused('dsg-already-published', 'publishedOn');
  });
  it('is refused of a record that does not stand, ahead of time, and before the year end', () => {
    given(registered, recorded)
      .when(command({ position: 0 }))
      .thenRefused('fact-not-on-record', 'position');
    given(registered, recorded)
      .when(command({ year: '2019-20' }))
      .thenRefused('fact-not-on-record', 'position');
    given(registered, recorded)
      .when(command({ publishedOn: '2021-11-02' }))
      .thenRefused('fact-in-future', 'publishedOn');
    given(registered, recorded)
      .when(command({ publishedOn: '2021-03-30' }))
      .thenRefused('dsg-published-too-early', 'publishedOn');
    given().when(command()).thenRefused('local-area-not-registered');
  });
});
