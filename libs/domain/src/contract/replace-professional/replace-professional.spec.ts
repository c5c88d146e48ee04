import { make, specFor } from '@app/event-sourcing/testing';
import { ProfessionalReplaced } from '../contract.events';
import { contractStream } from '../contract.stream';
import { bound, contractId as id, contractManager as actor, professionalNamed } from '../contract.testing';
import { ReplaceProfessional, replaceProfessional } from './replace-professional.command';

const given = specFor(contractStream, replaceProfessional, { now: '2024-02-01', actor, id });
const body = { subject: 'subject_2', name: 'Name of another', from: '2024-02-01', reason: 'Retired' };
const command = (change: Partial<typeof body> = {}) => make(ReplaceProfessional, { ...body, ...change });
const named = [...bound, professionalNamed];

describe('replacing the professional (C8)', () => {
  it('records who came in whose place', () =>
    given(...named)
      .when(command())
      .then(ProfessionalReplaced({ ...body, previous: 'subject_1' })));
  it('takes somebody to replace', () =>
    given(...bound)
      .when(command())
      .thenRefused('professional-not-named'));
  it('does nothing for the same person', () =>
    given(...named)
      .when(command({ subject: 'subject_1' }))
      .thenNothing());
  it('takes a first day up to today and after the first day of the one before', () => {
    given(...named)
      .when(command({ from: '2024-02-02' }))
      .thenRefused('contract-day-in-future', 'from');
    given(...named)
      .when(command({ from: '2023-10-12' }))
      .thenRefused('professional-order', 'from');
    given(...named)
      .when(command({ from: '2023-10-13' }))
      .then(ProfessionalReplaced({ ...body, from: '2023-10-13', previous: 'subject_1' }));
    given(...named)
      .when(command({ from: '2025-04-01' }), { now: '2025-04-02' })
      .thenRefused('contract-day-outside-term', 'from');
  });
});
