import { make, specFor } from '@app/event-sourcing/testing';
import { deputyDirector as actor } from '../../programme/programme.testing';
import { GrantEnded, TerminationReversed } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { breached, engaged, partnerId as id, terminated } from '../partner.testing';
import { ReverseTermination, reverseTermination } from './reverse-termination.command';

const given = specFor(partnerStream, reverseTermination, { now: '2022-06-22', actor, id });
const command = make(ReverseTermination, { reason: 'Wrong local area' });

describe('taking back a termination (G17)', () => {
  it('names what it corrects', () =>
    given(engaged, breached, terminated)
      .when(command)
      .then(TerminationReversed({ corrects: 2, reason: 'Wrong local area' })));
  it('is refused where nothing is terminated, or the grant has ended', () => {
    given(engaged, breached).when(command).thenRefused('work-not-terminated');
    given(engaged, breached, terminated, GrantEnded({ area: '851', endedOn: '2022-06-21', reason: 'Wound up' }))
      .when(command)
      .thenRefused('grant-ended');
  });
});
