import { make, specFor } from '@app/event-sourcing/testing';
import { ActionPlanSubmitted, ActionPlanWithdrawn } from '../improvement-case.events';
import { accepted, caseLead, opened, returned, submitted } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { WithdrawActionPlan, withdrawActionPlan } from './withdraw-action-plan.command';

const given = specFor(caseStream, withdrawActionPlan, { now: '2023-12-01', actor: caseLead, id: '931~inspection' });
const command = (corrects: number) => make(WithdrawActionPlan, { inspection: '2023_07', corrects, reason: 'It was a draft' });
const withdrawn = (corrects: number, submittedOn: string) =>
  ActionPlanWithdrawn({ area: '931', inspection: '2023_07', submittedOn, corrects, reason: 'It was a draft' });

describe('withdrawing a plan (J3)', () => {
  it('takes the latest submission back, the first one or one after a return', () => {
    given(opened, submitted).when(command(1)).then(withdrawn(1, '2023-10-24'));
    const again = ActionPlanSubmitted({ ...submitted.data, submittedOn: '2023-11-20', again: true });
    given(opened, submitted, returned, again).when(command(3)).then(withdrawn(3, '2023-11-20'));
  });
  it('is refused of what is not the latest, or no submission', () => {
    given(opened, submitted, accepted).when(command(1)).thenRefused('plan-record-not-latest', 'corrects');
    given(opened, submitted, accepted).when(command(2)).thenRefused('plan-record-not-submission', 'corrects');
    given(opened, submitted, withdrawn(1, '2023-10-24')).when(command(1)).thenRefused('plan-record-not-latest', 'corrects');
    given().when(command(1)).thenRefused('case-not-opened');
  });
});
