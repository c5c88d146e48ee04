import * as events from '@app/domain/events';
import type {
  EligibilityBreached,
  EligibilityRestored,
  GrantEnded,
  GrantExtended,
  GrantExtensionWithdrawn,
  GrantReopened,
  PartnerEngaged,
  PartnerEngagementWithdrawn,
  TerminationReversed,
  WorkTerminated,
} from '@app/domain/events';
import { ReassessEligibility } from '@app/domain/partner/reassess-eligibility/reassess-eligibility.command';
import { because, declarationsIn, defineProcess, type DomainEvent, type EventMeta, type EventOf, type Lines } from '@app/event-sourcing';

/** A recorded fact of a local area. */
interface Fact {
  readonly revision: number;
  readonly eventId: string;
  readonly correlationId: string;
}

interface Monitored {
  readonly facts: readonly Fact[];
  /** By the partner's id: the revision up to which the area's facts were judged, as far as events say. */
  readonly judgedUpTo: Readonly<Record<string, number>>;
  /** By the partner's id: the revision at which its grant came to end on another day, or its engagement was taken back. What changed nothing before may do so now. */
  readonly anotherEndSince: Readonly<Record<string, number>>;
}

type EndEvent = EventOf<
  | typeof GrantExtended
  | typeof GrantExtensionWithdrawn
  | typeof GrantEnded
  | typeof GrantReopened
  | typeof WorkTerminated
  | typeof TerminationReversed
  | typeof PartnerEngagementWithdrawn
>;
type PartnerEvent = EventOf<typeof PartnerEngaged | typeof EligibilityBreached | typeof EligibilityRestored>;

const judged = (state: Monitored, partner: string, upTo: number): Monitored => ({
  ...state,
  judgedUpTo: { ...state.judgedUpTo, [partner]: Math.max(upTo, state.judgedUpTo[partner] ?? -1) },
});

const newFact = (state: Monitored, _data: object, meta: EventMeta): Monitored =>
  meta.category === 'localArea' ? { ...state, facts: [...state.facts, { revision: meta.revision, ...because(meta) }] } : state;

const anotherEnd = (state: Monitored, _data: object, { streamId, revision }: EventMeta): Monitored => ({
  ...state,
  anotherEndSince: { ...state.anotherEndSince, [streamId]: revision },
});

const notEngaged = (state: Monitored, data: object, meta: EventMeta): Monitored => {
  const { [meta.streamId]: _withdrawn, ...judgedUpTo } = state.judgedUpTo;
  return anotherEnd({ ...state, judgedUpTo }, data, meta);
};

const endLines: Lines<Monitored, EndEvent, Monitored> = {
  GrantExtended: anotherEnd,
  GrantExtensionWithdrawn: anotherEnd,
  GrantEnded: anotherEnd,
  WorkTerminated: anotherEnd,
  GrantReopened: anotherEnd,
  TerminationReversed: anotherEnd,
  PartnerEngagementWithdrawn: notEngaged,
};

const partnerLines: Lines<Monitored, PartnerEvent, Monitored> = {
  PartnerEngaged: (state, { facts }, { streamId }, area) =>
    judged(state, streamId, facts.find((read) => read.area === area)?.factsUpTo ?? -1),
  EligibilityBreached: (state, { factsUpTo }, { streamId }) => judged(state, streamId, factsUpTo),
  EligibilityRestored: (state, { factsUpTo }, { streamId }) => judged(state, streamId, factsUpTo),
};

const areasOf = (data: object): readonly string[] => {
  const { area, others } = data as EventOf<typeof PartnerEngaged>['data'];
  return [area, ...others];
};

const anyFact = Object.fromEntries(declarationsIn(events).map(({ type }) => [type, newFact]));

/**
 * Has every partner judged again on every new fact of its local area, in order, so that a breach and its correction during an absence are
 * both on record (G16). An instance per local area. Where a grant comes to end on another day, the facts that changed nothing are judged once
 * more: what is effective after a grant's end breaks nothing (reading 22). That a fact changed nothing is on no record: asked again after a
 * rebuild, it is answered with nothing again.
 */
export const eligibilityMonitor = defineProcess<Monitored, DomainEvent>({
  name: 'eligibility-monitor',
  version: 3,
  inForceFrom: '2021-09-02',
  follows: ({ type, data }, { stream }) => (type === 'PartnerEngaged' ? areasOf(data).map((key) => ({ stream, key })) : []),
  key: ({ type, data }, { category, streamId }) => {
    if (category === 'localArea') return streamId;
    if (type === 'PartnerEngaged') return areasOf(data);
    return type in partnerLines ? (data as PartnerEvent['data']).area : undefined;
  },
  initial: () => ({ facts: [], judgedUpTo: {}, anotherEndSince: {} }),
  on: { ...anyFact, ...partnerLines, ...endLines } as Lines<Monitored, DomainEvent, Monitored>,
  next: ({ facts, judgedUpTo, anotherEndSince }, { instance: area }) =>
    facts.flatMap(({ revision, ...behind }) =>
      Object.entries(judgedUpTo)
        .filter(([, upTo]) => revision > upTo)
        .map(([partner]) => ({
          send: Object.assign(new ReassessEligibility(), { factsUpTo: revision, area }),
          to: partner,
          step: `reassess~${partner}~${revision}${anotherEndSince[partner] === undefined ? '' : `@${anotherEndSince[partner]}`}`,
          because: behind,
        })),
    ),
});
