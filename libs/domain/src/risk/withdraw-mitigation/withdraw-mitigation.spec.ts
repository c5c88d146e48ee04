import { make, specFor } from '@app/event-sourcing/testing';
import { MitigationWithdrawn, RiskMitigated } from '../risk.events';
import { riskStream } from '../risk.stream';
import { caseLead as actor, closed, raised } from '../risk.testing';
import { WithdrawMitigation, withdrawMitigation } from './withdraw-mitigation.command';

const given = specFor(riskStream, withdrawMitigation, { now: '2024-01-15', actor });
const command = make(WithdrawMitigation, { mitigation: 'm1', reason: 'No effect' });
const mitigated = RiskMitigated({ mitigation: 'm1', mitigatedOn: '2024-01-14', what: 'Weekly review', owner: 'u-2' });
const withdrawn = MitigationWithdrawn({ mitigation: 'm1', reason: 'No effect' });

describe('withdrawing a mitigation (E1)', () => {
  it('takes one that stands, of an open risk', () => {
    given(raised, mitigated).when(command).then(withdrawn);
    given(raised, mitigated, withdrawn).when(command).thenNothing();
    given(raised).when(command).thenRefused('mitigation-unknown', 'mitigation');
    given(raised, mitigated, closed).when(command).thenRefused('risk-closed');
  });
});
