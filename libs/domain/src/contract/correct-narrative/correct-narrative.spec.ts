import { make, specFor } from '@app/event-sourcing/testing';
import { NarrativeCorrected, NarrativeSubmitted } from '../contract.events';
import { contractStream } from '../contract.stream';
import { adviser as actor, bound, contractId as id } from '../contract.testing';
import { CorrectNarrative, correctNarrative } from './correct-narrative.command';

const given = specFor(contractStream, correctNarrative, { now: '2023-11-06', actor, id });
const body = { month: '2023-10-12', submittedOn: '2023-11-05', narrative: 'What was really done', corrects: 3, reason: 'Wrong area' };
const command = (change: Partial<typeof body> = {}) => make(CorrectNarrative, { ...body, ...change });
const submitted = NarrativeSubmitted({ month: '2023-10-12', monthEndsOn: '2023-10-31', submittedOn: '2023-11-02', narrative: 'Done' });
const corrected = NarrativeCorrected({ ...body, monthEndsOn: '2023-10-31' });

describe('correcting a narrative (C9)', () => {
  it('takes the place of the one that stands', () => {
    given(...bound, submitted)
      .when(command())
      .then(corrected);
    given(...bound, submitted, corrected)
      .when(command())
      .thenRefused('contract-nothing-to-correct', 'corrects');
    given(...bound, submitted, corrected)
      .when(command({ corrects: 4 }))
      .then(NarrativeCorrected({ ...corrected.data, corrects: 4 }));
  });
  it('takes a narrative of that month', () => {
    given(...bound)
      .when(command())
      .thenRefused('contract-nothing-to-correct');
    given(...bound, submitted)
      .when(command({ month: '2023-11-01' }))
      .thenRefused('contract-nothing-to-correct');
    given(...bound, submitted)
      .when(command({ month: '2023-11-02' }))
      .thenRefused('report-period-unknown');
  });
  it('takes the day on which it came', () => {
    given(...bound, submitted)
      .when(command({ submittedOn: '2023-11-07' }))
      .thenRefused('contract-day-in-future', 'submittedOn');
    given(...bound, submitted)
      .when(command({ submittedOn: '2023-10-11' }))
      .thenRefused('report-period-not-begun', 'submittedOn');
  });
});
