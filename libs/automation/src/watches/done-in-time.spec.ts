import { addDays, lastInstantOf, londonInstant } from '@app/calendar';
import * as events from '@app/domain/events';
import { example } from '@app/domain/told.testing';
import type { DomainEvent } from '@app/event-sourcing';
import { playRequirements } from '../testing/play';
import { begun, stories } from './stories.testing';

describe('what is done in time and recorded after the lapse (E2)', () => {
  const CONTRACT = 'contract-CON_22889';
  const requirement = 'requirement-management_information~CON_22889~mi1';
  const escalation = 'escalation-management_information~CON_22889~mi1';
  const providedOn = (day: string) => {
    const play = playRequirements('2024-01-10T09:00:00.000Z');
    play.record(CONTRACT, example(events.OrderAccepted));
    play.record(CONTRACT, example(events.ManagementInformationRequested, { dueOn: '2024-01-24' }));
    play.until('2024-01-26');
    play.record(CONTRACT, example(events.ManagementInformationProvided, { providedOn: day }));
    return play;
  };

  it.each(['2024-01-17', '2024-01-24'])(
    'is met late in the record, and nobody need answer for it: done on %s, due on 24 January',
    (day) => {
      const play = providedOn(day);
      expect(play.types(requirement)).toEqual(['RequirementImposed', 'RequirementLapsed', 'RequirementMetLate']);
      expect(play.types(escalation)).toEqual(['EscalationRaised', 'EscalationWithdrawn']);
      expect(play.last(escalation, 'EscalationWithdrawn')).toEqual({ because: 'done-in-time', by: `${CONTRACT}@2` });
    },
  );

  it('stands apart from what was done the day after, which resolves the escalation', () => {
    const play = providedOn('2024-01-25');
    expect(play.types(requirement)).toEqual(['RequirementImposed', 'RequirementLapsed', 'RequirementMetLate']);
    expect(play.types(escalation)).toEqual(['EscalationRaised', 'EscalationResolved']);
    expect(play.last(escalation, 'EscalationResolved')).toEqual({ because: 'met-late', by: `${CONTRACT}@2` });
  });

  it('goes by the day as it was corrected, where it was corrected before it was judged', () => {
    const story = stories.stocktake!;
    const settled = (heldOn: string, correctedTo: string) => {
      const play = begun(story).until(lastInstantOf(story.due));
      play.stop();
      play.until(londonInstant(addDays(story.due, 5), '12:00'));
      const corrects = Number(play.record(CASE, example(events.StocktakeRecorded, { heldOn })).split('@')[1]);
      play.record(CASE, example(events.StocktakeCorrected, { heldOn: correctedTo, corrects }));
      play.start();
      return play.types(story.requirement.replace('requirement-', 'escalation-')).at(-1);
    };
    expect(settled(addDays(story.due, 1), story.due)).toBe('EscalationWithdrawn');
    expect(settled(story.due, addDays(story.due, 1))).toBe('EscalationResolved');
  });

  const CASE = 'improvementCase-931~inspection';
  const TIMELINESS = 'improvementCase-931~timeliness';
  const corrections: Record<
    string,
    { done: (on: string) => DomainEvent; corrected: (to: string, corrects: number) => DomainEvent; on: string }
  > = {
    'quality-approach': {
      on: CONTRACT,
      done: (discussedOn) => example(events.QualityApproachDiscussed, { discussedOn }),
      corrected: (discussedOn, corrects) => example(events.QualityApproachCorrected, { discussedOn, corrects }),
    },
    'management-information': {
      on: CONTRACT,
      done: (providedOn) => example(events.ManagementInformationProvided, { providedOn }),
      corrected: (providedOn, corrects) => example(events.ManagementInformationCorrected, { providedOn, corrects }),
    },
    'programme-liaison': {
      on: CONTRACT,
      done: (day) => example(events.ProgrammeLiaisonRecorded, { day }),
      corrected: (day, corrects) =>
        example(events.ProgrammeLiaisonCorrected, {
          area: '887',
          previousArea: '887',
          previousProgramme: 'safety-valve',
          programme: 'safety-valve',
          day,
          corrects,
        }),
    },
    'action-plan': {
      on: CASE,
      done: (submittedOn) => example(events.ActionPlanSubmitted, { inspection: '2023', submittedOn }),
      corrected: (submittedOn, corrects) => example(events.ActionPlanSubmissionCorrected, { inspection: '2023', submittedOn, corrects }),
    },
    'deep-dive': {
      on: CASE,
      done: (heldOn) => example(events.DeepDiveRecorded, { kind: 'six-monthly', heldOn }),
      corrected: (heldOn, corrects) => example(events.DeepDiveCorrected, { kind: 'six-monthly', heldOn, corrects }),
    },
    'apa-deep-dive': {
      on: CASE,
      done: (heldOn) => example(events.DeepDiveRecorded, { kind: 'apa', deepDive: 'apa_2024_05', heldOn }),
      corrected: (heldOn, corrects) => example(events.DeepDiveCorrected, { kind: 'apa', deepDive: 'apa_2024_05', heldOn, corrects }),
    },
    stocktake: {
      on: CASE,
      done: (heldOn) => example(events.StocktakeRecorded, { heldOn }),
      corrected: (heldOn, corrects) => example(events.StocktakeCorrected, { heldOn, corrects }),
    },
    'timeliness-update': {
      on: TIMELINESS,
      done: (reportedOn) => example(events.TimelinessProgressReported, { reportedOn }),
      corrected: (reportedOn, corrects) => example(events.TimelinessProgressCorrected, { reportedOn, corrects }),
    },
  };

  it.each(Object.entries(corrections))(
    'is judged again, and by events, where the day of %s is corrected afterwards',
    (definition, { on, done, corrected }) => {
      const story = stories[definition]!;
      const ending = story.requirement.replace('requirement-', 'escalation-');
      const play = begun(story).until(londonInstant(addDays(story.due, 3), '12:00'));
      const record = play.record(on, done(addDays(story.due, 1)));
      expect(play.types(ending)).toEqual(['EscalationRaised', 'EscalationResolved']);

      const correction = play.record(on, corrected(story.due, Number(record.split('@')[1])));
      expect(play.types(story.requirement)).toEqual([
        'RequirementImposed',
        'RequirementLapsed',
        'RequirementMetLate',
        'RequirementMetLate',
      ]);
      expect(play.last(story.requirement, 'RequirementMetLate')).toMatchObject({ by: record, effectiveOn: story.due });
      expect(play.types(ending)).toEqual(['EscalationRaised', 'EscalationResolved', 'EscalationWithdrawn']);
      expect(play.last(ending, 'EscalationWithdrawn')).toEqual({ because: 'done-in-time', by: `${story.requirement}@3` });

      play.record(on, corrected(addDays(story.due, 1), Number(correction.split('@')[1])));
      expect(play.types(ending).at(-1)).toBe('EscalationResolved');
      play.rebuild();
      expect(play.outstanding()).toEqual([]);
    },
  );

  it('leaves alone what a person resolved', () => {
    const play = providedOn('2024-01-25');
    const decided = { corrects: 1, reason: 'Not yet complete' };
    play.record(escalation, events.EscalationReopened(decided));
    play.record(escalation, events.EscalationResolved({ because: 'by-decision', reason: 'Complete' }));
    play.record(CONTRACT, example(events.ManagementInformationCorrected, { providedOn: '2024-01-24', corrects: 2 }));
    expect(play.types(requirement).at(-1)).toBe('RequirementMetLate');
    expect(play.types(escalation)).toEqual(['EscalationRaised', 'EscalationResolved', 'EscalationReopened', 'EscalationResolved']);
  });
});
