import { make, specFor } from '@app/event-sourcing/testing';
import { DeepDiveScheduled } from '../improvement-case.events';
import { afi, apa, caseLead, opened, openedForTimeliness, overall, recordedDive, scheduled } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { ScheduleDeepDive, scheduleDeepDive } from './schedule-deep-dive.command';

const given = specFor(caseStream, scheduleDeepDive, { now: '2024-03-28', actor: caseLead, id: '931~inspection' });
const { area: _area, ...body } = scheduled.data;
const command = (change: Partial<ScheduleDeepDive> = {}) => make(ScheduleDeepDive, { ...body, ...change });

describe('scheduling an APA deep dive (J4)', () => {
  it('names the area of priority action and the day', () => given(opened, apa).when(command()).then(scheduled));
  it('is done once under an id', () => {
    given(opened, apa, scheduled).when(command()).thenNothing();
    given(opened, apa, scheduled)
      .when(command({ scheduledFor: '2024-05-15' }))
      .thenRefused('deep-dive-already-scheduled', 'deepDive');
    given(opened, overall, apa, afi, recordedDive())
      .when(command({ deepDive: 'd1' }))
      .thenRefused('deep-dive-already-scheduled', 'deepDive');
  });
  it('is refused on an area for improvement, or an unknown outcome', () => {
    given(opened, afi)
      .when(command({ outcome: 'afi_6' }))
      .thenRefused('deep-dive-not-apa', 'outcome');
    given(opened).when(command()).thenRefused('outcome-unknown', 'outcome');
  });
  it('is refused before the case, and in a case because of timeliness (A3)', () => {
    given(opened, apa)
      .when(command({ scheduledFor: '2023-09-14' }))
      .thenRefused('case-day-before-opening', 'scheduledFor');
    given(opened, apa)
      .when(command({ scheduledFor: '2023-09-15' }))
      .then(DeepDiveScheduled({ ...scheduled.data, scheduledFor: '2023-09-15' }));
    given(openedForTimeliness).when(command()).thenRefused('deep-dive-not-here');
    given().when(command()).thenRefused('case-not-opened');
  });
});
