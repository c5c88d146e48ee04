import type { Day } from '@app/calendar';
import type {
  FactWithdrawn,
  InterventionAdvisersRecorded,
  InterventionMembershipCorrected,
  InterventionProgrammeJoined,
  InterventionProgrammeLeft,
  ProgrammeLiaisonCorrected,
  ProgrammeLiaisonRecorded,
  ProgrammeLiaisonWithdrawn,
} from '@app/domain/events';
import type { EventMeta, EventOf } from '@app/event-sourcing';
import { monthsAfter } from '../requirement-engine/due';
import { causeOf, defineWatch, type Cause, type Duty } from '../requirement-engine/row';
import { contractsLines, termEnd, termsNaming, type Term, type TermEvent, type WithContracts } from './contract-term';
import { stretches, type Occurrence } from './stretches';

interface Membership {
  /** Revisions of its record and of the corrections of it. */
  readonly revisions: readonly number[];
  readonly programme: string;
  /** Since when it has advisers; absent where it has none. */
  readonly advisersFrom?: Day;
  readonly by: Cause;
  /** Since when the record has said, without a break, that it ended by a day; the last one is the day as it stands. */
  readonly left: readonly { readonly on: Day; readonly by: Cause }[];
}

const leaving = (before: Membership['left'], on: Day, by: Cause): Membership['left'] => [
  ...before.map((one) => (one.on < on ? { ...one, on } : one)),
  { on, by },
];

interface Liaison extends Occurrence {
  readonly contract: string;
  readonly programme: string;
}

interface Facts extends WithContracts {
  readonly area: string;
  readonly memberships: readonly Membership[];
  readonly liaisons: readonly Liaison[];
  /** What took a liaison back last. */
  readonly undoneBy?: Cause;
}

type AreaEvent = EventOf<
  | typeof InterventionProgrammeJoined
  | typeof InterventionProgrammeLeft
  | typeof InterventionAdvisersRecorded
  | typeof InterventionMembershipCorrected
  | typeof FactWithdrawn
>;
type ContractEvent =
  TermEvent | EventOf<typeof ProgrammeLiaisonRecorded | typeof ProgrammeLiaisonCorrected | typeof ProgrammeLiaisonWithdrawn>;

const withLiaison = (facts: Facts, programme: string, day: Day, meta: EventMeta): Facts => ({
  ...facts,
  liaisons: [...facts.liaisons, { contract: meta.streamId, programme, day, by: causeOf(meta), revisions: [meta.revision] }],
});

const onCurrent = (facts: Facts, programme: string, change: (membership: Membership) => Membership): Facts => ({
  ...facts,
  memberships: facts.memberships.map((membership) =>
    membership.programme === programme && membership.left.length === 0 ? change(membership) : membership,
  ),
});

/** Where an area is in a programme with advisers, the supplier liaises with them: within a month, then each quarter (C14). */
export const programmeLiaison = defineWatch<Facts, AreaEvent | ContractEvent>({
  of: 'localArea',
  also: ({ data }) => [
    ...('areas' in data && data.areas ? data.areas : []),
    ...('previousAreas' in data ? data.previousAreas : []),
    ...('area' in data ? [data.area] : []),
    ...('previousArea' in data ? [data.previousArea] : []),
  ],
  initial: (area) => ({ area, contracts: {}, memberships: [], liaisons: [] }),
  on: {
    ...contractsLines<Facts>(),
    InterventionProgrammeJoined: (facts, { programme, from, advisers }, meta) => ({
      ...facts,
      memberships: [
        ...facts.memberships,
        { revisions: [meta.revision], programme, by: causeOf(meta), left: [], ...(advisers && { advisersFrom: from }) },
      ],
    }),
    InterventionAdvisersRecorded: (facts, { programme, advisers, from }, meta) =>
      onCurrent(facts, programme, ({ advisersFrom, ...membership }) => ({
        ...membership,
        by: causeOf(meta),
        ...(advisers && { advisersFrom: advisersFrom ?? from }),
      })),
    InterventionProgrammeLeft: (facts, { programme, leftOn }, meta) =>
      onCurrent(facts, programme, (membership) => ({ ...membership, left: leaving([], leftOn, causeOf(meta)) })),
    InterventionMembershipCorrected: (facts, { corrects, programme, from, advisers, leftOn }, meta) => ({
      ...facts,
      memberships: facts.memberships.map((membership) =>
        membership.revisions.includes(corrects)
          ? {
              revisions: [...membership.revisions, meta.revision],
              programme,
              by: causeOf(meta),
              ...(advisers && { advisersFrom: from }),
              left: leftOn === undefined ? [] : leaving(membership.left, leftOn, causeOf(meta)),
            }
          : membership,
      ),
    }),
    FactWithdrawn: (facts, { corrects }) => ({
      ...facts,
      memberships: facts.memberships.filter(({ revisions }) => !revisions.includes(corrects)),
    }),
    ProgrammeLiaisonRecorded: (facts, { area, programme, day }, meta) =>
      area === facts.area ? withLiaison(facts, programme, day, meta) : facts,
    ProgrammeLiaisonCorrected: (facts, { corrects, area, programme, day }, meta) => {
      const isIt = isRecord(meta, corrects);
      if (area !== facts.area) return { ...facts, liaisons: facts.liaisons.filter((liaison) => !isIt(liaison)) };
      if (!facts.liaisons.some(isIt)) return withLiaison(facts, programme, day, meta);
      const now = ({ by, revisions, contract }: Liaison): Liaison => ({
        contract,
        programme,
        day,
        by: { ...by, effectiveOn: day },
        revisions: [...revisions, meta.revision],
      });
      return { ...facts, liaisons: facts.liaisons.map((liaison) => (isIt(liaison) ? now(liaison) : liaison)) };
    },
    ProgrammeLiaisonWithdrawn: (facts, { corrects }, meta) => ({
      ...facts,
      liaisons: facts.liaisons.filter((liaison) => !isRecord(meta, corrects)(liaison)),
      undoneBy: causeOf(meta),
    }),
  },
  duties: (facts) =>
    termsNaming(facts, facts.area).flatMap(([contract, term]) =>
      facts.memberships.flatMap((membership) => liaisonDuties(facts, contract, term, membership)),
    ),
});

const isRecord =
  ({ streamId }: EventMeta, revision: number) =>
  ({ contract, revisions }: Liaison): boolean =>
    contract === streamId && revisions.includes(revision);

function liaisonDuties({ area, liaisons, undoneBy }: Facts, contract: string, term: Term, membership: Membership): Duty[] {
  const { programme, advisersFrom, by, left } = membership;
  if (advisersFrom === undefined || (left.length > 0 && left.at(-1)!.on < term.commencesOn)) return [];
  const base = advisersFrom > term.commencesOn ? { day: advisersFrom, by } : { day: term.commencesOn, by: term.bindingBy };
  const theirs = liaisons.filter((liaison) => liaison.contract === contract && liaison.programme === programme);
  const ends = left.map(({ on, by: recorded }) => ({ by: recorded, because: `The area left the programme on ${on}`, lastDay: on }));
  return stretches(base, theirs).map(({ from, imposedBy, first, metBy }) => ({
    period: `${contract}.${programme}.${from}`,
    series: `${contract}.${programme}`,
    role: 'contract-manager',
    assignedTo: [`contract-${contract}`],
    from,
    areas: [area],
    due: ({ firstMonths, months }) =>
      first ? monthsAfter(from, firstMonths!, 'membership or commencement') : monthsAfter(from, months!, 'the last liaison'),
    imposedBy,
    ...(metBy && { metBy }),
    ...(undoneBy && { undoneBy }),
    ended: [...ends, termEnd(term)],
  }));
}
