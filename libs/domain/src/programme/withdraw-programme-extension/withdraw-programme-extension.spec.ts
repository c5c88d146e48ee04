import { make, specFor } from '@app/event-sourcing/testing';
import { AwardDeclined, FurtherFundingWithdrawn, ProgrammeClosed, ProgrammeExtensionWithdrawn } from '../programme.events';
import { programmeStream } from '../programme.stream';
import { awarded, delivered, deputyDirector as actor, extended, furtherFunding, programmeId as id, running } from '../programme.testing';
import { WithdrawFurtherFunding, withdrawFurtherFunding } from '../withdraw-further-funding/withdraw-further-funding.command';
import { WithdrawProgrammeExtension, withdrawProgrammeExtension } from './withdraw-programme-extension.command';

const facts = { now: '2023-03-01', actor, id };
const given = specFor(programmeStream, withdrawProgrammeExtension, facts);
const command = make(WithdrawProgrammeExtension, { reason: 'Of another programme' });
const history = [...running, delivered, furtherFunding, extended];
const withdrawn = ProgrammeExtensionWithdrawn({
  from: '2023-04-01',
  until: '2024-03-31',
  extendedOn: '2023-02-10',
  corrects: 5,
  reason: 'Of another programme',
});
const further = awarded({ award: 'second_award', period: 'extension', awardedOn: '2023-02-15' });

describe('taking back an extension of the programme (G3)', () => {
  it('names what it corrects, once', () => {
    given(...history)
      .when(command)
      .then(withdrawn);
    given(...history, withdrawn)
      .when(command)
      .thenRefused('programme-not-extended');
  });
  it('is refused as long as an award stands for the further year', () => {
    given(...history, further)
      .when(command)
      .thenRefused('extension-awarded');
    const declined = AwardDeclined({ award: 'second_award', declinedOn: '2023-02-20', reason: 'No capacity', releasedPence: 12_000_000 });
    given(...history, further, declined)
      .when(command)
      .then(withdrawn);
  });
  it('lets the approval of the funding be taken back after it', () =>
    specFor(
      programmeStream,
      withdrawFurtherFunding,
      facts,
    )(...history, withdrawn)
      .when(make(WithdrawFurtherFunding, { reason: 'Recorded too early' }))
      .then(FurtherFundingWithdrawn({ corrects: 4, reason: 'Recorded too early' })));
  it('is of an open programme', () => {
    given().when(command).thenRefused('programme-not-open');
    given(...history, ProgrammeClosed({ closedOn: '2023-03-01', reason: 'Done' }))
      .when(command)
      .thenRefused('programme-not-open');
  });
});
