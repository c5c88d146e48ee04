import { addDays } from '@app/calendar';
import type { ClaimCosts } from '@app/domain/partner/claim-costs/claim-costs.command';
import { claimCosts } from '@app/domain/partner/claim-costs/claim-costs.command';
import { DeliveryRecorded, RateAgreed, type PartnerEvent } from '@app/domain/partner/partner.events';
import { partnerStream } from '@app/domain/partner/partner.stream';
import { award, contact, engaged, partnerId } from '@app/domain/partner/partner.testing';
import { contractStream } from '@app/domain/contract/contract.stream';
import { adviser, contractId } from '@app/domain/contract/contract.testing';
import { advice, FIRST, longestContract } from '@app/domain/contract/longest-contract.testing';
import { recordAdviceDay, type RecordAdviceDay } from '@app/domain/contract/record-advice-day/record-advice-day.command';
import type { DomainEvent, EventMeta, Stream } from '@app/event-sourcing';
import { medianOf, quantile, table } from './measuring';

/** Decisions of a measurement. */
const DECISIONS = 500;

const fold = <S, E extends DomainEvent>(stream: Stream<S, E>, events: readonly E[]): S =>
  events.reduce((state, event, revision) => stream.evolve(state, event, { revision, who: 'somebody' } as EventMeta), stream.initial());

/** Two people on every day of fourteen months. */
function longestGrant(): PartnerEvent[] {
  const days = Array.from({ length: 420 }, (_none, index) => addDays('2022-02-01', index)).filter((day) => day <= '2023-03-31');
  return [
    engaged,
    ...['p1', 'p2'].flatMap((person) => [
      RateAgreed({ person, grade: 'executive', pence: 80_000, from: '2022-01-01' }),
      ...days.map((day) =>
        DeliveryRecorded({ package: 'medway_1', recipient: '887', person, day, minutes: 420, minutesOnDay: 420, isDay: true }),
      ),
    ]),
  ];
}

/** Milliseconds of each decision, evolving the state by what happened included. */
function times<S, E extends DomainEvent>(stream: Stream<S, E>, state: S, decide: () => readonly E[]): number[] {
  const once = (): number => {
    const started = performance.now();
    decide().reduce((next, event) => stream.evolve(next, event, { revision: 9_999, who: 'somebody' } as EventMeta), state);
    return performance.now() - started;
  };
  for (let warming = 0; warming < DECISIONS; warming += 1) once();
  return Array.from({ length: DECISIONS }, once);
}

/** What a decision costs on the longest realistic streams: a contract of thirty months and a grant of fourteen, with daily records. */
export async function decisionsBench(): Promise<void> {
  const contract = longestContract(0).filter(({ type, data }) => type !== 'AdviceDayRecorded' || data.day !== addDays(FIRST, 500));
  const contractState = fold(contractStream, contract);
  const grant = longestGrant();
  const grantState = fold(partnerStream, grant);
  const advised: RecordAdviceDay = advice(addDays(FIRST, 500), '931');
  const claim: ClaimCosts = {
    claim: 'all',
    award,
    claimedOn: '2023-04-10',
    lines: [{ person: 'p1', ratePence: 80_000, days: Array.from({ length: 20 }, (_none, index) => addDays('2022-02-01', index)) }],
    overheads: [],
  };
  const measured = [
    [
      'RecordAdviceDay on a contract',
      contract.length,
      times(contractStream, contractState, () =>
        recordAdviceDay(advised, contractState, {
          now: '2026-04-10T12:00:00.000Z',
          actor: adviser,
          stream: { id: contractId, revision: contract.length - 1 },
          found: {},
        }),
      ),
    ],
    [
      'ClaimCosts of 20 days on a grant',
      grant.length,
      times(partnerStream, grantState, () =>
        claimCosts(claim, grantState, {
          now: '2023-04-10T12:00:00.000Z',
          actor: contact,
          stream: { id: partnerId, revision: grant.length - 1 },
          found: {},
        }),
      ),
    ],
  ] as const;
  table(
    'A decision on the longest realistic stream, in milliseconds',
    ['decision', 'events on the stream', 'median', '99th percentile'],
    measured.map(([name, events, each]) => [name, events, medianOf(each), quantile(each, 0.99)]),
  );
}
