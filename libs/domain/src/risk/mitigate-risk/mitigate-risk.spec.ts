import { make, specFor } from '@app/event-sourcing/testing';
import { MitigationWithdrawn, RiskMitigated } from '../risk.events';
import { riskStream } from '../risk.stream';
import { caseLead as actor, closed, raised } from '../risk.testing';
import { MitigateRisk, mitigateRisk } from './mitigate-risk.command';

const given = specFor(riskStream, mitigateRisk, { now: '2024-01-15', actor });
const body = { mitigation: 'm1', mitigatedOn: '2024-01-14', what: 'Weekly review', owner: 'u-2' };
const command = (change: Partial<typeof body> = {}) => make(MitigateRisk, { ...body, ...change });
const mitigated = RiskMitigated(body);

describe('mitigating a risk (E1)', () => {
  it('is recorded per mitigation, again once withdrawn', () => {
    given(raised).when(command()).then(mitigated);
    given(raised, mitigated).when(command()).thenRefused('mitigation-already-recorded', 'mitigation');
    given(raised, mitigated, MitigationWithdrawn({ mitigation: 'm1', reason: 'No effect' }))
      .when(command())
      .then(mitigated);
    given(raised, mitigated)
      .when(command({ mitigation: 'm2' }))
      .then(RiskMitigated({ ...body, mitigation: 'm2' }));
    given(raised)
      .when(command({ mitigation: 'constructor' }))
      .then(RiskMitigated({ ...body, mitigation: 'constructor' }));
  });
  it('takes an open risk and a day up to today', () => {
    given(raised, closed).when(command()).thenRefused('risk-closed');
    given(raised)
      .when(command({ mitigatedOn: '2024-01-16' }))
      .thenRefused('risk-day-in-future', 'mitigatedOn');
    given(raised)
      .when(command({ mitigatedOn: '2024-01-15' }))
      .then(RiskMitigated({ ...body, mitigatedOn: '2024-01-15' }));
  });
});
