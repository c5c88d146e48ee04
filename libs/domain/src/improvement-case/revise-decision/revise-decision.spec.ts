import { make, specFor } from '@app/event-sourcing/testing';
import { recommendationKey } from '../../contract/contract.state';
import { DecisionRevised, ProgressDecided } from '../improvement-case.events';
import { contractFound, opened, review, teamLeader } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { ReviseDecision, reviseDecision } from './revise-decision.command';

const recommended = contractFound({ [recommendationKey('r1', '931')]: { by: ['u-5'], revision: 9 } });
const given = specFor(caseStream, reviseDecision, {
  now: '2024-08-01',
  actor: teamLeader,
  id: '931~inspection',
  found: { contract: recommended },
});
const decided = ProgressDecided({
  area: '931',
  review: 'r1',
  progress: 'not-sufficient',
  decidedOn: '2024-07-01',
  contract: 'CON_22889',
  recommendation: 'contract-CON_22889@9',
  reason: 'The pace is too slow',
});
const body = { review: 'r1', progress: 'sufficient' as const, decidedOn: '2024-08-01', corrects: 2, reason: 'New evidence' };
const command = (change: Partial<ReviseDecision> = {}) => make(ReviseDecision, { ...body, ...change });
const revised = DecisionRevised({ ...body, area: '931', contract: 'CON_22889', recommendation: 'contract-CON_22889@9' });

describe('revising a decision on progress (J8, C17)', () => {
  it('takes the place of the one that stands, which stays on record', () => given(opened, review, decided).when(command()).then(revised));
  it('changes nothing where it was decided so', () =>
    given(opened, review, decided)
      .when(command({ progress: 'not-sufficient', decidedOn: '2024-07-01' }))
      .thenNothing());
  it('is refused to the person who recommended', () =>
    given(opened, review, decided)
      .when(command(), { actor: { ...teamLeader, who: 'u-5' } })
      .thenRefused('decision-by-recommender'));
  it('is refused of what is not the decision that stands, before the review, and ahead of time', () => {
    given(opened, review, decided)
      .when(command({ corrects: 1 }))
      .thenRefused('decision-not-standing', 'corrects');
    given(opened, review, decided, revised).when(command()).thenRefused('decision-not-standing', 'corrects');
    given(opened, review).when(command()).thenRefused('decision-not-standing', 'corrects');
    given(opened).when(command()).thenRefused('review-unknown', 'review');
    given(opened, review, decided)
      .when(command({ decidedOn: '2024-06-23' }))
      .thenRefused('decision-before-review', 'decidedOn');
    given(opened, review, decided)
      .when(command({ decidedOn: '2024-08-02' }))
      .thenRefused('case-day-in-future', 'decidedOn');
    given().when(command()).thenRefused('case-not-opened');
  });
});
