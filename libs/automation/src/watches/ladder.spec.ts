import { endOfDay, laterBy } from '@app/calendar';
import * as events from '@app/domain/events';
import { example } from '@app/domain/told.testing';
import { requirements } from '../requirements';
import { playRequirements } from '../testing/play';
import { begun, stories } from './stories.testing';

const CONTRACT = 'contract-CON_22889';
const HOUSE = 'installation-1';
const accepted = events.OrderAccepted({
  party: 'supplier',
  acceptedOn: '2023-10-12',
  binding: true,
  areas: ['931'],
  commencesOn: '2023-10-12',
  completesOn: '2025-03-31',
});
const holder = (level: 2 | 3, person: string) => events.LevelHolderNamed({ level, person, from: '2023-10-01' });
const away = (absent: string, standIn?: string) =>
  events.StandInNamed({ absent, from: '2023-11-01', to: '2023-12-31', reason: 'Leave', ...(standIn && { standIn }) });

const bound = () => {
  const play = playRequirements('2023-10-12T09:00:00.000Z');
  play.record(CONTRACT, accepted);
  play.record(CONTRACT, events.ContractManagerAssigned({ manager: 'u-21', reason: 'r' }));
  return play;
};
const escalation = 'escalation-monthly_report~CON_22889~2023_10_12';

describe('an escalation that nobody takes on (E3)', () => {
  it('names the person of each level as it goes up, and again each time the highest is told', () => {
    const play = bound();
    play.record(HOUSE, holder(2, 'u-30'));
    play.record(HOUSE, holder(3, 'u-40'));
    play.record(HOUSE, away('u-40', 'u-41'));
    play.until('2023-12-01');
    const told = play.log.filter(({ meta }) => meta.stream === escalation).map(({ event: { type, data } }) => ({ type, data }));
    expect(told.map(({ type, data }) => [type, (data as { person?: string }).person])).toEqual([
      ['EscalationRaised', 'u-21'],
      ['EscalationRaisedToNextLevel', 'u-30'],
      ['EscalationRaisedToNextLevel', 'u-41'],
      ['EscalationNotifiedAgain', 'u-41'],
      ['EscalationNotifiedAgain', 'u-41'],
      ['EscalationNotifiedAgain', 'u-41'],
    ]);
    expect(told[2]!.data).toMatchObject({ level: 3, insteadOf: 'u-40' });
    expect(told[5]!.data).toMatchObject({ level: 3, insteadOf: 'u-40', time: 3 });
  });

  it('goes up also where what it is about is older than the programme', () => {
    const play = playRequirements('2023-10-12T09:00:00.000Z');
    const breach = 'escalation-eligibility_breached~851~project_5369~r0';
    play.record(breach, example(events.EscalationRaised, { level: 2, role: 'team-leader', since: '2019-06-01' }));
    play.until('2023-10-17');
    expect(play.types(breach)).toEqual(['EscalationRaised', 'EscalationRaisedToNextLevel']);
  });

  it('goes no further where the worker finds, with the time for taking it on, that it needs nobody any more', () => {
    const CASE = 'improvementCase-931~inspection';
    const play = begun(stories['next-step']!, '2023-10-12T09:00:00.000Z');
    const step = { area: '931', step: 'step_1', owner: 'u-7', reason: 'Sooner' };
    play.record(CASE, events.NextStepRescheduled({ ...step, dueOn: '2023-11-01', previousDueOn: '2024-06-30' }));
    play.until('2023-11-02').stop();
    play.record(CASE, events.NextStepRescheduled({ ...step, dueOn: '2023-10-23', previousDueOn: '2023-11-01' }));
    play.record(CASE, example(events.CaseClosed, { closedOn: '2023-11-02' }));
    play.until('2023-11-08T09:00:00.000Z').start();
    expect(play.types('escalation-next_step~931~inspection~step_1')).toEqual(['EscalationRaised', 'EscalationWithdrawn']);
    expect(play.types('requirement-acknowledgement~next_step~931~inspection~step_1~1.0').at(-1)).toBe('RequirementReleased');
  });

  it('passes over the level at which nobody covers', () => {
    const play = bound();
    play.record(HOUSE, holder(2, 'u-30'));
    play.record(HOUSE, away('u-30'));
    play.until('2023-11-20');
    expect(play.types(escalation)).toEqual(['EscalationRaised', 'EscalationRaisedToNextLevel', 'EscalationNotifiedAgain']);
    expect(play.last(escalation, 'EscalationRaisedToNextLevel')).toMatchObject({ level: 3, role: 'deputy-director' });
  });

  it('starts where somebody covers', () => {
    const play = bound();
    play.record(HOUSE, away('u-21'));
    play.until('2023-11-12');
    expect(play.last(escalation, 'EscalationRaised')).toMatchObject({ level: 2, role: 'team-leader' });
  });

  it('is told to the holder of the day on which it goes up, although that was named after it was raised', () => {
    const play = bound().until('2023-11-13');
    play.record(HOUSE, holder(2, 'u-30'));
    play.until('2023-11-16');
    expect(play.last(escalation, 'EscalationRaisedToNextLevel')).toMatchObject({ level: 2, person: 'u-30' });
  });
});

describe('what is owed under a grant', () => {
  it.each(['quarterly-report', 'package-review', 'evidence-judgement'])('is told to its grant manager: %s', (definition) => {
    const story = stories[definition]!;
    const play = begun({ ...story, given: [] });
    play.record('programme-project_5369', events.GrantManagerAssigned({ manager: 'u-11', reason: 'r' }));
    play.record('application-bid', example(events.ApplicationStarted, { programme: 'project_5369' }));
    for (const [stream, event] of story.given) play.record(stream, event);
    play.until(laterBy(endOfDay(story.due), 120_000));
    const raised = play.log.find(({ event }) => event.type === 'EscalationRaised')?.event.data;
    expect(raised).toMatchObject({ level: 1, role: 'grant-manager', person: 'u-11' });
  });
});

describe('a second lapse in a row', () => {
  it('starts a level higher, in every row whose duties follow each other', () => {
    const rising = requirements.filter(({ then }) => then.secondInARow !== undefined);
    for (const { then } of rising) expect(then.secondInARow).toBe(then.level + 1);
    expect(rising.map(({ definition }) => definition)).toEqual([
      'quarterly-report',
      'eligibility-confirmation',
      'monthly-report',
      'management-information',
      'programme-liaison',
      'plan-resubmission',
      'deep-dive',
      'apa-deep-dive',
      'stocktake',
      'timeliness-update',
      'progress-recommendation',
      'risk-review',
    ]);
  });

  it('is told to the team leader where a second request for information in a row is not answered, and not after one that was', () => {
    const asked = (request: string, dueOn: string, requestedOn: string) =>
      events.ManagementInformationRequested({ request, requestedOn, dueOn, indicators: 'Timeliness', references: [] });
    const play = bound();
    play.record(CONTRACT, asked('one', '2023-10-20', '2023-10-12'));
    play.until('2023-10-23');
    play.record(CONTRACT, asked('two', '2023-10-27', '2023-10-23'));
    play.until('2023-10-30');
    const levelOf = (request: string) =>
      play.last<{ level: number }>(`escalation-management_information~CON_22889~${request}`, 'EscalationRaised')?.level;
    expect([levelOf('one'), levelOf('two')]).toEqual([1, 2]);
    play.record(CONTRACT, asked('three', '2023-11-03', '2023-10-30'));
    play.until('2023-11-01');
    const provided = events.ManagementInformationProvided({ request: 'three', providedOn: '2023-11-01', information: 'As asked' });
    play.record(CONTRACT, provided);
    play.until('2023-11-06');
    play.record(CONTRACT, asked('four', '2023-11-10', '2023-11-06'));
    play.until('2023-11-13');
    expect(levelOf('four')).toBe(1);
  });
});
