import * as events from '@app/domain/events';
import { Play } from '../testing/play';
import { reportingPace } from './reporting-pace.process';

const CASE = 'improvementCase-931~inspection';
const CONTRACT = 'contract-CON_22889';
const OTHER = 'contract-CON_30000';
const NOON = 'T12:00:00.000Z';

const order = {
  number: 'CON_22889',
  firstPeriodEndsOn: '2023-10-31',
  extensionNoticeBy: '2025-02-28',
  references: ['CON_22889'],
  title: 'SEND and AP Advisory Services',
  buyer: 'Secretary of State for Education',
  authorisedRepresentative: 'u-40',
  invoiceAddress: 'An address',
  supplier: 'A supplier',
  orderedOn: '2023-10-12',
  commencesOn: '2023-10-12',
  maximumPence: 5_850_000,
  takesIn: [],
};
const decision = { area: '931', review: 'v1', decidedOn: '2024-02-01', reason: 'Seen' };

class Paced extends Play {
  constructor(day = '2024-02-01') {
    super(reportingPace, `${day}${NOON}`);
  }
  /** A contract that binds, from 12 Oct 2023. */
  contract(stream: string, areas: string[], completesOn = '2025-03-31'): this {
    this.record(stream, events.OrderPlaced({ ...order, areas, completesOn }));
    for (const party of ['buyer', 'supplier'] as const) {
      const binding = party === 'supplier';
      const terms = binding
        ? { areas, commencesOn: '2023-10-12', completesOn, firstPeriodEndsOn: '2023-10-31', qualityApproachBy: '2023-10-26' }
        : {};
      this.record(stream, events.OrderAccepted({ party, acceptedOn: '2023-10-12', binding, ...terms }));
    }
    return this;
  }
  decided(progress: 'sufficient' | 'not-sufficient', change: object = {}): this {
    this.record(CASE, events.ProgressDecided({ ...decision, progress, ...change }));
    return this;
  }
  revised(progress: 'sufficient' | 'not-sufficient', corrects: number): this {
    this.record(CASE, events.DecisionRevised({ ...decision, progress, corrects }));
    return this;
  }
  byHand(event: 'increase' | 'ease', rhythm: 'monthly' | 'fortnightly' | 'weekly', from: string, periodDays?: number): this {
    const data = { area: '931', rhythm, from, reason: 'Asked for', ...(periodDays !== undefined && { periodDays }) };
    const minister = events.ReportingIncreased({ ...data, cause: 'minister' });
    this.record(CONTRACT, event === 'increase' ? minister : events.ReportingEased(data));
    return this;
  }
  rhythms(stream = CONTRACT): unknown[] {
    return this.log
      .filter(({ meta, event }) => meta.stream === stream && /^Reporting/.test(event.type))
      .map(({ event: { type, data } }) => [type, (data as { rhythm: string }).rhythm, (data as { from: string }).from]);
  }
}

const paced = () => new Paced().contract(CONTRACT, ['931', '887']);

describe('reports on an area whose pace of progress is not sufficient (J8, C10)', () => {
  it('become fortnightly from the day after the running month, for that area alone, with the decision as the cause', () => {
    const played = paced().decided('not-sufficient');
    expect(played.rhythms()).toEqual([['ReportingIncreased', 'fortnightly', '2024-03-01']]);
    const { event, meta } = played.log.at(-1)!;
    const behind = played.log.find((one) => one.event.type === 'ProgressDecided')!.meta;
    expect(event.data).toMatchObject({ area: '931', cause: 'pace', periodDays: 14 });
    expect([meta.who, meta.causationId, meta.correlationId]).toEqual(['process:reporting-pace', behind.eventId, behind.correlationId]);
  });

  it('stay as they are where progress is sufficient, and where no contract names the area', () => {
    expect(paced().decided('sufficient').rhythms()).toEqual([]);
    expect(new Paced().contract(CONTRACT, ['887']).decided('not-sufficient').rhythms()).toEqual([]);
  });

  it('stay as they are on an area that passes to a successor before its next period, and become so on the successor from its day (reading 26)', () => {
    const passing = { predecessor: '931', successors: ['942'], from: '2024-03-01', areas: ['931', '887', '942'], reason: 'Order' };
    const contract = { title: 'Advice', supplier: 'Supplier', commencesOn: '2023-10-12', endsOn: '2025-03-31', endedEarly: false };
    const passes = (from: string) => {
      const played = paced();
      played.record(CONTRACT, events.AreaPassedToSuccessors({ ...passing, ...contract, from, judgedBy: 'localArea-931@1' }));
      return played;
    };
    const onSuccessor = (played: Paced) => {
      played.record('improvementCase-942~inspection', events.ProgressDecided({ ...decision, area: '942', progress: 'not-sufficient' }));
      return played;
    };
    expect(passes('2024-03-01').decided('not-sufficient').rhythms()).toEqual([]);
    expect(passes('2024-03-02').decided('not-sufficient').rhythms()).toEqual([['ReportingIncreased', 'fortnightly', '2024-03-01']]);
    expect(onSuccessor(passes('2024-03-01')).rhythms()).toEqual([['ReportingIncreased', 'fortnightly', '2024-04-01']]);
    expect(onSuccessor(paced()).rhythms()).toEqual([]);
    const increased = events.ReportingIncreased({
      area: '942',
      cause: 'pace',
      rhythm: 'fortnightly',
      periodDays: 14,
      from: '2024-03-11',
      reason: 'r',
    });
    const already = passes('2024-03-01');
    already.record(CONTRACT, increased);
    expect(onSuccessor(already).rhythms()).toHaveLength(1);
    const putOff = passes('2024-03-01');
    putOff.record(CONTRACT, increased);
    const taken = { ...passing, from: '2024-03-01', leaving: passing.successors, corrects: 3 };
    putOff.record(CONTRACT, events.AreaPassingWithdrawn(taken));
    putOff.record(CONTRACT, events.AreaPassedToSuccessors({ ...passing, ...contract, from: '2024-03-01', judgedBy: 'localArea-931@1' }));
    expect(onSuccessor(putOff).rhythms()).toEqual([
      ['ReportingIncreased', 'fortnightly', '2024-03-11'],
      ['ReportingIncreased', 'fortnightly', '2024-04-01'],
    ]);
  });

  it('become so on the contract whose supplier took part in the review, or on all that name the area', () => {
    const both = () => paced().contract(OTHER, ['931']);
    const one = both().decided('not-sufficient', { contract: 'CON_30000' });
    expect([one.rhythms().length, one.rhythms(OTHER).length]).toEqual([0, 1]);
    const all = both().decided('not-sufficient');
    expect([all.rhythms().length, all.rhythms(OTHER).length]).toEqual([1, 1]);
  });

  it('are not doubled where they are more frequent already, nor increased again when a person eases them', () => {
    const played = paced().byHand('increase', 'weekly', '2024-02-01', 7).decided('not-sufficient');
    expect(played.rhythms()).toHaveLength(1);
    played.byHand('ease', 'monthly', '2024-02-15');
    expect(played.rhythms()).toHaveLength(2);
    const own = paced().decided('not-sufficient').byHand('ease', 'monthly', '2024-03-01');
    expect(own.rhythms()).toHaveLength(2);
    own.rebuild();
    expect(own.outstanding()).toEqual([]);
  });

  it('are increased at the next review again that finds it insufficient, once they had been eased', () => {
    const played = paced().decided('not-sufficient').byHand('ease', 'monthly', '2024-03-01');
    played.decided('not-sufficient', { review: 'v2' });
    expect(played.rhythms().slice(2)).toEqual([['ReportingIncreased', 'fortnightly', '2024-03-01']]);
  });

  it('are left to people where a later review finds progress sufficient', () =>
    expect(paced().decided('not-sufficient').decided('sufficient', { review: 'v2' }).rhythms()).toHaveLength(1));

  it('are eased again where the decision itself is revised, unless a person has changed them since', () => {
    const played = paced().decided('not-sufficient').revised('sufficient', 0);
    expect(played.rhythms().slice(1)).toEqual([['ReportingEased', 'monthly', '2024-03-01']]);
    played.revised('not-sufficient', 1);
    expect(played.rhythms().slice(2)).toEqual([['ReportingIncreased', 'fortnightly', '2024-03-01']]);
    const theirs = paced().decided('not-sufficient').byHand('increase', 'weekly', '2024-03-01', 7).revised('sufficient', 0);
    expect(theirs.rhythms()).toHaveLength(2);
  });

  it('stay increased through a revision that only moves the day, and are eased by the next one all the same', () => {
    const played = paced().decided('not-sufficient').revised('not-sufficient', 0);
    expect(played.rhythms()).toHaveLength(1);
    expect(played.revised('sufficient', 1).rhythms()).toHaveLength(2);
  });

  it('keep the fortnight that runs when they are eased', () => {
    const played = paced().decided('not-sufficient').until('2024-03-10').revised('sufficient', 0);
    expect(played.rhythms().at(-1)).toEqual(['ReportingEased', 'monthly', '2024-03-15']);
  });

  it('are left alone where the contract is over, or has no later period; an extension brings one', () => {
    expect(new Paced('2024-02-01').contract(CONTRACT, ['931'], '2024-01-31').decided('not-sufficient').rhythms()).toEqual([]);
    const last = new Paced('2024-02-01').contract(CONTRACT, ['931'], '2024-02-29').decided('not-sufficient');
    expect(last.rhythms()).toEqual([]);
    const before = new Paced('2024-01-31').contract(CONTRACT, ['931'], '2024-02-29').decided('not-sufficient');
    expect(before.rhythms()).toEqual([['ReportingIncreased', 'fortnightly', '2024-02-01']]);
    const extension = {
      months: 1,
      totalMonths: 1,
      agreedOn: '2024-02-01',
      previousEnd: '2024-02-29',
      completion: '2024-03-31',
      areas: ['931'],
    };
    last.record(CONTRACT, events.ContractExtended({ ...extension, reason: 'Needed' }));
    expect(last.rhythms()).toEqual([['ReportingIncreased', 'fortnightly', '2024-03-01']]);
  });

  it('become so also for a decision made while the worker was down', () => {
    const played = paced();
    played.stop();
    played.decided('not-sufficient').until('2024-03-05');
    played.start();
    expect(played.rhythms()).toEqual([['ReportingIncreased', 'fortnightly', '2024-04-01']]);
  });
});
