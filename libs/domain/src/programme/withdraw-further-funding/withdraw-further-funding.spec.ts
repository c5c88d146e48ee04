import { make, specFor } from '@app/event-sourcing/testing';
import { FurtherFundingWithdrawn } from '../programme.events';
import { programmeStream } from '../programme.stream';
import { delivered, deputyDirector as actor, extended, furtherFunding, opened, programmeId as id, running } from '../programme.testing';
import { WithdrawFurtherFunding, withdrawFurtherFunding } from './withdraw-further-funding.command';

const given = specFor(programmeStream, withdrawFurtherFunding, { now: '2023-03-01', actor, id });
const command = make(WithdrawFurtherFunding, { reason: 'Recorded too early' });
const withdrawn = FurtherFundingWithdrawn({ corrects: 1, reason: 'Recorded too early' });

describe('taking back an approval of further funding (G3)', () => {
  it('names what it corrects, once', () => {
    given(opened, furtherFunding).when(command).then(withdrawn);
    given(opened, furtherFunding, withdrawn).when(command).thenNothing();
  });
  it('is refused once the programme is extended on it', () =>
    given(...running, delivered, furtherFunding, extended)
      .when(command)
      .thenRefused('programme-already-extended'));
  it('is refused where no programme is open', () => given().when(command).thenRefused('programme-not-open'));
});
