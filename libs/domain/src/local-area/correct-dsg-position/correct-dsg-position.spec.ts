import { make, specFor } from '@app/event-sourcing/testing';
import { DsgPositionCorrected, DsgPositionPublished } from '../local-area.events';
import { balance, caseLead, dfe, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { CorrectDsgPosition, correctDsgPosition } from './correct-dsg-position.command';

const given = specFor(localAreaStream, correctDsgPosition, { now: '2021-11-01', actor: caseLead, id: '931' });
const council = { publisher: 'Council', title: 'Statement of accounts' };
const recorded = balance('2020-21', '-1.00');
const body = { year: '2020-21', balance: '-0.99', source: dfe, corrects: 1, reason: 'Outturn restated' };
const command = (change: Partial<CorrectDsgPosition> = {}) => make(CorrectDsgPosition, { ...body, ...change });
const corrected = DsgPositionCorrected({ ...body, yearEndsOn: '2021-03-31' });

describe('correcting a balance of the dedicated schools grant (G13, P1)', () => {
  it('is confidential again until it is published', () => given(registered, recorded).when(command()).then(corrected));
  it('can be published with the correction', () =>
    given(registered, recorded)
      .when(command({ publishedOn: '2021-10-28' }))
      .then(corrected, DsgPositionPublished({ year: '2020-21', balance: '-0.99', source: dfe, position: 2, publishedOn: '2021-10-28' })));
  it('puts a marker in the place of a number, and a number in the place of a marker (J7)', () => {
    given(registered, recorded)
      .when(command({ balance: 'x' }))
      .then(DsgPositionCorrected({ ...corrected.data, balance: 'x' }));
    given(registered, balance('2020-21', 'x')).when(command()).then(corrected);
    given(registered, balance('2020-21', 'x'))
      .when(command({ balance: 'x' }))
      .thenNothing();
  });
  it('changes nothing where it is already so', () =>
    given(registered, recorded)
      .when(command({ balance: '-1.00' }))
      .thenNothing());
  it('is refused for a record that does not stand in that year', () => {
    given(registered, recorded)
      .when(command({ corrects: 0 }))
      .thenRefused('fact-not-on-record', 'corrects');
    given(registered, recorded)
      .when(command({ year: '2019-20' }))
      .thenRefused('fact-not-on-record', 'corrects');
  });
  it('is refused in the name of a source that is on record beside it', () =>
    given(registered, recorded, balance('2020-21', '-1.20', council))
      .when(command({ source: council }))
      .thenRefused('dsg-already-recorded', 'source'));
  it('holds what a record holds', () => {
    given(registered, recorded)
      .when(command({ publishedOn: '2021-11-02' }))
      .thenRefused('fact-in-future', 'publishedOn');
    given().when(command()).thenRefused('local-area-not-registered');
  });
});
