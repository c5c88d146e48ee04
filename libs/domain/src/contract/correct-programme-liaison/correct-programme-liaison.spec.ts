import { make, specFor, stateAfter } from '@app/event-sourcing/testing';
import { ProgrammeLiaisonCorrected, ProgrammeLiaisonRecorded } from '../contract.events';
import { contractStream } from '../contract.stream';
import { adviser as actor, bound, contractId as id } from '../contract.testing';
import { CorrectProgrammeLiaison, correctProgrammeLiaison } from './correct-programme-liaison.command';

const given = specFor(contractStream, correctProgrammeLiaison, { now: '2023-11-20', actor, id });
const first = { area: '887', programme: 'safety-valve' as const, day: '2023-11-10' };
const body = { ...first, day: '2023-11-13', corrects: 3, reason: 'Wrong day' };
const command = (change: Partial<typeof body> = {}) => make(CorrectProgrammeLiaison, { ...body, ...change });
const history = [...bound, ProgrammeLiaisonRecorded(first)];
const corrected = ProgrammeLiaisonCorrected({
  ...body,
  previousArea: '887',
  previousProgramme: 'safety-valve',
  previousDay: '2023-11-10',
});

describe('correcting a liaison (C14)', () => {
  it('takes the place of the record that stands, and says what it said', () => {
    given(...history)
      .when(command())
      .then(corrected);
    expect(stateAfter(contractStream, [...history, corrected]).liaisons).toEqual({ '887~safety-valve~2023-11-13': { revision: 4 } });
    given(...history, corrected)
      .when(command())
      .thenRefused('contract-nothing-to-correct', 'corrects');
  });
  it('does not make two of one day', () => {
    const other = ProgrammeLiaisonRecorded({ ...first, day: '2023-11-13' });
    given(...history, other)
      .when(command())
      .thenRefused('liaison-already-recorded', 'day');
    given(...history, other)
      .when(command({ day: '2023-11-10' }))
      .then(ProgrammeLiaisonCorrected({ ...corrected.data, day: '2023-11-10' }));
  });
  it('keeps to the rules of a liaison', () => {
    given(...history)
      .when(command({ area: '850' }))
      .thenRefused('contract-area-unknown', 'area');
    given(...history)
      .when(command({ day: '2023-11-21' }))
      .thenRefused('contract-day-in-future', 'day');
    given(...history)
      .when(command({ day: '2023-10-11' }))
      .thenRefused('contract-day-outside-term', 'day');
  });
});
