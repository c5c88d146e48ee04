import { make, specFor } from '@app/event-sourcing/testing';
import { DiagnosticRecorded } from '../contract.events';
import { contractStream } from '../contract.stream';
import { adviser as actor, bound, contractId as id } from '../contract.testing';
import { RecordDiagnostic, recordDiagnostic } from './record-diagnostic.command';

const given = specFor(contractStream, recordDiagnostic, { now: '2024-01-12', actor, id });
const body = { diagnostic: 'd1', area: '931', madeOn: '2023-07-21', madeBy: 'inspectorates' as const, findings: 'Systemic failings' };
const command = (change: Partial<typeof body> = {}) => make(RecordDiagnostic, { ...body, ...change });

describe('recording a diagnostic (C18)', () => {
  it('takes one made before the contract too', () =>
    given(...bound)
      .when(command())
      .then(DiagnosticRecorded(body)));
  it('is one under an id, whatever the id', () => {
    given(...bound, DiagnosticRecorded(body))
      .when(command())
      .thenRefused('diagnostic-already-recorded', 'diagnostic');
    given(...bound)
      .when(command({ diagnostic: 'constructor' }))
      .then(DiagnosticRecorded({ ...body, diagnostic: 'constructor' }));
  });
  it('takes an area of the contract and a day up to today', () => {
    given(...bound)
      .when(command({ area: '850' }))
      .thenRefused('contract-area-unknown', 'area');
    given(...bound)
      .when(command({ madeOn: '2024-01-13' }))
      .thenRefused('contract-day-in-future', 'madeOn');
    given().when(command()).thenRefused('contract-unknown');
  });
});
