import { make, specFor } from '@app/event-sourcing/testing';
import {
  AwardReduced,
  BreachDecided,
  ClaimRejected,
  ClaimWithdrawn,
  CostsClaimed,
  GrantExtended,
  PartnerEngaged,
  RateAgreed,
} from '../partner.events';
import { partnerStream } from '../partner.stream';
import {
  approvedClaim,
  award,
  breached,
  claimed,
  contact as actor,
  engaged,
  hours,
  partnerId as id,
  rate,
  terminated,
} from '../partner.testing';
import { ClaimCosts, claimCosts } from './claim-costs.command';

const given = specFor(partnerStream, claimCosts, { now: '2022-04-01', actor, id });
const delivered = [engaged, rate, hours('2022-03-01'), hours('2022-03-02')];
const overhead = { item: 'reports', charge: 'quarterly-progress-reports', pence: 24_000, evidence: 'Two days of an officer' };
const body = {
  claim: 'march',
  award,
  claimedOn: '2022-04-01',
  lines: [{ person: 'director-1', ratePence: 80_000, days: ['2022-03-01', '2022-03-02'] }],
  overheads: [] as object[],
};
const command = (change: object = {}) => make(ClaimCosts, { ...body, ...change });
const oneDay = (ratePence = 80_000, day = '2022-03-01') => ({ lines: [{ person: 'director-1', ratePence, days: [day] }] });

describe('claiming costs (G8, G9, G21)', () => {
  it('covers recorded days at their rates and itemised overheads; the sums are computed', () => {
    given(...delivered)
      .when(command())
      .then(claimed('march', ['2022-03-01', '2022-03-02']));
    given(...delivered)
      .when(command({ overheads: [overhead] }))
      .then(claimed('march', ['2022-03-01', '2022-03-02'], 24_000));
  });
  it('bears overheads of 15.00% of day costs, and not of 15.01% (G9)', () => {
    given(...delivered)
      .when(command({ overheads: [{ ...overhead, pence: 24_001 }] }))
      .thenRefused('overheads-over-fifteen-per-cent', 'overheads');
    given(...delivered)
      .when(command({ overheads: [{ ...overhead, pence: 24_016 }] }))
      .thenRefused('overheads-over-fifteen-per-cent', 'overheads');
  });
  it('rounds the 15% down to the penny (reading 24)', () => {
    const odd = { ...oneDay(79_999), overheads: [{ ...overhead, pence: 11_999 }] };
    given(...delivered)
      .when(command(odd))
      .then(CostsClaimed({ ...claimed('march', ['2022-03-01'], 11_999, 79_999).data }));
    given(...delivered)
      .when(command({ ...odd, overheads: [{ ...overhead, pence: 12_000 }] }))
      .thenRefused('overheads-over-fifteen-per-cent', 'overheads');
  });
  it('tests the 15% over all that is approved, overheads left out of the costs (readings 2 and 24)', () => {
    const first = claimed('first', ['2022-03-01']);
    given(...delivered, first, approvedClaim(first))
      .when(command({ ...oneDay(80_000, '2022-03-02'), overheads: [{ ...overhead, pence: 24_000 }] }))
      .then(CostsClaimed({ ...claimed('march', ['2022-03-02'], 24_000).data }));
    given(...delivered, first)
      .when(command({ ...oneDay(80_000, '2022-03-02'), overheads: [{ ...overhead, pence: 24_000 }] }))
      .thenRefused('overheads-over-fifteen-per-cent', 'overheads');
  });
  it('does not charge on top what stands in the day rate, a package’s administration among it (G8, G9)', () => {
    given(...delivered)
      .when(command({ overheads: [{ ...overhead, charge: 'administrative-support' }] }))
      .thenRefused('claim-in-day-rate', 'overheads');
    given(...delivered)
      .when(command({ overheads: [overhead, overhead] }))
      .thenRefused('claim-item-twice', 'overheads');
  });
  it('is refused for days that are not recorded, or shorter than 7 hours (G7, G10)', () => {
    given(...delivered)
      .when(command(oneDay(80_000, '2022-03-03')))
      .thenRefused('claim-day-not-recorded', 'lines');
    given(...delivered, hours('2022-03-03', 419))
      .when(command(oneDay(80_000, '2022-03-03')))
      .thenRefused('claim-day-too-short', 'lines');
    given(...delivered, hours('2022-03-03', 420))
      .when(command(oneDay(80_000, '2022-03-03')))
      .then(claimed('march', ['2022-03-03']));
  });
  it('takes a day at its agreed rate or below, not a penny above (G8)', () => {
    const cheaper = RateAgreed({ ...rate.data, pence: 70_000 });
    given(engaged, cheaper, hours('2022-03-01'))
      .when(command(oneDay(70_001)))
      .thenRefused('claim-rate-over-agreed', 'lines');
    given(engaged, cheaper, hours('2022-03-01'))
      .when(command(oneDay(70_000)))
      .then(claimed('march', ['2022-03-01'], 0, 70_000));
    given(engaged, cheaper, hours('2022-03-01'))
      .when(command(oneDay(69_999)))
      .then(claimed('march', ['2022-03-01'], 0, 69_999));
  });
  it('takes the rate of the day, not a later one (G8)', () => {
    const later = RateAgreed({ ...rate.data, pence: 70_000, from: '2022-03-02' });
    given(...delivered, later)
      .when(command(oneDay(80_000, '2022-03-02')))
      .thenRefused('claim-rate-over-agreed', 'lines');
    given(...delivered, later)
      .when(command(oneDay(80_000, '2022-03-01')))
      .then(claimed('march', ['2022-03-01']));
  });
  it('claims every day once; withdrawn or rejected, it can be claimed again', () => {
    const first = claimed('first', ['2022-03-01']);
    given(...delivered, first)
      .when(command())
      .thenRefused('claim-day-claimed', 'lines');
    given(...delivered, first, ClaimWithdrawn({ claim: 'first', reason: 'Error' }))
      .when(command())
      .then(claimed('march', ['2022-03-01', '2022-03-02']));
    given(...delivered, first, ClaimRejected({ claim: 'first', reason: 'Error' }))
      .when(command())
      .then(claimed('march', ['2022-03-01', '2022-03-02']));
    given(...delivered)
      .when(command({ lines: [...oneDay().lines, ...oneDay().lines] }))
      .thenRefused('claim-day-twice', 'lines');
    given(...delivered, first)
      .when(command({ claim: 'first' }))
      .thenRefused('claim-exists', 'claim');
  });
  it('does not overspend the award, to the penny (G2)', () => {
    const small = PartnerEngaged({ ...engaged.data, pence: 160_000 });
    const days = [rate, hours('2022-03-01'), hours('2022-03-02')];
    given(small, ...days)
      .when(command())
      .then(claimed('march', ['2022-03-01', '2022-03-02']));
    const reduced = AwardReduced({ award, pence: 159_999, releasedPence: 1, reducedOn: '2022-03-31', reason: 'Less is needed' });
    given(small, ...days, reduced)
      .when(command())
      .thenRefused('award-overspent', 'claim');
  });
  it('draws on the award whose period its days lie in (G2, G3)', () => {
    const further = GrantExtended({
      award: 'second_award',
      pence: 1_000_000,
      from: '2023-04-01',
      until: '2024-03-31',
      extendedOn: '2023-03-01',
      reason: 'Objectives are met',
      judgedBy: 'programme-project_5369@9',
    });
    given(...delivered, further)
      .when(command({ ...oneDay(), award: 'second_award' }))
      .thenRefused('claim-across-awards', 'lines');
    given(...delivered, further, hours('2023-04-01'))
      .when(command({ ...oneDay(80_000, '2023-04-01'), award: 'second_award', claimedOn: '2023-05-01' }), { now: '2023-05-01' })
      .then(CostsClaimed({ ...claimed('march', ['2023-04-01']).data, award: 'second_award', claimedOn: '2023-05-01' }));
    given(...delivered)
      .when(command({ award: 'second_award' }))
      .thenRefused('award-not-held', 'award');
  });
  it('can be made after a termination until the date set with it, for days up to it (G17, reading 23)', () => {
    const until = { claimedOn: '2022-07-31' };
    given(...delivered, terminated)
      .when(command(until), { now: '2022-07-31' })
      .then(CostsClaimed({ ...claimed('march', ['2022-03-01', '2022-03-02']).data, ...until }));
    given(...delivered, terminated)
      .when(command({ claimedOn: '2022-08-01' }), { now: '2022-08-01' })
      .thenRefused('claim-too-late', 'claimedOn');
    given(...delivered, terminated)
      .when(command(until), { now: '2022-08-01' })
      .thenRefused('claim-too-late', 'claimedOn');
    given(...delivered, hours('2022-06-21'), terminated)
      .when(command({ ...oneDay(80_000, '2022-06-21'), claimedOn: '2022-07-01' }), { now: '2022-07-01' })
      .thenRefused('claim-day-not-payable', 'lines');
  });
  it('pays days since a breach unless the decision says otherwise (reading 22)', () => {
    const unpaid = BreachDecided({
      area: '851',
      rule: 'G13-deficit',
      breach: 4,
      decision: 'continue',
      decidedOn: '2022-06-20',
      unpayableFrom: '2022-03-02',
      reason: 'Not to be paid',
    });
    given(...delivered, breached)
      .when(command())
      .then(claimed('march', ['2022-03-01', '2022-03-02']));
    given(...delivered, breached, unpaid)
      .when(command())
      .thenRefused('claim-day-not-payable', 'lines');
    given(...delivered, breached, unpaid)
      .when(command(oneDay(80_000, '2022-03-01')))
      .then(claimed('march', ['2022-03-01']));
  });
  it('covers something, on a day of the grant, not ahead', () => {
    given(...delivered)
      .when(command({ lines: [] }))
      .thenRefused('claim-empty');
    given(...delivered)
      .when(command({ claimedOn: '2022-04-02' }))
      .thenRefused('partner-day-in-future', 'claimedOn');
    given().when(command()).thenRefused('partner-not-engaged');
  });
});
