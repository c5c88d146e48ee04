import { make, specFor } from '@app/event-sourcing/testing';
import { BreakAnswered } from '../contract.events';
import { contractStream } from '../contract.stream';
import {
  areas,
  bound,
  contractId as id,
  contractManager as actor,
  endedEarly,
  orderPlaced,
  references,
  terminated,
} from '../contract.testing';
import { AnswerBreak, answerBreak } from './answer-break.command';

const given = specFor(contractStream, answerBreak, { now: '2024-03-28', actor, id });
const command = (answer: 'continue' | 'terminate') => make(AnswerBreak, { answer, decidedBy: 'u-director', reason: 'No funding' });
const continued = BreakAnswered({ ...terminated.data, answer: 'continue', endsOn: '2025-03-31' });

describe('answering the break of 31 Mar 2024 (C4)', () => {
  it('terminates on that day, or goes on to the end', () => {
    given(...bound)
      .when(command('terminate'))
      .then(terminated);
    given(...bound)
      .when(command('continue'))
      .then(continued);
  });

  it('can be answered on the day itself, an Easter Sunday; after it there is only an early end (reading 12)', () => {
    given(...bound)
      .when(command('terminate'), { now: '2024-03-31' })
      .then(terminated);
    given(...bound)
      .when(command('terminate'), { now: '2024-04-01' })
      .thenRefused('break-passed', 'answer');
  });

  it('takes a late answer to go on', () =>
    given(...bound)
      .when(command('continue'), { now: '2024-04-01' })
      .then(continued));

  it('can be answered otherwise until that day', () => {
    given(...bound, continued)
      .when(command('continue'))
      .thenNothing();
    given(...bound, continued)
      .when(command('terminate'))
      .then(terminated);
    given(...bound, terminated)
      .when(command('continue'))
      .then(continued);
    given(...bound, terminated)
      .when(command('continue'), { now: '2024-04-01' })
      .thenRefused('break-passed');
  });

  it('takes a contract with a break, binding and not ended early', () => {
    const { breakOn: _none, ...noBreak } = orderPlaced.data;
    given({ type: 'OrderPlaced', data: noBreak }, ...bound.slice(1))
      .when(command('continue'))
      .thenRefused('break-not-agreed');
    given(orderPlaced).when(command('continue')).thenRefused('contract-not-binding');
    given(...bound, endedEarly('2024-03-30'))
      .when(command('terminate'))
      .thenRefused('break-of-ended-contract');
  });

  it('says who decided, for which areas and under which references (C20)', () =>
    expect(terminated.data).toMatchObject({ decidedBy: 'u-director', areas, references }));
});
