import { make, specFor } from '@app/event-sourcing/testing';
import { DiagnosticCorrected, DiagnosticRecorded } from '../contract.events';
import { contractStream } from '../contract.stream';
import { adviser as actor, bound, contractId as id } from '../contract.testing';
import { CorrectDiagnostic, correctDiagnostic } from './correct-diagnostic.command';

const given = specFor(contractStream, correctDiagnostic, { now: '2024-01-12', actor, id });
const first = { diagnostic: 'd1', area: '931', madeOn: '2024-01-05', madeBy: 'vcu' as const, findings: 'First' };
const body = { ...first, area: '887', corrects: 3, reason: 'Wrong area' };
const command = (change: Partial<typeof body> = {}) => make(CorrectDiagnostic, { ...body, ...change });
const history = [...bound, DiagnosticRecorded(first)];

describe('correcting a diagnostic (C18)', () => {
  it('takes the place of the record that stands', () => {
    given(...history)
      .when(command())
      .then(DiagnosticCorrected(body));
    given(...history, DiagnosticCorrected(body))
      .when(command())
      .thenRefused('contract-nothing-to-correct', 'corrects');
    given(...history)
      .when(command({ diagnostic: 'd2' }))
      .thenRefused('contract-nothing-to-correct');
  });
  it('keeps to the rules of a diagnostic', () => {
    given(...history)
      .when(command({ area: '850' }))
      .thenRefused('contract-area-unknown', 'area');
    given(...history)
      .when(command({ madeOn: '2024-01-13' }))
      .thenRefused('contract-day-in-future', 'madeOn');
  });
});
