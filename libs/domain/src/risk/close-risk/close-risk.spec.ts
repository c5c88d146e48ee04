import { make, specFor } from '@app/event-sourcing/testing';
import { RiskClosed } from '../risk.events';
import { riskStream } from '../risk.stream';
import { caseLead as actor, closed, raised } from '../risk.testing';
import { CloseRisk, closeRisk } from './close-risk.command';

const given = specFor(riskStream, closeRisk, { now: '2024-01-22', actor });
const command = (closedOn = '2024-01-20') => make(CloseRisk, { closedOn, reason: 'An owner is named' });

describe('closing a risk (E1)', () => {
  it('takes an open one, once', () => {
    given(raised).when(command()).then(closed);
    given(raised, closed).when(command()).thenNothing();
    given().when(command()).thenRefused('risk-unknown');
  });
  it('lies from its raising to today', () => {
    given(raised).when(command('2024-01-09')).thenRefused('risk-day-before-last', 'closedOn');
    given(raised)
      .when(command('2024-01-10'))
      .then(RiskClosed({ ...closed.data, closedOn: '2024-01-10' }));
    given(raised).when(command('2024-01-23')).thenRefused('risk-day-in-future', 'closedOn');
  });
});
