import { type Decide, Refused, type Shape } from '@app/event-sourcing';
import { make, specFor, stateAfter } from '@app/event-sourcing/testing';
import fc from 'fast-check';
import type { EscalationEvent } from './escalation.events';
import { MOST_TIMES_TOLD_AGAIN } from './escalation.parts.command';
import { escalationStream, isLive, type EscalationState } from './escalation.stream';
import { automation, caseLead, deputyDirector, raised, teamLeader } from './escalation.stories';
import { escalationFeatures } from './features';

const cause = fc.integer({ min: 1, max: 3 }).map((revision) => `requirement-monthly_report~CON_22889~2023_10_12@${revision}`);
const reason = fc.constant('A reason');
const support = { kind: fc.constant('information'), from: fc.constant('2023-11-13'), description: reason };
const corrects = fc.integer({ min: 0, max: 12 });
const bodies: Record<string, fc.Arbitrary<object>> = {
  RaiseEscalation: cause.map((raisedFor) => ({ ...raised.data, cause: raisedFor })),
  AcknowledgeEscalation: fc.record({ reason }),
  RaiseEscalationToNextLevel: fc.record({
    level: fc.constantFrom(1, 2, 3),
    lapse: fc.integer({ min: 0, max: 30 }).map((n) => `requirement-acknowledgement~x~${n}@1`),
  }),
  PutSupportInPlace: fc.record(support),
  CorrectSupport: fc.record({ ...support, corrects, reason }),
  ResolveEscalation: fc.record({ reason }),
  WithdrawEscalation: fc.record({ reason }),
  SettleEscalation: fc.record({ cause, because: fc.constantFrom('met-late', 'released'), by: cause }),
  ReopenEscalation: fc.record({ corrects, reason }),
};
const repeatable = ['PutSupportInPlace', 'CorrectSupport', 'ReopenEscalation'];
const step = fc.constantFrom(...escalationFeatures).chain((feature) =>
  fc.record({
    feature: fc.constant(feature),
    body: bodies[feature.command.name]!,
    actor: feature.roles.includes('system') ? fc.constant(automation) : fc.constantFrom(caseLead, teamLeader, deputyDirector),
  }),
);

describe('any sequence of commands on an escalation', () => {
  it('never falls back a level, is told again within bounds, ends once, and is raised once for a cause (E3, E4)', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const history: EscalationEvent[] = [];
        for (const { feature, body, actor } of steps) {
          const before = stateAfter(escalationStream, history);
          const when = () =>
            specFor<object, EscalationState, EscalationEvent>(
              escalationStream,
              feature.decide as Decide<object, EscalationState, EscalationEvent>,
              { now: '2023-11-20', actor },
            )(...history)
              .when(make(feature.command as Shape, body))
              .happened();
          let happened: readonly EscalationEvent[];
          try {
            happened = when();
          } catch (error) {
            if (!(error instanceof Refused)) throw error;
            expect(stateAfter(escalationStream, history)).toEqual(before);
            continue;
          }
          history.push(...happened);
          const after = stateAfter(escalationStream, history);
          const [event] = happened;
          expect(happened.length).toBeLessThanOrEqual(1);
          if (event?.type !== 'EscalationRaised') expect(after.level).toBeGreaterThanOrEqual(before.level);
          if (event?.type === 'EscalationRaised') expect([isLive(before), event.data.cause === before.cause]).toEqual([false, false]);
          if (event?.type === 'EscalationResolved' || event?.type === 'EscalationWithdrawn') expect(isLive(before)).toBe(true);
          expect(after.toldAgain).toBeLessThanOrEqual(MOST_TIMES_TOLD_AGAIN);
          expect(isLive(after)).toBe(after.status !== 'none' && after.ended === undefined);
          if (happened.length > 0 && !repeatable.includes(feature.command.name)) expect(when()).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
