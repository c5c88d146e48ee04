import { make, specFor } from '@app/event-sourcing/testing';
import { OutcomeAchieved } from '../improvement-case.events';
import { apa, caseLead, opened } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { AchieveOutcome, achieveOutcome } from './achieve-outcome.command';

const given = specFor(caseStream, achieveOutcome, { now: '2025-01-10', actor: caseLead, id: '931~inspection' });
const body = { outcome: 'apa_1', achievedOn: '2025-01-10', reason: 'Its measures say so' };
const command = (change: Partial<AchieveOutcome> = {}) => make(AchieveOutcome, { ...body, ...change });
const achieved = OutcomeAchieved({ ...body, area: '931', kind: 'apa' });

describe('achieving an outcome (A5)', () => {
  it('is recorded with a reason and the kind of outcome', () => given(opened, apa).when(command()).then(achieved));
  it('is done once', () => {
    given(opened, apa, achieved).when(command()).thenNothing();
    given(opened, apa, achieved)
      .when(command({ achievedOn: '2025-01-09' }))
      .thenRefused('outcome-ended', 'outcome');
  });
  it('is refused of an unknown outcome, before it was agreed, and ahead of time', () => {
    given(opened).when(command()).thenRefused('outcome-unknown', 'outcome');
    given(opened, apa)
      .when(command({ achievedOn: '2023-10-11' }))
      .thenRefused('outcome-ended-before-agreed', 'achievedOn');
    given(opened, apa)
      .when(command({ achievedOn: '2023-10-12' }))
      .then(OutcomeAchieved({ ...achieved.data, achievedOn: '2023-10-12' }));
    given(opened, apa)
      .when(command({ achievedOn: '2025-01-11' }))
      .thenRefused('case-day-in-future', 'achievedOn');
    given().when(command()).thenRefused('case-not-opened');
  });
});
