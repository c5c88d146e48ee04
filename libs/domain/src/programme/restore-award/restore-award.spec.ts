import { make, specFor } from '@app/event-sourcing/testing';
import { AwardReduced } from '../../partner/partner.events';
import { partnerStream } from '../../partner/partner.stream';
import { engaged, partnerId } from '../../partner/partner.testing';
import { AwardReleased, AwardRestored } from '../programme.events';
import { programmeStream } from '../programme.stream';
import { awarded, foundAfter, grantBody, grantManager as actor, opened, programmeId as id, running } from '../programme.testing';
import { ReleaseAward, releaseAward } from '../release-award/release-award.command';
import { RestoreAward, restoreAward } from './restore-award.command';

const { award } = grantBody;
const reduced = AwardReduced({ award, pence: 10_000_000, releasedPence: 2_000_000, reducedOn: '2022-05-01', reason: 'Less is needed' });
const further = AwardReduced({ award, pence: 9_000_000, releasedPence: 1_000_000, reducedOn: '2022-05-02', reason: 'Still less' });
const partner = foundAfter(partnerStream, partnerId, engaged, reduced);
const facts = { now: '2022-05-03', actor, id, found: { partner } as { partner?: typeof partner } };
const given = specFor(programmeStream, restoreAward, facts);
const command = (change: object = {}) => make(RestoreAward, { award, reduction: 1, reason: 'Of another award', ...change });
const released = AwardReleased({ award, releasedPence: 2_000_000, remainingPence: 10_000_000, judgedBy: 'partner-851~project_5369@1' });
const restored = AwardRestored({
  award,
  grant: partnerId,
  reduction: 1,
  restoredPence: 2_000_000,
  boundPence: 12_000_000,
  judgedBy: 'partner-851~project_5369@1',
  reason: 'Of another award',
});
const others = (pence: number) => awarded({ award: 'other_award', partner: '850', pence });

describe('binding the money of a reduced award again (G2, G21)', () => {
  it('takes what the award was before the reduction, once', () => {
    given(...running, released)
      .when(command())
      .then(restored);
    given(...running, released, restored)
      .when(command())
      .thenNothing();
  });
  it('binds nothing more where nothing had come free yet', () =>
    given(...running)
      .when(command())
      .then(AwardRestored({ ...restored.data, restoredPence: 0 })));
  it('keeps what an earlier reduction has not set free yet', () =>
    given(...running)
      .when(command({ reduction: 2 }), { found: { partner: foundAfter(partnerStream, partnerId, engaged, reduced, further) } })
      .then(AwardRestored({ ...restored.data, reduction: 2, restoredPence: 0, judgedBy: 'partner-851~project_5369@2' })));
  it('finds room within the maximum, to the penny', () => {
    given(...running, released, others(39_800_000))
      .when(command())
      .then(restored);
    given(...running, released, others(39_800_001))
      .when(command())
      .thenRefused('award-over-maximum', 'pence');
  });
  it('is of the latest reduction on the partner’s record', () => {
    given(...running, released)
      .when(command(), { found: { partner: foundAfter(partnerStream, partnerId, engaged, reduced, further) } })
      .thenRefused('award-reduction-unknown', 'reduction');
    given(...running, released)
      .when(command({ reduction: 2 }), { found: { partner: foundAfter(partnerStream, partnerId, engaged, reduced, further) } })
      .then(
        AwardRestored({ ...restored.data, reduction: 2, restoredPence: 0, boundPence: 10_000_000, judgedBy: 'partner-851~project_5369@2' }),
      );
    given(...running)
      .when(command(), { found: { partner: foundAfter(partnerStream, partnerId, engaged) } })
      .thenRefused('award-reduction-unknown', 'reduction');
    given(...running)
      .when(command(), { found: {} })
      .thenRefused('award-reduction-unknown', 'reduction');
    given(opened).when(command(), { found: {} }).thenRefused('award-unknown', 'award');
    given(opened, awarded()).when(command()).thenRefused('award-not-accepted', 'award');
  });
  it('sets nothing free again before the partner’s record follows, but another reduction does', () => {
    const release = specFor(programmeStream, releaseAward, facts);
    const again = make(ReleaseAward, { award });
    release(...running, released, restored)
      .when(again)
      .thenNothing();
    release(...running, released, restored)
      .when(again, { found: { partner: foundAfter(partnerStream, partnerId, engaged, reduced, further) } })
      .then(AwardReleased({ award, releasedPence: 3_000_000, remainingPence: 9_000_000, judgedBy: 'partner-851~project_5369@2' }));
  });
});
