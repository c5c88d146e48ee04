import { make, specFor } from '@app/event-sourcing/testing';
import { grantManager as actor } from '../../programme/programme.testing';
import { ExcellenceDoubted, ExcellenceDoubtWithdrawn } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { engaged, partnerId as id } from '../partner.testing';
import { WithdrawDoubt, withdrawDoubt } from './withdraw-doubt.command';

const given = specFor(partnerStream, withdrawDoubt, { now: '2022-05-12', actor, id });
const command = make(WithdrawDoubt, { reason: 'A misunderstanding' });

describe('withdrawing a doubt (G22)', () => {
  it('names the doubt that it withdraws', () =>
    given(engaged, ExcellenceDoubted({ area: '851', doubtedOn: '2022-05-10', reason: 'Leaders have left' }))
      .when(command)
      .then(ExcellenceDoubtWithdrawn({ area: '851', corrects: 1, reason: 'A misunderstanding' })));
  it('is refused where none is open', () => given(engaged).when(command).thenRefused('doubt-unknown', 'area'));
});
