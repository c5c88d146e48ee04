import { addDays, endOfDay, lastInstantOf, laterBy, londonInstant } from '@app/calendar';
import * as events from '@app/domain/events';
import { example } from '@app/domain/told.testing';
import { requirements } from '../requirements';
import { playRequirements } from '../testing/play';
import { begun, stories, type Story } from './stories.testing';

const MINUTE = 60_000;
const rows = Object.entries(stories);
const ending = rows.filter(([, { ended }]) => ended !== undefined);
const dated = rows.filter(([, { fromRecording }]) => !fromRecording);

const told = (play: ReturnType<typeof begun>, { requirement }: Story): string[] => play.types(requirement);
const escalated = (play: ReturnType<typeof begun>, { requirement }: Story): number =>
  play.types(requirement.replace('requirement-', 'escalation-')).filter((type) => type === 'EscalationRaised').length;

describe('every row of the table of requirements, to the second (E2, E4, E5)', () => {
  it('has a story, and every story a row', () =>
    expect(Object.keys(stories).sort()).toEqual(requirements.map(({ definition }) => definition).sort()));

  it.each(rows)('%s is met by what is recorded in the last instant of its due day in London', (_definition, story) => {
    const play = begun(story).until(lastInstantOf(story.due));
    play.record(...story.met);
    expect(play.last(story.requirement, 'RequirementImposed')).toMatchObject({ due: story.due, dueMoment: lastInstantOf(story.due) });
    expect(told(play.until(laterBy(endOfDay(story.due), 5 * MINUTE)), story)).toEqual(['RequirementImposed', 'RequirementMet']);
    expect(escalated(play, story)).toBe(0);
  });

  it.each(rows)('%s lapses and is met late by what is recorded in the first instant after it', (_definition, story) => {
    const play = begun(story).until(endOfDay(story.due));
    play.record(...story.met);
    expect(told(play.until(laterBy(endOfDay(story.due), 5 * MINUTE)), story)).toEqual([
      'RequirementImposed',
      'RequirementLapsed',
      'RequirementMetLate',
    ]);
    expect(play.last(story.requirement, 'RequirementMetLate')).toMatchObject({ daysLate: 1 });
  });

  it.each(rows)('%s is judged a minute after its due moment, once, and not before', (_definition, story) => {
    const judged = laterBy(lastInstantOf(story.due), MINUTE);
    const play = begun(story).until(laterBy(judged, -1));
    expect(told(play, story)).toEqual(['RequirementImposed']);
    expect(told(play.until(judged), story)).toEqual(['RequirementImposed', 'RequirementLapsed']);
    play.rebuild();
    expect(play.outstanding()).toEqual([]);
    expect(told(play.until(laterBy(judged, 60 * MINUTE)), story)).toEqual(['RequirementImposed', 'RequirementLapsed']);
  });

  it.each(ending)('%s never lapses where what it served ended the day before', (_definition, story) => {
    const play = begun(story).until(londonInstant(addDays(story.due, -1), '12:00'));
    play.record(...story.ended!);
    play.until(laterBy(endOfDay(story.due), 5 * MINUTE));
    expect(told(play, story).at(-1)).toBe('RequirementReleased');
    expect(told(play, story)).not.toContain('RequirementLapsed');
    expect(escalated(play, story)).toBe(0);
  });

  it.each(dated)('%s lapses at once where what imposes it is recorded after its due day (reading 31)', (_definition, story) => {
    const play = begun(story, londonInstant(addDays(story.due, 5), '12:00'));
    expect(told(play, story).slice(0, 2)).toEqual(['RequirementImposed', 'RequirementLapsed']);
    expect(play.last(story.requirement, 'RequirementLapsed')).toMatchObject({ pastWhenImposed: true, due: story.due });
  });

  it.each(rows)('%s lapses once, as of its due day, after a week in which nobody worked (E5)', (_definition, story) => {
    const play = begun(story);
    play.until(londonInstant(addDays(story.due, -1), '12:00'));
    play.stop();
    play.until(londonInstant(addDays(story.due, 6), '12:00'));
    play.start();
    expect(told(play, story)).toEqual(['RequirementImposed', 'RequirementLapsed']);
    const lapse = play.log.find(({ event, meta }) => meta.stream === story.requirement && event.type === 'RequirementLapsed')!;
    expect([lapse.meta.effectiveOn, lapse.meta.recordedAt]).toEqual([story.due, londonInstant(addDays(story.due, 6), '12:00')]);
  });
});

describe('the end of a London day', () => {
  const CONTRACT = 'contract-CON_22889';
  const answeredAt = (dueOn: string, at: string): string[] => {
    const play = playRequirements('2023-10-12T09:00:00.000Z');
    play.record(CONTRACT, example(events.OrderAccepted));
    play.record(CONTRACT, example(events.ManagementInformationRequested, { requestedOn: '2023-10-12', dueOn }));
    play.until(at);
    play.record(CONTRACT, example(events.ManagementInformationProvided));
    return play
      .until(laterBy(at, 5 * MINUTE))
      .types('requirement-management_information~CON_22889~mi1')
      .slice(1);
  };

  it.each([
    ['the day on which summer time ends', '2023-10-29', '2023-10-29T23:59:00.000Z', '2023-10-30T00:00:00.000Z'],
    ['the day on which summer time begins, Easter Sunday', '2024-03-31', '2024-03-31T22:59:00.000Z', '2024-03-31T23:00:00.000Z'],
    ['29 February', '2024-02-29', '2024-02-29T23:59:00.000Z', '2024-03-01T00:00:00.000Z'],
    ['a bank holiday', '2023-12-25', '2023-12-25T23:59:00.000Z', '2023-12-26T00:00:00.000Z'],
    ['a bank holiday in summer', '2024-08-26', '2024-08-26T22:59:00.000Z', '2024-08-26T23:00:00.000Z'],
  ])('is in time at 23:59 and late at midnight on %s', (_what, dueOn, inTime, late) => {
    expect(answeredAt(dueOn, inTime)).toEqual(['RequirementMet']);
    expect(answeredAt(dueOn, late)).toEqual(['RequirementLapsed', 'RequirementMetLate']);
  });

  it('of months that are counted is the last one of a shorter month', () => {
    const play = playRequirements('2023-10-12T09:00:00.000Z');
    play.record(CONTRACT, example(events.OrderAccepted));
    play.record('localArea-887', example(events.InterventionProgrammeJoined, { from: '2024-01-31' }));
    play.until('2024-02-01');
    expect(play.last('requirement-programme_liaison~887~CON_22889.safety_valve.2024_01_31', 'RequirementImposed')).toMatchObject({
      due: '2024-02-29',
    });
  });
});
