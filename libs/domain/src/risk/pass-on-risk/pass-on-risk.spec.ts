import { make, specFor } from '@app/event-sourcing/testing';
import { RiskPassedOn } from '../risk.events';
import { riskStream } from '../risk.stream';
import { caseLead as actor, closed, raised } from '../risk.testing';
import { PassOnRisk, passOnRisk } from './pass-on-risk.command';

const given = specFor(riskStream, passOnRisk, { now: '2024-01-15', actor });
const command = (owner: string) => make(PassOnRisk, { owner, reason: 'Leave' });
const passedOn = RiskPassedOn({ owner: 'u-2', previousOwner: 'u-lead', reason: 'Leave' });

describe('passing a risk on (E1)', () => {
  it('has another owner, once', () => {
    given(raised).when(command('u-2')).then(passedOn);
    given(raised).when(command('u-lead')).thenNothing();
    given(raised, passedOn).when(command('u-2')).thenNothing();
    given(raised, passedOn)
      .when(command('u-3'))
      .then(RiskPassedOn({ owner: 'u-3', previousOwner: 'u-2', reason: 'Leave' }));
    given(raised, closed).when(command('u-2')).thenRefused('risk-closed');
    expect(() => given(raised, closed).when(command('u-2')).happened()).toThrow(
      'The risk was closed on 2024-01-20; it can be opened again.',
    );
  });
});
