import { careRatingOn, codesOn, dsgPositionBefore, inspectionOn, interventionOn, partnersOn, sliPartnershipOn } from './local-area.as-of';
import {
  InterventionProgrammeLeft,
  LocalAreaRecoded,
  PartnerJoined,
  PartnerLeft,
  SliPartnershipJoined,
  SliPartnershipLeft,
} from './local-area.events';
import { noLocalArea } from './local-area.state';
import { area, balance, dfe, inspected2016, inspected2023, joined, rated, registered } from './local-area.stories';

describe('a local area as it was on a day (J1)', () => {
  it('has the codes of the day; before the first ones, those', () => {
    const state = area(LocalAreaRecoded({ ...registered.data, onsCode: 'E06000099', from: '2028-04-01', reason: 'Order' }));
    expect(codesOn(state, '2028-03-31')?.onsCode).toBe('E10000025');
    expect(codesOn(state, '2028-04-01')?.onsCode).toBe('E06000099');
    expect(codesOn(state, '1900-01-01')?.onsCode).toBe('E10000025');
    expect(codesOn(noLocalArea, '2028-04-01')).toBeUndefined();
  });

  it('has the partners of the day, the first day in and the last day out', () => {
    const partner = { kind: 'integrated-care-board' as const, name: 'ICB', source: dfe };
    const state = area(PartnerJoined({ ...partner, from: '2022-07-01' }), PartnerLeft({ ...partner, leftOn: '2026-04-01' }));
    const on = (day: string) => partnersOn(state, day).map(({ name }) => name);
    expect([on('2022-06-30'), on('2022-07-01'), on('2026-03-31'), on('2026-04-01')]).toEqual([[], ['ICB'], ['ICB'], []]);
  });

  it('has the inspection that was published last, of the frameworks that are asked for (G12)', () => {
    const state = area(inspected2023('2023-07-17', '2023-09-15', 'inconsistent'), inspected2016('2017-09-25', '2017-12-04', 5));
    const on = (...asked: [day: string, frameworks?: ('2016' | '2023')[]]) => inspectionOn(state, ...asked)?.inspection;
    expect(on('2017-12-03')).toBeUndefined();
    expect(on('2017-12-04')).toBe('2017_09_25');
    expect(on('2023-09-14')).toBe('2017_09_25');
    expect(on('2023-09-15')).toBe('2023_07_17');
    expect(on('2023-09-15', ['2016'])).toBe('2017_09_25');
    expect(on('2023-09-15', ['2023'])).toBe('2023_07_17');
    expect(on('2023-09-14', ['2023'])).toBeUndefined();
    expect(inspectionOn(state, '2023-09-15')).toMatchObject({ inspection: '2023_07_17', outcome: 'inconsistent' });
  });

  it('has the rating of the day, of two of one day the later record (G14)', () => {
    const state = area(rated('good', '2021-06-01'), rated('inadequate', '2021-06-01'), rated('outstanding', '2018-01-01'));
    expect(careRatingOn(state, '2021-06-01')?.rating).toBe('inadequate');
    expect(careRatingOn(state, '2021-05-31')?.rating).toBe('outstanding');
    const many = Array.from({ length: 10 }, (_none, index) => rated(index === 9 ? 'good' : 'inadequate', '2021-06-01'));
    expect(careRatingOn(area(...many), '2021-06-01')).toMatchObject({ rating: 'good', revision: 10 });
  });

  it('has the balance of the year that ended before the day (G13)', () => {
    const state = area(balance('2020-21', '1.00'), balance('2021-22', '2.00'));
    expect(dsgPositionBefore(state, '2021-03-31')).toBeUndefined();
    expect(dsgPositionBefore(state, '2021-04-01')?.balance).toBe('1.00');
    expect(dsgPositionBefore(state, '2022-04-01')?.balance).toBe('2.00');
  });

  it('has the memberships of the day (G13, G15, C14)', () => {
    const left = InterventionProgrammeLeft({ programme: 'safety-valve', leftOn: '2024-04-01', source: dfe });
    const sli = [SliPartnershipJoined({ from: '2021-07-01', source: dfe }), SliPartnershipLeft({ leftOn: '2023-04-01', source: dfe })];
    const state = area(joined('delivering-better-value', '2021-01-01'), joined('safety-valve', '2022-03-16'), left, ...sli);
    const on = (day: string) => [
      interventionOn(state, 'safety-valve', day)?.programme,
      interventionOn(state, 'delivering-better-value', day)?.programme,
      sliPartnershipOn(state, day)?.from,
    ];
    expect(on('2020-12-31')).toEqual([undefined, undefined, undefined]);
    expect(on('2022-03-16')).toEqual(['safety-valve', 'delivering-better-value', '2021-07-01']);
    expect(on('2023-04-01')).toEqual(['safety-valve', 'delivering-better-value', undefined]);
    expect(on('2024-04-01')).toEqual([undefined, 'delivering-better-value', undefined]);
  });
});
