import { make, specFor } from '@app/event-sourcing/testing';
import { DeepDiveCancelled, DeepDiveRescheduled } from '../improvement-case.events';
import { apa, caseLead, opened, scheduled } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { RescheduleDeepDive, rescheduleDeepDive } from './reschedule-deep-dive.command';

const given = specFor(caseStream, rescheduleDeepDive, { now: '2024-05-10', actor: caseLead, id: '931~inspection' });
const body = { deepDive: 'd2', scheduledFor: '2024-06-04', reason: 'Inspectors on site' };
const command = (change: Partial<RescheduleDeepDive> = {}) => make(RescheduleDeepDive, { ...body, ...change });

describe('rescheduling an APA deep dive (J4)', () => {
  it('gives it another day, with a reason', () =>
    given(opened, apa, scheduled)
      .when(command())
      .then(DeepDiveRescheduled({ ...body, area: '931', outcome: 'apa_1', previouslyFor: '2024-05-14' })));
  it('changes nothing where that is its day', () =>
    given(opened, apa, scheduled)
      .when(command({ scheduledFor: '2024-05-14' }))
      .thenNothing());
  it('is refused of one that is not outstanding, and before the case', () => {
    given(opened, apa).when(command()).thenRefused('deep-dive-not-scheduled', 'deepDive');
    given(opened, apa, scheduled, DeepDiveCancelled({ ...scheduled.data, reason: 'No' }))
      .when(command())
      .thenRefused('deep-dive-not-scheduled', 'deepDive');
    given(opened, apa, scheduled)
      .when(command({ scheduledFor: '2023-09-14' }))
      .thenRefused('case-day-before-opening', 'scheduledFor');
    given().when(command()).thenRefused('case-not-opened');
  });
});
