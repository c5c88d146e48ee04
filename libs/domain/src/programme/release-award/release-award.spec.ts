import { make, specFor } from '@app/event-sourcing/testing';
import { AwardReduced } from '../../partner/partner.events';
import { partnerStream } from '../../partner/partner.stream';
import { engaged, partnerId } from '../../partner/partner.testing';
import { AwardReleased } from '../programme.events';
import { programmeStream } from '../programme.stream';
import { awarded, foundAfter, grantBody, grantManager as actor, opened, programmeId as id, running } from '../programme.testing';
import { ReleaseAward, releaseAward } from './release-award.command';

const { award } = grantBody;
const reduced = AwardReduced({ award, pence: 10_000_000, releasedPence: 2_000_000, reducedOn: '2022-05-01', reason: 'Less is needed' });
const partner = foundAfter(partnerStream, partnerId, engaged, reduced);
const given = specFor(programmeStream, releaseAward, { now: '2022-05-02', actor, id, found: { partner } as { partner?: typeof partner } });
const command = make(ReleaseAward, { award });
const released = AwardReleased({ award, releasedPence: 2_000_000, remainingPence: 10_000_000, judgedBy: 'partner-851~project_5369@1' });

describe('setting the money of a reduced award free (G2, G21)', () => {
  it('reads what comes free from the partner’s record', () =>
    given(...running)
      .when(command)
      .then(released));
  it('is nothing where nothing was reduced, or it is free already', () => {
    given(...running)
      .when(command, { found: { partner: foundAfter(partnerStream, partnerId, engaged) } })
      .thenNothing();
    given(...running, released)
      .when(command)
      .thenNothing();
    given(...running)
      .when(command, { found: {} })
      .thenNothing();
    given(...running)
      .when(command, { found: { partner: foundAfter(partnerStream, partnerId) } })
      .thenNothing();
  });
  it('is nothing for the other money of an engagement at discretion (G19)', () =>
    given(opened)
      .when(make(ReleaseAward, { award: '887~project_5369~summer' }), { found: {} })
      .thenNothing());
  it('is of an accepted award', () => {
    given(opened, awarded()).when(command).thenRefused('award-not-accepted', 'award');
    given(opened).when(command, { found: {} }).thenRefused('award-unknown', 'award');
  });
});
