import { make, specFor } from '@app/event-sourcing/testing';
import { EligibilityConfirmationWithdrawn, EligibilityConfirmed } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { contact as actor, engaged, partnerId as id } from '../partner.testing';
import { WithdrawEligibilityConfirmation, withdrawEligibilityConfirmation } from './withdraw-eligibility-confirmation.command';

const given = specFor(partnerStream, withdrawEligibilityConfirmation, { now: '2022-12-20', actor, id });
const body = { yearFrom: '2021-12-15', reason: 'A rating was overlooked' };
const command = make(WithdrawEligibilityConfirmation, body);
const confirmed = EligibilityConfirmed({
  yearFrom: '2021-12-15',
  confirmedOn: '2022-12-01',
  requirements: ['G12'],
  statement: 'As before',
});

describe('taking back a yearly confirmation (G16)', () => {
  it('names what it corrects', () =>
    given(engaged, confirmed)
      .when(command)
      .then(EligibilityConfirmationWithdrawn({ ...body, corrects: 1 })));
  it('is refused where none is on record', () => {
    given(engaged).when(command).thenRefused('confirmation-unknown', 'yearFrom');
    given(engaged, confirmed, EligibilityConfirmationWithdrawn({ ...body, corrects: 1 }))
      .when(command)
      .thenRefused('confirmation-unknown');
  });
});
