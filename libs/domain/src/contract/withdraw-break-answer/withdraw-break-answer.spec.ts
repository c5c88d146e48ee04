import { make, recorded, specFor, stateAfter } from '@app/event-sourcing/testing';
import { AnswerBreak, answerBreak } from '../answer-break/answer-break.command';
import { BreakAnswered, BreakAnswerWithdrawn, ContractCompleted, InvoiceSubmitted, ProgrammeLiaisonRecorded } from '../contract.events';
import { contractStream } from '../contract.stream';
import { areaPassed, areas, bound, contractId as id, endedEarly, orderPlaced, teamLeader as actor, terminated } from '../contract.testing';
import { WithdrawBreakAnswer, withdrawBreakAnswer } from './withdraw-break-answer.command';

const facts = { now: '2024-04-10', actor, id };
const given = specFor(contractStream, withdrawBreakAnswer, facts);
const command = (corrects = 3) => make(WithdrawBreakAnswer, { corrects, reason: 'Of another contract' });
const continued = BreakAnswered({ ...terminated.data, answer: 'continue', endsOn: '2025-03-31' });
const on = <T extends typeof continued>(event: T, day: string) => recorded(event, { recordedAt: `${day}T09:00:00.000Z` });
const withdrawn = BreakAnswerWithdrawn({
  answer: 'terminate',
  answeredOn: '2024-03-20',
  breakOn: '2024-03-31',
  endsOn: '2025-03-31',
  endedEarly: false,
  areas,
  corrects: 3,
  reason: 'Of another contract',
});

describe('taking back an answer to the break that nobody gave (C4)', () => {
  it('takes the termination back, also after the day of the break: the contract ends as agreed, and the break is to be answered', () => {
    given(...bound, on(terminated, '2024-03-20'))
      .when(command())
      .then(withdrawn);
    const { terms } = stateAfter(contractStream, [...bound, on(terminated, '2024-03-20'), withdrawn]);
    expect(terms).toMatchObject({ endsOn: '2025-03-31', breakAnswers: [] });
    const answering = specFor(contractStream, answerBreak, facts)(...bound, on(terminated, '2024-03-20'), withdrawn);
    const answer = (one: 'continue' | 'terminate') => make(AnswerBreak, { answer: one, decidedBy: 'u-director', reason: 'No funding' });
    answering.when(answer('continue')).then(continued);
    answering.when(answer('terminate')).thenRefused('break-passed', 'answer');
  });

  it('takes back that the contract goes on: its end stays, and only the answer is missing', () =>
    given(...bound, on(continued, '2024-03-20'))
      .when(command())
      .then(BreakAnswerWithdrawn({ ...withdrawn.data, answer: 'continue' })));

  it('takes the answer that stands, once; the one before it stands again', () => {
    const both = [...bound, on(continued, '2024-03-01'), on(terminated, '2024-03-20')];
    given(...both)
      .when(command(3))
      .thenRefused('contract-nothing-to-correct', 'corrects');
    const back = BreakAnswerWithdrawn({ ...withdrawn.data, corrects: 4, standing: 'continue' });
    given(...both)
      .when(command(4))
      .then(back);
    given(...both, back)
      .when(command(4))
      .thenRefused('contract-nothing-to-correct', 'corrects');
    given(...both, back)
      .when(command(3))
      .then(BreakAnswerWithdrawn({ ...withdrawn.data, answer: 'continue', answeredOn: '2024-03-01' }));
  });

  it('brings an earlier termination back, unless work is recorded after that end', () => {
    const both = [...bound, on(terminated, '2024-03-01'), on(continued, '2024-03-20')];
    const ends = BreakAnswerWithdrawn({
      ...withdrawn.data,
      answer: 'continue',
      standing: 'terminate',
      endsOn: '2024-03-31',
      corrects: 4,
    });
    given(...both)
      .when(command(4))
      .then(ends);
    const liaison = (day: string) => ProgrammeLiaisonRecorded({ area: '887', programme: 'safety-valve', day });
    given(...both, liaison('2024-03-31'))
      .when(command(4))
      .then(ends);
    const invoice = InvoiceSubmitted({
      month: '2024-04-01',
      monthEndsOn: '2024-04-30',
      pence: 1,
      vatPence: 0,
      submittedOn: '2024-05-01',
      references: [],
    });
    for (const later of [liaison('2024-04-01'), areaPassed, invoice])
      given(...both, later)
        .when(command(4))
        .thenRefused('contract-end-worked-past', 'corrects');
  });

  it('leaves an early end as it is, and drops one that is later than the break', () => {
    given(...bound, on(terminated, '2024-03-20'), endedEarly('2024-03-15', '2024-03-31'))
      .when(command())
      .then(BreakAnswerWithdrawn({ ...withdrawn.data, endsOn: '2024-03-15', endedEarly: true }));
    const history = [...bound, on(terminated, '2024-03-01'), on(continued, '2024-03-20'), endedEarly('2024-09-30')];
    const back = { ...withdrawn.data, answer: 'continue' as const, standing: 'terminate' as const, endsOn: '2024-03-31', corrects: 4 };
    given(...history)
      .when(command(4))
      .then(BreakAnswerWithdrawn(back));
    expect(stateAfter(contractStream, [...history, BreakAnswerWithdrawn(back)]).terms).not.toHaveProperty('earlyEndOn');
  });

  it('leaves a completion on record where the end stays', () => {
    const completed = ContractCompleted({ endsOn: '2025-03-31', areas });
    const history = [...bound, on(continued, '2024-03-20'), completed, BreakAnswerWithdrawn({ ...withdrawn.data, answer: 'continue' })];
    expect(stateAfter(contractStream, history).terms?.completed).toBe(true);
  });

  it('takes an answer, on a binding contract', () => {
    given(...bound)
      .when(command())
      .thenRefused('contract-nothing-to-correct', 'corrects');
    given(orderPlaced).when(command()).thenRefused('contract-not-binding');
  });
});
