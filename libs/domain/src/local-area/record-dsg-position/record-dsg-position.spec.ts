import { make, specFor } from '@app/event-sourcing/testing';
import { DsgPositionPublished } from '../local-area.events';
import { balance, caseLead, dfe, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { RecordDsgPosition, recordDsgPosition } from './record-dsg-position.command';

const given = specFor(localAreaStream, recordDsgPosition, { now: '2021-11-01', actor: caseLead, id: '931' });
const council = { publisher: 'Council', title: 'Statement of accounts' };
const body = { year: '2020-21', balance: '-3.32', source: dfe };
const command = (change: Partial<RecordDsgPosition> = {}) => make(RecordDsgPosition, { ...body, ...change });
const recorded = balance('2020-21', '-3.32');
const published = DsgPositionPublished({ ...body, position: 1, publishedOn: '2021-10-28' });

describe('recording a balance of the dedicated schools grant (G13, P1)', () => {
  it('is confidential while unpublished', () => given(registered).when(command()).then(recorded));
  it('is open where its source published it: the figure is said again in an open field', () =>
    given(registered)
      .when(command({ publishedOn: '2021-10-28' }))
      .then(recorded, published));
  it('keeps a second source beside the first (reading 20)', () =>
    given(registered, recorded)
      .when(command({ balance: '-3.30', source: council }))
      .then(balance('2020-21', '-3.30', council)));
  it('is done once for a source; another balance, or a publication, is no second record', () => {
    given(registered, recorded).when(command()).thenNothing();
    given(registered, recorded, published)
      .when(command({ publishedOn: '2021-10-28' }))
      .thenNothing();
    given(registered, recorded)
      .when(command({ balance: '-3.31' }))
      .thenRefused('dsg-already-recorded', 'source');
    given(registered, recorded)
      .when(command({ publishedOn: '2021-10-28' }))
      .thenRefused('dsg-already-recorded', 'source');
  });
  it('is refused before the year has ended, and taken on its last day', () => {
    given(registered).when(command(), { now: '2021-03-30' }).thenRefused('dsg-year-not-ended', 'year');
    given(registered).when(command(), { now: '2021-03-31' }).then(recorded);
  });
  it('is refused as published ahead of time or before the year end', () => {
    given(registered)
      .when(command({ publishedOn: '2021-11-02' }))
      .thenRefused('fact-in-future', 'publishedOn');
    given(registered)
      .when(command({ publishedOn: '2021-03-30' }))
      .thenRefused('dsg-published-too-early', 'publishedOn');
  });
  it('is refused of an area that is not registered', () => given().when(command()).thenRefused('local-area-not-registered'));
  it.each(['2020', '2020-2021', '2020-22', '20-21'])('does not take %s for a financial year', (year) =>
    expect(() => given(registered).when(command({ year })).happened()).toThrow(/financial year/),
  );
  it.each(['x', 'z'])('keeps the marker %s of its publisher in the place of a number (J7)', (marker) =>
    given(registered)
      .when(command({ balance: marker, publishedOn: '2021-10-28' }))
      .then(balance('2020-21', marker), DsgPositionPublished({ ...published.data, balance: marker })),
  );
  it.each(['-3,32', '3.', '.5', '-1e1', '1.0000000000001', 'X', 'c', 'xz'])('does not take %s for an exact decimal', (wrong) =>
    expect(() =>
      given(registered)
        .when(command({ balance: wrong }))
        .happened(),
    ).toThrow(/decimal number/),
  );
});
