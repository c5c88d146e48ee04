import { make, specFor } from '@app/event-sourcing/testing';
import { RiskEscalated, RiskRaised } from '../risk.events';
import { riskStream } from '../risk.stream';
import { caseLead as actor, closed, raised } from '../risk.testing';
import { EscalateRisk, escalateRisk } from './escalate-risk.command';

const given = specFor(riskStream, escalateRisk, { now: '2024-01-15', actor });
const command = make(EscalateRisk, { needs: ['departmental-intervention', 'additional-adviser-support'], reason: 'It cannot wait' });
const escalated = {
  area: '931',
  needs: ['departmental-intervention' as const, 'additional-adviser-support' as const],
  score: 12,
  reason: 'It cannot wait',
};

describe('escalating a risk (E1, A7)', () => {
  it('names what is needed, and what the risk belongs to', () => {
    given(raised).when(command).then(RiskEscalated(escalated));
    const tied = RiskRaised({ ...raised.data, contract: 'CON_22889', grant: '931~project_5369', judgedBy: 'contract-CON_22889@2' });
    given(tied)
      .when(command)
      .then(RiskEscalated({ ...escalated, contract: 'CON_22889', grant: '931~project_5369' }));
  });
  it('can be escalated again', () => given(raised, RiskEscalated(escalated)).when(command).then(RiskEscalated(escalated)));
  it('takes an open risk and a need', () => {
    given().when(command).thenRefused('risk-unknown');
    given(raised, closed).when(command).thenRefused('risk-closed');
    expect(() =>
      given(raised)
        .when(make(EscalateRisk, { needs: [], reason: 'x' }))
        .happened(),
    ).toThrow('needs');
  });
});
