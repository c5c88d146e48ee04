import type { Day } from '@app/calendar';
import type {
  EngagementAtDiscretionCorrected,
  EngagementAtDiscretionWithdrawn,
  GrantEnded,
  GrantExtended,
  GrantExtensionWithdrawn,
  GrantReopened,
  PartnerEngaged,
  PartnerEngagedAtDiscretion,
  TerminationReversed,
  WorkTerminated,
} from '@app/domain/events';
import type { EventMeta, EventOf, Lines } from '@app/event-sourcing';
import { causeOf, type Cause, type Ended } from '../requirement-engine/row';

/** From when to when a grant runs, as known now. */
export interface Grant {
  readonly area: string;
  readonly atDiscretion: boolean;
  /** Whether quarterly reports are owed (reading 28). */
  readonly reports: boolean;
  readonly engagedOn: Day;
  readonly engagedBy: Cause;
  /** Funded periods, in the order in which they were granted. */
  readonly funded: readonly { readonly until: Day; readonly by: Cause }[];
  readonly endedOn?: { readonly day: Day; readonly by: Cause };
  readonly terminatedOn?: { readonly day: Day; readonly by: Cause };
  /** What took an end back last. */
  readonly reopenedBy?: Cause;
}

/** Facts that hold a grant; without one there is no partner. */
export interface WithGrant {
  readonly grant?: Grant;
}

export type GrantEvent = EventOf<
  | typeof PartnerEngaged
  | typeof PartnerEngagedAtDiscretion
  | typeof EngagementAtDiscretionCorrected
  | typeof EngagementAtDiscretionWithdrawn
  | typeof GrantExtended
  | typeof GrantExtensionWithdrawn
  | typeof GrantEnded
  | typeof GrantReopened
  | typeof WorkTerminated
  | typeof TerminationReversed
>;

const onGrant = <S extends WithGrant>(facts: S, change: (grant: Grant) => Grant): S =>
  facts.grant ? { ...facts, grant: change(facts.grant) } : facts;

const engaged = (data: { area: string; engagedOn: Day; until: Day }, reports: boolean, atDiscretion: boolean, meta: EventMeta): Grant => ({
  area: data.area,
  atDiscretion,
  reports,
  engagedOn: data.engagedOn,
  engagedBy: causeOf(meta),
  funded: [{ until: data.until, by: causeOf(meta) }],
});

/** Where a grant begins and ends (G3, G17), for any facts that hold one. */
export const grantLines = <S extends WithGrant>() =>
  ({
    PartnerEngaged: (facts, data, meta) => ({ ...facts, grant: engaged(data, true, false, meta) }),
    PartnerEngagedAtDiscretion: (facts, data, meta) => ({ ...facts, grant: engaged(data, data.reportsAgreed, true, meta) }),
    EngagementAtDiscretionCorrected: (facts, { engagedOn, until, reportsAgreed }) =>
      onGrant(facts, (grant) => ({
        ...grant,
        engagedOn,
        reports: reportsAgreed,
        funded: grant.funded.map((period) => (period.by.event === grant.engagedBy.event ? { ...period, until } : period)),
      })),
    EngagementAtDiscretionWithdrawn: ({ grant: _withdrawn, ...facts }) => facts as S,
    GrantExtended: (facts, { until }, meta) =>
      onGrant(facts, (grant) => ({ ...grant, funded: [...grant.funded, { until, by: causeOf(meta) }] })),
    GrantExtensionWithdrawn: (facts, { corrects }, { stream }) =>
      onGrant(facts, (grant) => ({ ...grant, funded: grant.funded.filter(({ by }) => by.event !== `${stream}@${corrects}`) })),
    GrantEnded: (facts, { endedOn }, meta) => onGrant(facts, (grant) => ({ ...grant, endedOn: { day: endedOn, by: causeOf(meta) } })),
    GrantReopened: (facts, _data, meta) => onGrant(facts, ({ endedOn: _ended, ...grant }) => ({ ...grant, reopenedBy: causeOf(meta) })),
    WorkTerminated: (facts, { terminatedOn }, meta) =>
      onGrant(facts, (grant) => ({ ...grant, terminatedOn: { day: terminatedOn, by: causeOf(meta) } })),
    TerminationReversed: (facts, _data, meta) =>
      onGrant(facts, ({ terminatedOn: _terminated, ...grant }) => ({ ...grant, reopenedBy: causeOf(meta) })),
  }) satisfies Lines<S, GrantEvent, S>;

/** The last funded day, and what set it. */
export const fundedUntil = ({ funded }: Grant): { readonly until: Day; readonly by: Cause } =>
  funded.reduce((latest, period) => (period.until > latest.until ? period : latest));

/** The last day of the grant, and what set it. */
export function grantEnd(grant: Grant): { readonly day: Day; readonly by: Cause } {
  const { until, by } = fundedUntil(grant);
  return grant.endedOn ?? grant.terminatedOn ?? { day: until, by };
}

/** A duty that is due after the grant's last day ends with the grant: the end that was known first, funded or set, counts. */
export function endedWithGrant(grant: Grant): { readonly ended: readonly Ended[]; readonly undoneBy?: Cause } {
  const { endedOn, terminatedOn, reopenedBy } = grant;
  const { until, by } = fundedUntil(grant);
  const ends = [{ day: until, by }, ...(endedOn ? [endedOn] : []), ...(terminatedOn ? [terminatedOn] : [])];
  return {
    ended: ends.map((end) => ({ by: end.by, because: `The grant ends on ${end.day}`, lastDay: end.day })),
    ...(reopenedBy && { undoneBy: reopenedBy }),
  };
}
