import { Refused } from '@app/event-sourcing';
import { make, stateAfter } from '@app/event-sourcing/testing';
import fc from 'fast-check';
import { CloseRisk, closeRisk } from './close-risk/close-risk.command';
import { PassOnRisk, passOnRisk } from './pass-on-risk/pass-on-risk.command';
import { RaiseRisk, raiseRisk } from './raise-risk/raise-risk.command';
import { ReassessRisk, reassessRisk } from './reassess-risk/reassess-risk.command';
import { ReopenRisk, reopenRisk } from './reopen-risk/reopen-risk.command';
import type { RiskEvent } from './risk.events';
import { riskStream, type RiskState } from './risk.stream';
import { caseLead as actor, riskBody } from './risk.testing';

const day = fc.integer({ min: 1, max: 28 }).map((of) => `2024-01-${String(of).padStart(2, '0')}`);
const level = fc.integer({ min: 1, max: 5 });
const reason = fc.constant('Because');
const facts = { now: '2024-01-28T12:00:00.000Z', actor, stream: { id: 'r1', revision: 0 }, found: {} };

type Step = (state: RiskState) => readonly RiskEvent[];
const step = fc.oneof<fc.Arbitrary<Step>[]>(
  fc
    .record({ raisedOn: day, likelihood: level, impact: level, nextReviewOn: day })
    .map((body) => (state) => raiseRisk(make(RaiseRisk, { ...riskBody, ...body }), state, facts)),
  fc
    .record({ reassessedOn: day, likelihood: level, impact: level, nextReviewOn: day, reason })
    .map((body) => (state) => reassessRisk(make(ReassessRisk, body), state, facts)),
  fc.record({ closedOn: day, reason }).map((body) => (state) => closeRisk(make(CloseRisk, body), state, facts)),
  fc.record({ reopenedOn: day, nextReviewOn: day, reason }).map((body) => (state) => reopenRisk(make(ReopenRisk, body), state, facts)),
  fc.record({ owner: fc.constantFrom('u-1', 'u-2'), reason }).map((body) => (state) => passOnRisk(make(PassOnRisk, body), state, facts)),
);

describe('any sequence of commands on a risk (E1)', () => {
  it('keeps a score of likelihood times impact, a next review ahead of the latest record, and days in order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const history: RiskEvent[] = [];
        for (const take of steps) {
          const before = stateAfter(riskStream, history);
          try {
            history.push(...take(before));
          } catch (error) {
            if (!(error instanceof Refused)) throw error;
          }
          const after = stateAfter(riskStream, JSON.parse(JSON.stringify(history)) as RiskEvent[]);
          expect(stateAfter(riskStream, history)).toEqual(after);
          if (after.status === 'none') continue;
          expect(after.score).toBe((after.likelihood ?? 0) * (after.impact ?? 0));
          expect((after.latestOn ?? '') >= (before.latestOn ?? '')).toBe(true);
          if (after.status === 'open') expect((after.nextReviewOn ?? '') > (after.latestOn ?? '')).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});
