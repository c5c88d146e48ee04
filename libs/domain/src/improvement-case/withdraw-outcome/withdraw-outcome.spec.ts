import { make, specFor } from '@app/event-sourcing/testing';
import { OutcomeWithdrawn } from '../improvement-case.events';
import { apa, caseLead, opened } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { WithdrawOutcome, withdrawOutcome } from './withdraw-outcome.command';

const given = specFor(caseStream, withdrawOutcome, { now: '2025-01-10', actor: caseLead, id: '931~inspection' });
const body = { outcome: 'apa_1', withdrawnOn: '2025-01-10', reason: 'Its measures say so' };
const command = (change: Partial<WithdrawOutcome> = {}) => make(WithdrawOutcome, { ...body, ...change });
const withdrawn = OutcomeWithdrawn({ ...body, area: '931', kind: 'apa' });

describe('withdrawing an outcome (A1, reading 27)', () => {
  it('is recorded with a reason and the kind of outcome', () => given(opened, apa).when(command()).then(withdrawn));
  it('is done once', () => {
    given(opened, apa, withdrawn).when(command()).thenNothing();
    given(opened, apa, withdrawn)
      .when(command({ withdrawnOn: '2025-01-09' }))
      .thenRefused('outcome-ended', 'outcome');
  });
  it('is refused of an unknown outcome, before it was agreed, and ahead of time', () => {
    given(opened).when(command()).thenRefused('outcome-unknown', 'outcome');
    given(opened, apa)
      .when(command({ withdrawnOn: '2023-10-11' }))
      .thenRefused('outcome-ended-before-agreed', 'withdrawnOn');
    given(opened, apa)
      .when(command({ withdrawnOn: '2023-10-12' }))
      .then(OutcomeWithdrawn({ ...withdrawn.data, withdrawnOn: '2023-10-12' }));
    given(opened, apa)
      .when(command({ withdrawnOn: '2025-01-11' }))
      .thenRefused('case-day-in-future', 'withdrawnOn');
    given().when(command()).thenRefused('case-not-opened');
  });
});
