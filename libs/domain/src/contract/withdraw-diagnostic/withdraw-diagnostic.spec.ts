import { make, specFor } from '@app/event-sourcing/testing';
import { DiagnosticCorrected, DiagnosticRecorded, DiagnosticWithdrawn } from '../contract.events';
import { contractStream } from '../contract.stream';
import { adviser as actor, bound, contractId as id, orderPlaced } from '../contract.testing';
import { RecordDiagnostic, recordDiagnostic } from '../record-diagnostic/record-diagnostic.command';
import { WithdrawDiagnostic, withdrawDiagnostic } from './withdraw-diagnostic.command';

const facts = { now: '2024-01-12', actor, id };
const given = specFor(contractStream, withdrawDiagnostic, facts);
const diagnostic = { diagnostic: 'd1', area: '931', madeOn: '2024-01-05', madeBy: 'vcu' as const, findings: 'First' };
const command = (change: object = {}) => make(WithdrawDiagnostic, { diagnostic: 'd1', corrects: 3, reason: 'Of another area', ...change });
const recorded = DiagnosticRecorded(diagnostic);
const corrected = DiagnosticCorrected({ ...diagnostic, area: '887', madeOn: '2024-01-08', corrects: 3, reason: 'Misread' });
const withdrawn = DiagnosticWithdrawn({ diagnostic: 'd1', area: '931', madeOn: '2024-01-05', corrects: 3, reason: 'Of another area' });

describe('withdrawing a diagnostic that was not made (C18)', () => {
  it('says which one it was, and takes it once', () => {
    given(...bound, recorded)
      .when(command())
      .then(withdrawn);
    given(...bound, recorded, withdrawn)
      .when(command())
      .thenRefused('contract-nothing-to-correct', 'corrects');
  });
  it('takes the record that stands, by its id', () => {
    given(...bound, recorded, corrected)
      .when(command())
      .thenRefused('contract-nothing-to-correct', 'corrects');
    given(...bound, recorded, corrected)
      .when(command({ corrects: 4 }))
      .then(DiagnosticWithdrawn({ ...withdrawn.data, area: '887', madeOn: '2024-01-08', corrects: 4 }));
    given(...bound, recorded)
      .when(command({ diagnostic: 'd2' }))
      .thenRefused('contract-nothing-to-correct', 'corrects');
  });
  it('lets the id be used again', () =>
    specFor(contractStream, recordDiagnostic, facts)(...bound, recorded, withdrawn)
      .when(make(RecordDiagnostic, diagnostic))
      .then(recorded));
  it('takes a binding contract', () => given(orderPlaced).when(command()).thenRefused('contract-not-binding'));
});
