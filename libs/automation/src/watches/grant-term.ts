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
  PartnerEngagementWithdrawn,
  TerminationReversed,
  WorkTerminated,
} from '@app/domain/events';
import type { EventMeta, EventOf, Lines } from '@app/event-sourcing';
import { causeOf, type Cause, type Ended } from '../requirement-engine/row';

/** From when to when a grant runs, as known now. */
export interface Grant extends SetEnds {
  readonly area: string;
  readonly atDiscretion: boolean;
  /** Whether quarterly reports are owed (reading 28). */
  readonly reports: boolean;
  readonly engagedOn: Day;
  readonly engagedBy: Cause;
  /** Funded periods, in the order in which they were granted. */
  readonly funded: readonly { readonly until: Day; readonly by: Cause }[];
}

/** An end that was set, and what took one back last. */
export interface SetEnds {
  readonly endedOn?: { readonly day: Day; readonly by: Cause };
  readonly terminatedOn?: { readonly day: Day; readonly by: Cause };
  readonly reopenedBy?: Cause;
}

export type SetEndEvent = EventOf<typeof GrantEnded | typeof GrantReopened | typeof WorkTerminated | typeof TerminationReversed>;

/** Where an end is set and taken back (G3, G17), for any facts that hold it. */
export const setEndLines = <S extends SetEnds>() =>
  ({
    GrantEnded: (facts, { endedOn }, meta) => ({ ...facts, endedOn: { day: endedOn, by: causeOf(meta) } }),
    GrantReopened: ({ endedOn: _ended, ...facts }, _data, meta) => ({ ...(facts as S), reopenedBy: causeOf(meta) }),
    WorkTerminated: (facts, { terminatedOn }, meta) => ({ ...facts, terminatedOn: { day: terminatedOn, by: causeOf(meta) } }),
    TerminationReversed: ({ terminatedOn: _terminated, ...facts }, _data, meta) => ({ ...(facts as S), reopenedBy: causeOf(meta) }),
  }) satisfies Lines<S, SetEndEvent, S>;

const ends = setEndLines<Grant>();

/** Facts that hold a grant; without one there is no partner. */
export interface WithGrant {
  readonly grant?: Grant;
}

export type GrantEvent =
  | SetEndEvent
  | EventOf<
      | typeof PartnerEngaged
      | typeof PartnerEngagedAtDiscretion
      | typeof PartnerEngagementWithdrawn
      | typeof EngagementAtDiscretionCorrected
      | typeof EngagementAtDiscretionWithdrawn
      | typeof GrantExtended
      | typeof GrantExtensionWithdrawn
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

/** Where a grant begins and ends (G3, G17), for any facts that hold one; nothing is left where the engagement is taken back. */
export const grantLines = <S extends WithGrant>(nothing: () => S) =>
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
    PartnerEngagementWithdrawn: nothing,
    EngagementAtDiscretionWithdrawn: nothing,
    GrantExtended: (facts, { until }, meta) =>
      onGrant(facts, (grant) => ({ ...grant, funded: [...grant.funded, { until, by: causeOf(meta) }] })),
    GrantExtensionWithdrawn: (facts, { corrects }, { stream }) =>
      onGrant(facts, (grant) => ({ ...grant, funded: grant.funded.filter(({ by }) => by.event !== `${stream}@${corrects}`) })),
    GrantEnded: (facts, data, meta) => onGrant(facts, (grant) => ends.GrantEnded(grant, data, meta)),
    GrantReopened: (facts, data, meta) => onGrant(facts, (grant) => ends.GrantReopened(grant, data, meta)),
    WorkTerminated: (facts, data, meta) => onGrant(facts, (grant) => ends.WorkTerminated(grant, data, meta)),
    TerminationReversed: (facts, data, meta) => onGrant(facts, (grant) => ends.TerminationReversed(grant, data, meta)),
  }) satisfies Lines<S, GrantEvent, S>;

/** The last funded day, and what set it. */
export const fundedUntil = ({ funded }: Grant): { readonly until: Day; readonly by: Cause } =>
  funded.reduce((latest, period) => (period.until > latest.until ? period : latest));

const endedOn = ({ day, by }: { readonly day: Day; readonly by: Cause }): Ended => ({
  by,
  because: `The grant ends on ${day}`,
  lastDay: day,
});

/** A duty that is due after an end that was set ends with the grant. */
export const endedBySetEnd = ({ endedOn: ended, terminatedOn }: SetEnds): readonly Ended[] =>
  [ended, terminatedOn].flatMap((end) => (end ? [endedOn(end)] : []));

/** A duty that is due after the grant's last day ends with the grant: the end that was known first, funded or set, counts. */
export function endedWithGrant(grant: Grant): { readonly ended: readonly Ended[]; readonly undoneBy?: Cause } {
  const { reopenedBy } = grant;
  const { until, by } = fundedUntil(grant);
  return { ended: [endedOn({ day: until, by }), ...endedBySetEnd(grant)], ...(reopenedBy && { undoneBy: reopenedBy }) };
}
