import { make, specFor } from '@app/event-sourcing/testing';
import { ProfessionalCorrected, ProfessionalReplaced } from '../contract.events';
import { contractStream } from '../contract.stream';
import { presentProfessional } from '../contract.term';
import { stateAfter } from '@app/event-sourcing/testing';
import { bound, contractId as id, contractManager as actor, professionalNamed } from '../contract.testing';
import { CorrectProfessional, correctProfessional } from './correct-professional.command';

const given = specFor(contractStream, correctProfessional, { now: '2024-03-01', actor, id });
const body = { subject: 'subject_1', name: 'The right name', from: '2023-10-13', corrects: 3, reason: 'Misspelt' };
const command = (change: Partial<typeof body> = {}) => make(CorrectProfessional, { ...body, ...change });
const replaced = ProfessionalReplaced({
  subject: 'subject_2',
  name: 'sealed',
  from: '2024-02-01',
  previous: 'subject_1',
  reason: 'Retired',
});
const history = [...bound, professionalNamed, replaced];

describe('correcting the naming of a professional (C8)', () => {
  it('takes the place of the naming that stands', () => {
    given(...history)
      .when(command())
      .then(ProfessionalCorrected(body));
    given(...history)
      .when(command({ corrects: 2 }))
      .thenRefused('contract-nothing-to-correct', 'corrects');
    given(...history, ProfessionalCorrected(body))
      .when(command())
      .thenRefused('contract-nothing-to-correct');
  });
  it('leaves who is the present one as it was, or names another in that place', () => {
    expect(presentProfessional(stateAfter(contractStream, [...history, ProfessionalCorrected(body)]))).toBe('subject_2');
    const other = ProfessionalCorrected({ ...body, subject: 'subject_3', from: '2024-02-01', corrects: 4 });
    expect(presentProfessional(stateAfter(contractStream, [...history, other]))).toBe('subject_3');
  });
  it('keeps the order of the professionals', () => {
    given(...history)
      .when(command({ from: '2024-02-01' }))
      .thenRefused('professional-order', 'from');
    given(...history)
      .when(command({ from: '2024-01-31' }))
      .then(ProfessionalCorrected({ ...body, from: '2024-01-31' }));
    given(...history)
      .when(command({ corrects: 4, from: '2023-10-12' }))
      .thenRefused('professional-order', 'from');
    given(...history)
      .when(command({ corrects: 4, from: '2023-10-13' }))
      .then(ProfessionalCorrected({ ...body, corrects: 4 }));
  });
  it('takes a day of the term', () =>
    given(...history)
      .when(command({ from: '2023-10-11' }))
      .thenRefused('contract-day-outside-term', 'from'));
});
