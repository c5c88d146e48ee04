import { make, specFor } from '@app/event-sourcing/testing';
import { OutcomeAchieved, OutcomeReworded } from '../improvement-case.events';
import { apa, caseLead, opened } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { RewordOutcome, rewordOutcome } from './reword-outcome.command';

const given = specFor(caseStream, rewordOutcome, { now: '2024-01-10', actor: caseLead, id: '931~inspection' });
const body = { outcome: 'apa_1', words: 'Other words', measures: ['Another measure'], reason: 'As published' };
const command = (change: Partial<RewordOutcome> = {}) => make(RewordOutcome, { ...body, ...change });

describe('rewording an outcome (A1)', () => {
  it('puts words and measures otherwise, with a reason', () =>
    given(opened, apa)
      .when(command())
      .then(OutcomeReworded({ ...body, area: '931', kind: 'apa' })));
  it('changes nothing where it reads so already', () =>
    given(opened, apa)
      .when(command({ words: apa.data.words, measures: apa.data.measures }))
      .thenNothing());
  it('is refused of an unknown outcome, and of one that ended', () => {
    given(opened).when(command()).thenRefused('outcome-unknown', 'outcome');
    const achieved = OutcomeAchieved({ area: '931', outcome: 'apa_1', kind: 'apa', achievedOn: '2024-01-01', reason: 'Seen' });
    given(opened, apa, achieved).when(command()).thenRefused('outcome-ended', 'outcome');
    given().when(command()).thenRefused('case-not-opened');
  });
});
