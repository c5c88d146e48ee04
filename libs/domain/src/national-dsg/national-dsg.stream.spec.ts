import { stateAfter } from '@app/event-sourcing/testing';
import { example } from '../told.testing';
import * as events from './national-dsg.events';
import { nationalDsgId, nationalDsgStream } from './national-dsg.stream';

const after = (...happened: events.NationalDsgEvent[]) => stateAfter(nationalDsgStream, happened, '2021_22');
const recorded = example(events.NationalDsgRecorded);
const { publisher, title } = recorded.data.source;

describe("what is known of England's balance at a year end (J9)", () => {
  it('is nothing before one is recorded', () => {
    expect(nationalDsgStream).toMatchObject({ category: 'nationalDsg', collection: 'national-dsg' });
    expect(after()).toStrictEqual({ year: '' });
    expect(nationalDsgId('2021-22')).toBe('2021_22');
  });
  it('is the one that stands: as recorded, as corrected, none where it is withdrawn', () => {
    const standing = { revision: 0, balance: '-2.26', publisher, title, publishedOn: '2022-09-29' };
    expect(after(recorded)).toStrictEqual({ year: '2021-22', standing });
    const corrected = example(events.NationalDsgCorrected, { source: { publisher: 'P', title: 'T' } });
    const right = { revision: 1, balance: '-2.30', publisher: 'P', title: 'T', publishedOn: '2022-12-15' };
    expect(after(recorded, corrected)).toStrictEqual({ year: '2021-22', standing: right });
    expect(after(recorded, example(events.NationalDsgWithdrawn))).toStrictEqual({ year: '2021-22' });
  });
});
