import { make, specFor } from '@app/event-sourcing/testing';
import { NationalDsgRecorded, NationalDsgWithdrawn } from '../national-dsg.events';
import { caseLead, dfe, recorded, said } from '../national-dsg.stories';
import { nationalDsgStream } from '../national-dsg.stream';
import { RecordNationalDsg, recordNationalDsg } from './record-national-dsg.command';

const given = specFor(nationalDsgStream, recordNationalDsg, { now: '2022-10-01', actor: caseLead, id: '2021_22' });
const command = (change: Partial<RecordNationalDsg> = {}) => make(RecordNationalDsg, { year: '2021-22', ...said, ...change });

describe("recording England's balance of the dedicated schools grant (J9, G13)", () => {
  it.each(['-2.26', '0', 'x', 'z'])('keeps %s as it was published', (balance) =>
    given()
      .when(command({ balance }))
      .then(NationalDsgRecorded({ ...recorded.data, balance })),
  );

  it('is done once; another balance, day or source is no second record', () => {
    given(recorded).when(command()).thenNothing();
    for (const change of [
      { balance: '-2.27' },
      { publishedOn: '2022-09-30' },
      { source: { ...dfe, title: 'Another edition' } },
      { source: { ...dfe, publisher: 'Another publisher' } },
    ])
      given(recorded).when(command(change)).thenRefused('national-dsg-already-recorded', 'balance');
  });

  it('can be done again where it was withdrawn', () => {
    const { area, year, yearEndsOn } = recorded.data;
    given(recorded, NationalDsgWithdrawn({ area, year, yearEndsOn, corrects: 0, reason: 'r' }))
      .when(command())
      .then(recorded);
  });

  it('is refused before the year has ended and taken on its last day', () => {
    const lastDay = { publishedOn: '2022-03-31' };
    given()
      .when(command({ publishedOn: '2022-03-30' }), { now: '2022-03-30' })
      .thenRefused('dsg-year-not-ended', 'year');
    given()
      .when(command(lastDay), { now: '2022-03-31' })
      .then(NationalDsgRecorded({ ...recorded.data, ...lastDay }));
  });

  it('is refused as published ahead of time or before the year end', () => {
    given()
      .when(command({ publishedOn: '2022-10-02' }))
      .thenRefused('fact-in-future', 'publishedOn');
    given()
      .when(command({ publishedOn: '2022-10-01' }))
      .then(NationalDsgRecorded({ ...recorded.data, publishedOn: '2022-10-01' }));
    given()
      .when(command({ publishedOn: '2022-03-30' }))
      .thenRefused('dsg-published-too-early', 'publishedOn');
  });

  it('is refused on the stream of another year', () =>
    given().when(command(), { id: '2020_21' }).thenRefused('national-dsg-id-mismatch', 'year'));

  it.each(['X', '-2,26', '2.', ''])('does not take "%s" for a figure', (wrong) =>
    expect(() =>
      given()
        .when(command({ balance: wrong }))
        .happened(),
    ).toThrow(/decimal number/),
  );
});
