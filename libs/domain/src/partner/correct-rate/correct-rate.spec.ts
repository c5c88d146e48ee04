import { make, specFor } from '@app/event-sourcing/testing';
import { grantManager as actor } from '../../programme/programme.testing';
import { ClaimRejected, CostsClaimed, RateAgreed, RateCorrected } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { award, engaged, hours, partnerId as id, rate } from '../partner.testing';
import { CorrectRate, correctRate } from './correct-rate.command';

const given = specFor(partnerStream, correctRate, { now: '2022-03-20', actor, id });
const body = { person: 'director-1', grade: 'executive' as const, pence: 70_000, from: '2022-01-01', reason: 'Agreed at £700' };
const command = (change: object = {}) => make(CorrectRate, { ...body, ...change });
const corrected = (change: object = {}) => RateCorrected({ ...body, ...change, corrects: 1 });
const claimed = CostsClaimed({
  claim: 'march',
  award,
  dayCostsPence: 75_000,
  overheadsPence: 0,
  totalPence: 75_000,
  claimedOn: '2022-03-15',
  lines: [{ person: 'director-1', ratePence: 75_000, days: ['2022-03-01'] }],
  overheads: [],
});

describe('correcting a day rate (G8)', () => {
  it('names what it corrects', () => given(engaged, rate).when(command()).then(corrected()));
  it('is nothing when it is agreed so', () =>
    given(engaged, rate)
      .when(command({ pence: 80_000 }))
      .thenNothing());
  it('cannot fall below what is claimed for days of that rate, to the penny', () => {
    given(engaged, rate, hours('2022-03-01'), claimed)
      .when(command({ pence: 74_999 }))
      .thenRefused('rate-below-claimed', 'pence');
    given(engaged, rate, hours('2022-03-01'), claimed)
      .when(command({ pence: 75_000 }))
      .then(corrected({ pence: 75_000 }));
    given(engaged, rate, hours('2022-03-01'), claimed, ClaimRejected({ claim: 'march', reason: 'Not agreed' }))
      .when(command())
      .then(corrected());
    const later = RateAgreed({ ...rate.data, from: '2022-02-15' });
    given(engaged, rate, later, hours('2022-03-01'), claimed).when(command()).then(corrected());
  });
  it('stays within the maximum, and is of a rate on record', () => {
    given(engaged, rate)
      .when(command({ pence: 80_001 }))
      .thenRefused('rate-over-maximum', 'pence');
    given(engaged, rate)
      .when(command({ from: '2022-01-02' }))
      .thenRefused('rate-unknown', 'from');
  });
});
