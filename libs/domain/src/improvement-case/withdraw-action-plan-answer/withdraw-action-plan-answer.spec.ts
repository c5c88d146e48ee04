import { make, specFor } from '@app/event-sourcing/testing';
import { ActionPlanAnswerWithdrawn, ActionPlanPublished } from '../improvement-case.events';
import { accepted, caseLead, opened, returned, submitted } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { WithdrawActionPlanAnswer, withdrawActionPlanAnswer } from './withdraw-action-plan-answer.command';

const given = specFor(caseStream, withdrawActionPlanAnswer, { now: '2023-12-20', actor: caseLead, id: '931~inspection' });
const command = (corrects: number) => make(WithdrawActionPlanAnswer, { inspection: '2023_07', corrects, reason: 'Of another area' });
const withdrawn = (answer: 'accepted' | 'returned' | 'published', corrects: number, effectiveOn: string) =>
  ActionPlanAnswerWithdrawn({ area: '931', inspection: '2023_07', answer, effectiveOn, corrects, reason: 'Of another area' });
const published = ActionPlanPublished({
  area: '931',
  inspection: '2023_07',
  publishedOn: '2023-12-18',
  source: { publisher: 'Council', title: 'Priority action plan' },
});

describe('withdrawing an answer to a plan (J3)', () => {
  it('takes back an acceptance, a return or a publication', () => {
    given(opened, submitted, accepted)
      .when(command(2))
      .then(withdrawn('accepted', 2, '2023-12-12'));
    given(opened, submitted, returned)
      .when(command(2))
      .then(withdrawn('returned', 2, '2023-11-10'));
    given(opened, submitted, accepted, published)
      .when(command(3))
      .then(withdrawn('published', 3, '2023-12-18'));
  });
  it('is refused of what is not the latest, or a submission', () => {
    given(opened, submitted, accepted, published).when(command(2)).thenRefused('plan-record-not-latest', 'corrects');
    given(opened, submitted).when(command(1)).thenRefused('plan-record-not-latest', 'corrects');
    given().when(command(1)).thenRefused('case-not-opened');
  });
});
