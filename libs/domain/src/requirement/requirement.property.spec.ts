import { addDays } from '@app/calendar';
import { type Decide, Refused, type Shape } from '@app/event-sourcing';
import { make, specFor, stateAfter } from '@app/event-sourcing/testing';
import fc from 'fast-check';
import { requirementFeatures } from './features';
import { requirementId } from './impose-requirement/impose-requirement.command';
import type { RequirementEvent } from './requirement.events';
import { requirementStream, type RequirementState } from './requirement.stream';
import { imposed } from './requirement.stories';

const { dueMoment: _dueMoment, ...imposition } = imposed.data;
const counted = { from: '2023-11-10', unit: 'date', count: 0, skipped: [] };
const ref = fc.integer({ min: 3, max: 9 }).map((revision) => `contract-CON_22889@${revision}`);
const day = fc.integer({ min: -12, max: 12 }).map((days) => addDays('2023-11-10', days));
const bodies: Record<string, fc.Arbitrary<object>> = {
  ImposeRequirement: fc.constant(imposition),
  MeetRequirement: fc.record({ by: ref, recordedAt: day.map((on) => `${on}T09:00:00.000Z`), effectiveOn: day }),
  LapseRequirement: fc.constant({ readUpTo: '42' }),
  RescheduleRequirement: fc.record({
    due: day,
    because: fc.constant('Moved'),
    counted: fc.constant(counted),
    imposedBy: fc.record({ event: ref, effectiveOn: day }),
  }),
  RestateRequirementAreas: fc.record({ areas: fc.constantFrom(['931', '887', '851'], ['942']), by: ref }),
  ReopenRequirement: fc.record({ correction: ref, because: fc.constant('Returned') }),
  ReleaseRequirement: fc.record({ by: ref, because: fc.constant('Ended') }),
  WaiveRequirement: fc.constant({ reason: 'Not needed' }),
  WithdrawWaiver: fc.record({ corrects: fc.integer({ min: 0, max: 8 }), reason: fc.constant('A mistake') }),
};
const step = fc
  .constantFrom(...requirementFeatures)
  .chain((feature) =>
    fc.record({ feature: fc.constant(feature), body: bodies[feature.command.name]!, later: fc.integer({ min: 0, max: 4 }) }),
  );

const statusAfter = (events: readonly RequirementEvent[]): RequirementState => stateAfter(requirementStream, events);

describe('any sequence of commands on a requirement', () => {
  it('lapses once at a time and never what is settled; refused and repeated commands change nothing (E2, E4)', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const history: RequirementEvent[] = [];
        let today = '2023-11-08';
        for (const { feature, body, later } of steps) {
          today = addDays(today, later);
          const before = statusAfter(history);
          const when = () =>
            specFor<object, RequirementState, RequirementEvent>(
              requirementStream,
              feature.decide as Decide<object, RequirementState, RequirementEvent>,
              {
                now: `${today}T12:00:00.000Z`,
                actor: { who: 'somebody', role: 'system' },
                id: requirementId(imposition),
              },
            )(...history)
              .when(make(feature.command as Shape, body))
              .happened();
          let happened: readonly RequirementEvent[];
          try {
            happened = when();
          } catch (error) {
            if (!(error instanceof Refused)) throw error;
            expect(statusAfter(history)).toEqual(before);
            continue;
          }
          history.push(...happened);
          const after = statusAfter(history);
          expect(statusAfter(history)).toEqual(after);
          expect(happened.length).toBeLessThanOrEqual(1);
          const [event] = happened;
          if (event?.type === 'RequirementLapsed') expect([before.status, after.status]).toEqual(['open', 'lapsed']);
          if (event?.type === 'RequirementMet') expect(event.data.recordedAt <= before.imposed!.dueMoment).toBe(true);
          if (event?.type === 'RequirementMetLate') expect(event.data.recordedAt > before.imposed!.dueMoment).toBe(true);
          if (before.status !== 'none') expect(event?.type).not.toBe('RequirementImposed');
          if (after.status === 'lapsed') expect(after.lapsed).toBe(true);
          if (after.status === 'open' || after.status === 'met') expect(after.lapsed).toBe(false);
          expect((after.waiver !== undefined) === (after.status === 'waived')).toBe(true);
          if (happened.length > 0 && feature.command.name !== 'WithdrawWaiver') expect(when()).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
