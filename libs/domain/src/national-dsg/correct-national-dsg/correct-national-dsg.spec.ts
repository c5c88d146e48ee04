import { make, specFor } from '@app/event-sourcing/testing';
import { NationalDsgCorrected } from '../national-dsg.events';
import { caseLead, dfe, recorded, said } from '../national-dsg.stories';
import { nationalDsgStream } from '../national-dsg.stream';
import { CorrectNationalDsg, correctNationalDsg } from './correct-national-dsg.command';

const given = specFor(nationalDsgStream, correctNationalDsg, { now: '2022-10-01', actor: caseLead, id: '2021_22' });
const body = { ...said, balance: '-2.30', corrects: 0, reason: 'Outturn restated' };
const command = (change: Partial<CorrectNationalDsg> = {}) => make(CorrectNationalDsg, { ...body, ...change });
const corrected = NationalDsgCorrected({ ...recorded.data, ...body });

describe("correcting England's balance of the dedicated schools grant (J9)", () => {
  it('puts another figure, or a marker, in its place with the reason', () => {
    given(recorded).when(command()).then(corrected);
    given(recorded)
      .when(command({ balance: 'x' }))
      .then(NationalDsgCorrected({ ...corrected.data, balance: 'x' }));
    given(recorded, corrected)
      .when(command({ balance: '-2.31', corrects: 1 }))
      .then(NationalDsgCorrected({ ...corrected.data, balance: '-2.31', corrects: 1 }));
  });

  it('changes nothing where it is already so; another day or source is a change', () => {
    given(recorded)
      .when(command({ balance: '-2.26' }))
      .thenNothing();
    for (const change of [
      { publishedOn: '2022-09-30' },
      { source: { ...dfe, title: 'Another' } },
      { source: { ...dfe, publisher: 'Another' } },
    ])
      given(recorded)
        .when(command({ balance: '-2.26', ...change }))
        .then(NationalDsgCorrected({ ...corrected.data, balance: '-2.26', ...change }));
  });

  it('is refused of a record on which none stands, and of what a record does not hold', () => {
    given().when(command()).thenRefused('national-dsg-not-on-record', 'corrects');
    given(recorded)
      .when(command({ corrects: 1 }))
      .thenRefused('national-dsg-not-on-record', 'corrects');
    given(recorded, corrected).when(command()).thenRefused('national-dsg-not-on-record', 'corrects');
    given(recorded)
      .when(command({ publishedOn: '2022-10-02' }))
      .thenRefused('fact-in-future', 'publishedOn');
  });
});
