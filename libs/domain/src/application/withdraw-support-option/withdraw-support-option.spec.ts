import { make, specFor } from '@app/event-sourcing/testing';
import { SupportOptionWithdrawn } from '../application.events';
import { applicationStream } from '../application.stream';
import { applicantContact as actor, complete, offered, started, strength, submitted } from '../application.testing';
import { WithdrawSupportOption, withdrawSupportOption } from './withdraw-support-option.command';

const given = specFor(applicationStream, withdrawSupportOption, { now: '2021-10-01', actor });
const body = { option: 'strategic-planning-and-leadership', reason: 'No capacity' };
const command = make(WithdrawSupportOption, body);

describe('withdrawing an offer of support (G6)', () => {
  it('is recorded, once', () => {
    given(started, strength, offered).when(command).then(SupportOptionWithdrawn(body));
    given(started, strength, offered, SupportOptionWithdrawn(body)).when(command).thenNothing();
  });
  it('is refused once the bid is submitted', () =>
    given(...complete, submitted)
      .when(command)
      .thenRefused('application-not-draft'));
});
