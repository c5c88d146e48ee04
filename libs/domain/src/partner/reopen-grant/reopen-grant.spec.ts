import { make, specFor } from '@app/event-sourcing/testing';
import { grantManager as actor } from '../../programme/programme.testing';
import { GrantEnded, GrantReopened } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { engaged, partnerId as id } from '../partner.testing';
import { ReopenGrant, reopenGrant } from './reopen-grant.command';

const given = specFor(partnerStream, reopenGrant, { now: '2023-04-05', actor, id });
const command = make(ReopenGrant, { reason: 'Wrong partner' });

describe('taking back an end of the grant (G2)', () => {
  it('names what it corrects', () =>
    given(engaged, GrantEnded({ area: '851', endedOn: '2023-03-31', reason: 'The period is over' }))
      .when(command)
      .then(GrantReopened({ corrects: 1, reason: 'Wrong partner' })));
  it('is refused while the grant lives', () => {
    given(engaged).when(command).thenRefused('grant-not-ended');
    given().when(command).thenRefused('partner-not-engaged');
  });
});
