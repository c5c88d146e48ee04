import { addDays, laterBy } from '@app/calendar';
import * as events from '@app/domain/events';
import type { DomainEvent } from '@app/event-sourcing';
import fc from 'fast-check';
import { requirements } from '../requirements';
import { playRequirements, type Play } from '../testing/play';
import { requirementsProcess } from './requirements.process';

const CONTRACT = 'contract-CON_22889';
const areas = ['931'];
const accepted = events.OrderAccepted({
  party: 'supplier',
  acceptedOn: '2023-10-12',
  binding: true,
  areas,
  commencesOn: '2023-10-12',
  completesOn: '2024-03-31',
  firstPeriodEndsOn: '2023-10-31',
  qualityApproachBy: '2023-10-26',
});
const decision = { areas, decidedBy: 'u-40', references: [], reason: 'Planned' };
const months = ['2023-10-12', '2023-11-01', '2023-12-01', '2024-01-01'];

const fact: fc.Arbitrary<(today: string) => DomainEvent> = fc.oneof(
  fc.constant((on: string) => events.QualityApproachDiscussed({ discussedOn: on, approach: 'As set out', dueBy: '2023-10-26' })),
  fc
    .constantFrom(...months)
    .map(
      (period) => (on: string) =>
        events.ReportSubmitted({ period, periodEndsOn: period, submittedOn: on, rhythm: 'monthly', sections: [], judgedBy: [] }),
    ),
  fc.constantFrom(...months).map((period) => () => events.ReportReturned({ period, periodEndsOn: period, reason: 'Too thin' })),
  fc
    .integer({ min: 0, max: 150 })
    .map(
      (days) => (on: string) =>
        events.ContractEndedEarly({ ...decision, decidedOn: on, endsOn: addDays('2023-10-20', days), previousEnd: '2024-03-31' }),
    ),
  fc.constant(() => events.EarlyEndWithdrawn({ endsOn: '2024-03-31', areas, reason: 'A mistake' })),
);

const step = fc.record({ hours: fc.integer({ min: 0, max: 600 }), fact, down: fc.boolean() });

function played(steps: readonly { hours: number; fact: (today: string) => DomainEvent; down: boolean }[]): Play {
  const play = playRequirements('2023-10-12T09:00:00.000Z');
  play.record(CONTRACT, accepted);
  for (const { hours, fact: make, down } of steps) {
    if (down) play.stop();
    else play.start();
    play.until(laterBy(play.now, hours * 3_600_000));
    play.record(CONTRACT, make(play.now.slice(0, 10)));
  }
  play.start();
  return play.until('2024-06-01T12:00:00.000Z');
}

describe('the process of the requirements', () => {
  it('is folded anew where a row is new or its facts are: its version is raised with the table', () => {
    const { version } = requirementsProcess(requirements);
    expect({ version, rows: requirements.length }).toEqual({ version: 11, rows: 26 });
  });
});

describe('the requirements of any contract, whatever is recorded when, and whenever the worker is down (E2-E5)', () => {
  it('escalate once for each lapse, never call in time late, leave nothing undone, and repeat nothing', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const play = played(steps);
        for (const id of play.streams('requirement')) {
          const own = play.log.filter(({ meta }) => meta.stream === `requirement-${id}`);
          let dueMoment = '';
          for (const [index, { event, meta }] of own.entries()) {
            if (event.type === 'RequirementImposed') expect(index).toBe(0);
            if ('dueMoment' in event.data) dueMoment = event.data.dueMoment as string;
            if (event.type === 'RequirementMet') expect((event.data as { recordedAt: string }).recordedAt <= dueMoment).toBe(true);
            if (event.type === 'RequirementLapsed') expect(meta.recordedAt >= laterBy(dueMoment, 60_000)).toBe(true);
          }
          if (id.startsWith('acknowledgement')) continue;
          const raised = play.log.filter(({ event, meta }) => event.type === 'EscalationRaised' && meta.streamId === id);
          const causes = raised.map(({ event }) => (event.data as { cause: string }).cause);
          expect(new Set(causes).size).toBe(causes.length);
          for (const cause of causes) expect(cause).toMatch(new RegExp(`^requirement-${id.replaceAll('.', '\\.')}@\\d+$`));
          if (own.at(-1)?.event.type === 'RequirementLapsed') expect(causes.at(-1)).toBe(`requirement-${id}@${own.length - 1}`);
          if (own.at(-1)?.event.type === 'RequirementMet') expect(play.types(`escalation-${id}`).at(-1)).not.toBe('EscalationRaised');
        }
        const { length } = play.log;
        play.rebuild();
        expect(play.outstanding()).toEqual([]);
        expect(play.until('2024-06-01T12:00:01.000Z').log).toHaveLength(length);
      }),
      { numRuns: 60 },
    );
  }, 30_000);
});
