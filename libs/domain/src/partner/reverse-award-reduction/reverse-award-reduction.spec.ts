import { make, specFor } from '@app/event-sourcing/testing';
import { AwardRestored } from '../../programme/programme.events';
import { programmeStream } from '../../programme/programme.stream';
import { foundAfter, grantManager as actor, programmeId, running } from '../../programme/programme.testing';
import { AwardReduced, AwardReductionReversed } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { award, engaged, engagedAtDiscretion, partnerId as id, programme } from '../partner.testing';
import { ReverseAwardReduction, reverseAwardReduction } from './reverse-award-reduction.command';

const reducedTo = (pence: number, releasedPence: number) =>
  AwardReduced({ award, pence, releasedPence, reducedOn: '2022-05-01', reason: 'Less is needed' });
const reduced = reducedTo(10_000_000, 2_000_000);
const restoredFor = (reduction: number) =>
  foundAfter(
    programmeStream,
    programmeId,
    ...running,
    AwardRestored({
      award,
      grant: id,
      reduction,
      restoredPence: 0,
      boundPence: 12_000_000,
      judgedBy: `partner-${id}@${reduction}`,
      reason: 'Wrong',
    }),
  );
const facts = { now: '2022-05-03', actor, id, found: { programme: restoredFor(1) } as { programme?: typeof programme } };
const given = specFor(partnerStream, reverseAwardReduction, facts);
const command = (change: object = {}) => make(ReverseAwardReduction, { award, corrects: 1, reason: 'Of another award', ...change });
const reversed = AwardReductionReversed({
  award,
  pence: 12_000_000,
  restoredPence: 2_000_000,
  reducedOn: '2022-05-01',
  corrects: 1,
  reason: 'Of another award',
});

describe('taking back a reduction of an award (G2, G21)', () => {
  it('gives what the award was before, once', () => {
    given(engaged, reduced).when(command()).then(reversed);
    given(engaged, reduced, reversed).when(command()).thenRefused('reduction-unknown', 'corrects');
  });
  it('waits until the programme binds the money again', () => {
    given(engaged, reduced).when(command(), { found: { programme } }).thenRefused('award-not-restored', 'award');
    given(engaged, reduced, reducedTo(9_000_000, 1_000_000))
      .when(command({ corrects: 2 }))
      .thenRefused('award-not-restored', 'award');
  });
  it('takes the latest reduction, and after it the one before', () => {
    const second = reducedTo(9_000_000, 1_000_000);
    given(engaged, reduced, second).when(command()).thenRefused('reduction-unknown', 'corrects');
    const first = AwardReductionReversed({ ...reversed.data, pence: 10_000_000, restoredPence: 1_000_000, corrects: 2 });
    given(engaged, reduced, second)
      .when(command({ corrects: 2 }), { found: { programme: restoredFor(2) } })
      .then(first);
    given(engaged, reduced, second, first).when(command()).then(reversed);
  });
  it('needs no programme for the other money of an engagement at discretion (G19)', () => {
    const engagement = '887~project_5369~urgent';
    const less = AwardReduced({ award: engagement, pence: 400_000, releasedPence: 100_000, reducedOn: '2022-05-03', reason: 'Less' });
    given(engagedAtDiscretion, less)
      .when(command({ award: engagement }), { id: engagement, found: { programme } })
      .then(
        AwardReductionReversed({
          ...reversed.data,
          award: engagement,
          pence: 500_000,
          restoredPence: 100_000,
          reducedOn: '2022-05-03',
        }),
      );
  });
  it('is of an award that the partner holds', () => {
    given(engaged)
      .when(command({ award: 'another' }))
      .thenRefused('award-not-held', 'award');
    given(engaged).when(command()).thenRefused('reduction-unknown', 'corrects');
    given().when(command()).thenRefused('partner-not-engaged');
  });
});
