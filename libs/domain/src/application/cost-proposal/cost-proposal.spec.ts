import { make, specFor } from '@app/event-sourcing/testing';
import { ProposalCosted } from '../application.events';
import { applicationStream } from '../application.stream';
import { applicantContact as actor, complete, costed, costing, started, submitted } from '../application.testing';
import { CostProposal, costProposal } from './cost-proposal.command';

const given = specFor(applicationStream, costProposal, { now: '2021-10-01', actor });
const command = (change: object = {}) => make(CostProposal, { ...costing, ...change });
const days = (grade: string, dayRatePence: number) => ({ days: [{ grade, days: 1, dayRatePence }], overheads: [] });

describe('costing a proposal (G7 to G9)', () => {
  it('computes the sums from days, rates and overheads', () => given(started).when(command()).then(costed));
  it('is nothing when it is costed so, and takes the place of an earlier one', () => {
    given(started, costed).when(command()).thenNothing();
    given(started, costed)
      .when(command({ overheads: [] }))
      .then(ProposalCosted({ ...costing, overheads: [], dayCostsPence: 9_600_000, overheadsPence: 0, totalPence: 9_600_000 }));
  });
  it('counts days of 7 hours and more: 6 h 59 is refused (G7)', () => {
    given(started)
      .when(command({ minutesPerDay: 419 }))
      .thenRefused('costing-day-too-short', 'minutesPerDay');
    given(started)
      .when(command({ minutesPerDay: 421 }))
      .then(ProposalCosted({ ...costed.data, minutesPerDay: 421 }));
  });
  it.each([
    ['executive', 80_000, 80_001],
    ['management', 60_000, 60_001],
  ])('takes a day at %s level at %d pence and refuses %d (G8)', (grade, most, over) => {
    given(started)
      .when(command(days(grade, over)))
      .thenRefused('costing-rate-over-maximum', 'days');
    given(started)
      .when(command(days(grade, most)))
      .then(
        ProposalCosted({
          minutesPerDay: 420,
          days: [{ grade: grade as 'executive', days: 1, dayRatePence: most }],
          overheads: [],
          dayCostsPence: most,
          overheadsPence: 0,
          totalPence: most,
        }),
      );
  });
  it('does not charge on top what the day rate includes (G8)', () =>
    given(started)
      .when(command({ overheads: [{ ...costing.overheads[0], charge: 'travel-expenses' }] }))
      .thenRefused('costing-overhead-in-day-rate', 'overheads'));
  it('lists every overhead once (G9)', () => {
    given(started)
      .when(command({ overheads: [costing.overheads[0], costing.overheads[0]] }))
      .thenRefused('costing-item-twice', 'overheads');
    const two = [costing.overheads[0]!, { ...costing.overheads[0]!, item: 'data' }];
    given(started)
      .when(command({ overheads: two }))
      .then(ProposalCosted({ ...costed.data, overheads: two, overheadsPence: 200_000, totalPence: 9_800_000 }));
  });
  it('is refused once the bid is submitted', () =>
    given(...complete, submitted)
      .when(command())
      .thenRefused('application-not-draft'));
});
