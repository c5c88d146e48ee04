import * as events from '@app/domain/events';
import { addWorkingDays, CALENDAR_VERSION, lastInstantOf } from '@app/calendar';
import type { DomainEvent } from '@app/event-sourcing';
import { escalationInWords } from './escalation-why';
import { historyOf, requirementInWords } from './requirement-why';
import { remindersOf, type Sent, type Told } from './words';

const STREAM = 'requirement-progress_recommendation~931~inspection~v1';
const told = (event: DomainEvent, revision: number, change: Partial<Told> = {}): Told => ({
  stream: STREAM,
  revision,
  id: `e${revision}`,
  type: event.type,
  data: event.data,
  says: 'Something happened',
  recordedAt: '2024-03-20T09:00:00.000Z',
  effectiveOn: '2024-03-20',
  who: 'process:requirements',
  role: 'system',
  ...change,
});

/** Ten working days from 20 March 2024, over Good Friday and Easter Monday. */
const { day: due, skipped } = addWorkingDays('2024-03-20', 10);
const imposed = events.RequirementImposed({
  definition: 'progress-recommendation',
  rule: 'C17',
  says: 'The supplier recommends whether progress is sufficient',
  what: 'improvementCase-931~inspection',
  period: 'v1',
  from: '2024-03-20',
  areas: ['931'],
  due,
  dueMoment: lastInstantOf(due),
  because: '10 working days from the formal review on 2024-03-20',
  counted: { from: '2024-03-20', unit: 'working-days', count: 10, skipped: [...skipped], calendarVersion: CALENDAR_VERSION },
  settings: [],
  imposedBy: { event: 'improvementCase-931~inspection@4', effectiveOn: '2024-03-20' },
  escalation: { level: 1, need: 'information', secondInARow: 2 },
});
const lapsed = events.RequirementLapsed({
  definition: 'progress-recommendation',
  what: 'improvementCase-931~inspection',
  period: 'v1',
  areas: ['931'],
  due,
  judgedAt: '2024-04-05T23:00:59.999Z',
  readUpTo: '00000000000000000042',
  escalation: { level: 1, need: 'information', secondInARow: 2 },
  pastWhenImposed: false,
});
const metLate = events.RequirementMetLate({
  by: 'contract-CON_22889@9',
  recordedAt: '2024-04-08T09:00:00.000Z',
  effectiveOn: '2024-04-08',
  due,
  daysLate: 3,
});
const review = told(imposed, 4, {
  stream: 'improvementCase-931~inspection',
  says: 'Formal review v1 held on 2024-03-20',
  who: 'u-1',
  role: 'case-lead',
});
const recommended = told(metLate, 9, { stream: 'contract-CON_22889', says: 'Recommendation at formal review v1' });

const words = (all: readonly Told[], met?: Told): string[] =>
  requirementInWords(all, historyOf(all)!, {
    rule: 'The supplier makes a recommendation.',
    row: { metBy: 'the recommendation', endsWith: 'the contract' },
    cause: review,
    met,
  });

describe('why a requirement is owed, in words (E2, E5)', () => {
  it('says what asks for it, how its due day was counted with every day passed over, and up to where was read', () =>
    expect(words([told(imposed, 0), told(lapsed, 1, { recordedAt: '2024-04-05T23:00:59.999Z' })])).toEqual([
      'What is owed: the supplier recommends whether progress is sufficient.',
      'Rule C17 asks for it: “The supplier makes a recommendation.”',
      'It is owed from 20 March 2024 because of this: Formal review v1 held on 2024-03-20, recorded on 20 March 2024 at 09:00:00 by the case lead (u-1).',
      'It is due by the end of 5 April 2024, London time: 10 working days from the formal review on 2024-03-20.',
      `Passed over in the counting: 2 Saturdays, 2 Sundays, Good Friday (29 March 2024) and Easter Monday (1 April 2024) (calendar ${CALENDAR_VERSION}).`,
      'It is met by the recommendation; it ends with the contract.',
      'It lapsed on 6 April 2024 at 00:00:59: the record had been read up to place 00000000000000000042, and nothing that meets it had been recorded by the end of 5 April 2024.',
    ]));

  it('says what met it, and how late', () => {
    expect(words([told(imposed, 0), told(lapsed, 1), told(metLate, 2)], recommended).at(-1)).toBe(
      'It was met on 8 April 2024, 3 days late: Recommendation at formal review v1.',
    );
    const one = events.RequirementMetLate({ ...metLate.data, daysLate: 1 });
    expect(words([told(imposed, 0), told(one, 1)]).at(-1)).toBe('It was met on 8 April 2024, 1 day late by contract-CON_22889@9.');
    const inTime = events.RequirementMet({ by: 'contract-CON_22889@9', recordedAt: '2024-04-05T22:59:59.999Z', effectiveOn: '2024-04-05' });
    expect(words([told(imposed, 0), told(inTime, 1)], recommended).at(-1)).toBe(
      'It was met on 5 April 2024 in time: Recommendation at formal review v1.',
    );
  });

  it('says that a lapse was past when what asks for it was recorded (reading 31)', () => {
    const late = events.RequirementLapsed({ ...lapsed.data, pastWhenImposed: true });
    expect(words([told(imposed, 0), told(late, 1)]).at(-1)).toBe(
      'It lapsed on 20 March 2024 at 09:00:00: it had been due on 5 April 2024, which was past when what asks for it was recorded.',
    );
  });

  it('goes by the due day in force, the last lapse, and what meets it still', () => {
    const moved = events.RequirementRescheduled({
      previousDue: due,
      due: '2024-05-01',
      dueMoment: lastInstantOf('2024-05-01'),
      because: 'the day that was set',
      counted: { from: '2024-05-01', unit: 'date', count: 0, skipped: [] },
      imposedBy: imposed.data.imposedBy,
      stillLapsed: false,
    });
    const reopened = events.RequirementReopened({ correction: 'contract-CON_22889@10', because: 'It was withdrawn' });
    const all = [imposed, lapsed, metLate, reopened, moved].map((event, index) => told(event, index));
    const history = historyOf(all)!;
    expect([history.due.day, history.met, history.lapse?.data.due]).toEqual(['2024-05-01', undefined, due]);
    expect(words(all)[3]).toBe('It is due by the end of 1 May 2024, London time: the day that was set.');
    expect(historyOf(all.slice(1))).toBeUndefined();
  });

  it('says what was done in time although it was recorded late', () => {
    const one = (effectiveOn: string) =>
      words([told(imposed, 0), told(events.RequirementMetLate({ ...metLate.data, effectiveOn }), 1)]).at(-1);
    expect(one(due)).toBe(
      'It was met on 8 April 2024, 3 days late in the record, although it was done in time, on 5 April 2024 by contract-CON_22889@9.',
    );
    expect(one('2024-04-06')).toBe('It was met on 8 April 2024, 3 days late by contract-CON_22889@9.');
  });

  it('says which numbers were in force when it was imposed', () => {
    const settings = [
      { name: 'graceDays', value: 28 },
      { name: 'level1WorkingDays', value: 3 },
    ];
    expect(words([told(events.RequirementImposed({ ...imposed.data, settings }), 0)])).toContain(
      'In force when it was imposed: grace days: 28 and level 1 working days: 3.',
    );
  });

  it('says each reminder by itself: for which day, to whom, and when it arrived', () => {
    const sent = (on: string, change: Partial<Sent> = {}): Sent => ({
      telling: `${STREAM}@${on}`,
      recipient: 'person/u-21',
      channel: 'mailbox',
      state: 'delivered',
      queuedAt: `${on}T08:00:00.000Z`,
      deliveredAt: `${on}T08:00:01.000Z`,
      ...change,
    });
    const reminded = remindersOf([sent('2024-03-28'), sent('2024-03-01'), sent('2024-03-01', { channel: 'email', state: 'parked' })]);
    expect(reminded.map(({ on, sent: messages }) => [on, messages.length])).toEqual([
      ['2024-03-01', 2],
      ['2024-03-28', 1],
    ]);
    const all = [told(imposed, 0)];
    const said = requirementInWords(all, historyOf(all)!, { rule: 'r', row: undefined, cause: undefined, met: undefined, reminded });
    expect(said.slice(-2)).toEqual([
      'Reminded on 1 March 2024. Told: u-21 by mailbox on 1 March 2024 at 08:00:01 and u-21 by email, which could not be delivered.',
      'Reminded on 28 March 2024. Told: u-21 by mailbox on 28 March 2024 at 08:00:01.',
    ]);
  });

  it('says on which days whoever must act is reminded', () => {
    const reminded = events.RequirementImposed({ ...imposed.data, remindOn: ['2024-03-28', '2024-03-01'] });
    expect(words([told(reminded, 0)])).toContain('Whoever must act is reminded on 1 March 2024 and 28 March 2024.');
  });
});

const raised = events.EscalationRaised({
  cause: `${STREAM}@1`,
  rule: 'C17',
  level: 1,
  role: 'contract-manager',
  person: 'u-22',
  insteadOf: 'u-21',
  need: 'departmental-intervention',
  because: 'The supplier recommends whether progress is sufficient: nothing was recorded by 2024-04-05',
  what: 'improvementCase-931~inspection',
  areas: ['931'],
  since: '2024-04-05',
});
const lapse = 'requirement-acknowledgement~x@1';
const up = events.EscalationRaisedToNextLevel({ level: 2, role: 'team-leader', person: 'u-30', lapse });
const again = events.EscalationNotifiedAgain({ level: 3, role: 'deputy-director', time: 1, lapse });
const acknowledged = events.EscalationAcknowledged({ level: 2, reason: 'Mine' });
const inWords = (all: readonly Told[], sent: readonly Sent[] = [], cause: Told = told(lapsed, 1)): string[] =>
  escalationInWords(all, {
    rule: 'The supplier makes a recommendation.',
    cause,
    sentOf: ({ id }) => sent.filter(({ telling }) => telling === id),
  });

describe('why somebody was told, in words (E3, E6, E7)', () => {
  it('says what happened, by which rule, and each level that was told with what became of the message', () => {
    const message = { channel: 'mailbox' as const, queuedAt: '2024-04-05T23:01:00.000Z' };
    const sent: Sent[] = [
      { ...message, telling: 'e0', recipient: 'person/u-22', state: 'delivered', deliveredAt: '2024-04-05T23:01:01.000Z' },
      { ...message, telling: 'e1', recipient: 'role/team-leader', channel: 'email', state: 'queued' },
      { ...message, telling: 'e1', recipient: 'role/team-leader', channel: 'webhook', state: 'parked' },
    ];
    const at = { recordedAt: '2024-04-10T23:00:59.999Z' };
    const by = { says: 'Acknowledged at level 2', who: 'u-30', role: 'team-leader' };
    const all = [told(raised, 0), told(up, 1, at), told(again, 2, at), told(acknowledged, 3, { ...at, ...by })];
    expect(inWords(all, sent)).toEqual([
      'The supplier recommends whether progress is sufficient: nothing was recorded by 2024-04-05.',
      'Rule C17: “The supplier makes a recommendation.”',
      'On 20 March 2024 at 09:00:00 it was raised to level 1, the contract manager (u-22), who covers for u-21; it is so since 5 April 2024 and needs departmental intervention. Told: u-22 by mailbox on 6 April 2024 at 00:01:01.',
      'On 11 April 2024 at 00:00:59 nobody had taken it on in time, and it went up to level 2, the team leader (u-30). Told: team-leader by email, not delivered yet and team-leader by webhook, which could not be delivered.',
      'On 11 April 2024 at 00:00:59 nobody had taken it on in time, and level 3, the deputy director, was told again.',
      'On 11 April 2024 at 00:00:59, by the team leader (u-30): Acknowledged at level 2.',
    ]);
    expect(inWords([told(acknowledged, 0)])).toEqual([]);
  });

  it('says why it started a level higher than the table gives', () => {
    const higher = { ...raised.data, level: 2 as const, role: 'team-leader' as const };
    const alone = events.EscalationRaised(higher);
    expect(inWords([told(alone, 0)]).at(-1)).toMatch(/because nobody covered for an absent person\.$/);
    const second = events.EscalationRaised({ ...higher, because: `${higher.because}; the one before had lapsed too` });
    expect(inWords([told(second, 0)]).at(-1)).toMatch(/because the one before had lapsed too\.$/);
    const signal = told(events.RiskClosed({ closedOn: '2024-04-05', reason: 'r' }), 1);
    expect(inWords([told(alone, 0)], [], signal).at(-1)).toMatch(/needs departmental intervention\.$/);
    expect(inWords([told(raised, 0)]).at(-1)).toMatch(/needs departmental intervention\.$/);
  });
});
