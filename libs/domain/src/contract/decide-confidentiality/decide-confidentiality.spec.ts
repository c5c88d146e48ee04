import { make, specFor } from '@app/event-sourcing/testing';
import { ConfidentialityDecided } from '../contract.events';
import { contractStream } from '../contract.stream';
import { bound, contractId as id, teamLeader as actor, terminated } from '../contract.testing';
import { DecideConfidentiality, decideConfidentiality } from './decide-confidentiality.command';

const given = specFor(contractStream, decideConfidentiality, { now: '2025-04-01', actor, id });
const body = { staysConfidential: ['adviser-contact' as const, 'la-personnel' as const], reason: 'Personal' };
const command = (change: Partial<DecideConfidentiality> = {}) => make(DecideConfidentiality, { ...body, ...change });

describe('deciding on confidentiality (P1, reading 17)', () => {
  it('takes a contract that has ended', () => {
    given(...bound)
      .when(command(), { now: '2025-03-31' })
      .thenRefused('contract-still-running');
    given(...bound)
      .when(command())
      .then(ConfidentialityDecided({ ...body, endsOn: '2025-03-31' }));
    given(...bound, terminated)
      .when(command(), { now: '2024-04-01' })
      .then(ConfidentialityDecided({ ...body, endsOn: '2024-03-31' }));
  });
  it('can be decided anew, and open everything', () => {
    given(...bound, ConfidentialityDecided({ ...body, endsOn: '2025-03-31' }))
      .when(command({ staysConfidential: [] }))
      .then(ConfidentialityDecided({ staysConfidential: [], reason: 'Personal', endsOn: '2025-03-31' }));
  });
});
