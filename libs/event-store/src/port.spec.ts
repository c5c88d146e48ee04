import { shareOfLog, type Position } from './port';

const at = (place: number): Position => String(place).padStart(20, '0') as Position;
const committed = (commit: number, prepare: number): Position => `${at(commit)}~${at(prepare)}` as Position;

describe('how much of the log lies before a place', () => {
  it('is a part of the whole, in either store’s tokens', () => {
    expect(shareOfLog(at(250), at(1_000))).toBe(0.25);
    expect(shareOfLog(committed(250, 240), committed(1_000, 990))).toBe(0.25);
  });

  it('is nothing before the first event, all at the end and behind it, and all of an empty log', () => {
    expect(shareOfLog(undefined, at(1_000))).toBe(0);
    expect(shareOfLog(at(1_000), at(1_000))).toBe(1);
    expect(shareOfLog(at(1_001), at(1_000))).toBe(1);
    expect(shareOfLog(undefined, undefined)).toBe(1);
    expect(shareOfLog(at(0), at(0))).toBe(1);
  });
});
