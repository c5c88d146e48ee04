import { make, specFor } from '@app/event-sourcing/testing';
import { OutcomeAchieved, OutcomeReinstated, OutcomeWithdrawn } from '../improvement-case.events';
import { agreed, apa, caseLead, opened, overall } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { ReinstateOutcome, reinstateOutcome } from './reinstate-outcome.command';

const given = specFor(caseStream, reinstateOutcome, { now: '2025-01-10', actor: caseLead, id: '931~inspection' });
const achieved = OutcomeAchieved({ area: '931', outcome: 'apa_1', kind: 'apa', achievedOn: '2025-01-10', reason: 'Seen' });
const command = (corrects: number, outcome = 'apa_1') => make(ReinstateOutcome, { outcome, corrects, reason: 'Another one was meant' });
const reinstated = OutcomeReinstated({
  area: '931',
  outcome: 'apa_1',
  kind: 'apa',
  endedOn: '2025-01-10',
  corrects: 2,
  reason: 'Another one was meant',
});

describe('reinstating an outcome (A1)', () => {
  it('takes its end back', () => given(opened, apa, achieved).when(command(2)).then(reinstated));
  it('is refused of what is not its end', () => {
    given(opened, apa, achieved).when(command(1)).thenRefused('outcome-not-ended', 'corrects');
    given(opened, apa, achieved, reinstated).when(command(2)).thenRefused('outcome-not-ended', 'corrects');
    given(opened).when(command(2)).thenRefused('outcome-unknown', 'outcome');
    given().when(command(2)).thenRefused('case-not-opened');
  });
  it('is refused of an overall outcome where another has taken its place (A2)', () => {
    const withdrawn = OutcomeWithdrawn({ area: '931', outcome: 'overall', kind: 'overall', withdrawnOn: '2024-01-10', reason: 'Reworked' });
    given(opened, overall, withdrawn, agreed('other', 'overall'))
      .when(command(2, 'overall'))
      .thenRefused('overall-outcome-already-agreed', 'outcome');
  });
});
