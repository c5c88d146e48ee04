import fc from 'fast-check';
import { tryAnySequence } from '../sequences.testing';
import { nationalDsgFeatures } from './features';
import type { NationalDsgEvent } from './national-dsg.events';
import { caseLead, dfe } from './national-dsg.stories';
import { nationalDsgStream, type NationalDsgState } from './national-dsg.stream';

const record = (fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<object> => fc.record(fields);
const one = fc.boolean().map((right) => (state: NationalDsgState) => (right ? (state.standing?.revision ?? 99) : 98));
const reason = fc.constant('Because');
const figure = {
  balance: fc.constantFrom('-2.26', '-2.30', '0', 'x', 'z'),
  publishedOn: fc.constantFrom('2022-03-30', '2022-03-31', '2022-09-29', '2022-10-02'),
  source: fc.constantFrom(dfe, { ...dfe, title: 'A later edition' }),
};

describe("any sequence of commands on England's balance of a year (J9)", () => {
  it('keeps one figure at most, published in between the year end and today', () =>
    tryAnySequence<NationalDsgState, NationalDsgEvent>({
      stream: nationalDsgStream,
      features: nationalDsgFeatures,
      id: '2021_22',
      now: '2022-10-01T12:00:00.000Z',
      actors: [caseLead],
      bodies: {
        RecordNationalDsg: record({ year: fc.constantFrom('2021-22', '2020-21'), ...figure }),
        CorrectNationalDsg: record({ corrects: one, reason, ...figure }),
        WithdrawNationalDsg: record({ corrects: one, reason }),
      },
      holds: ({ year, standing }, revision) => {
        if (!standing) return;
        expect(year).toBe('2021-22');
        expect(standing.revision).toBeLessThanOrEqual(revision);
        expect(standing.publishedOn >= '2022-03-31' && standing.publishedOn <= '2022-10-01').toBe(true);
      },
    }));
});
