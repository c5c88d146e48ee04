import { londonDay } from '@app/calendar';
import type {
  PackageAnswerWithdrawn,
  PackageApproved,
  PackageProposed,
  PackageReinstated,
  PackageReturned,
  PackageTerminated,
  PackageWithdrawn,
  PartnerEngaged,
  PartnerEngagedAtDiscretion,
  PartnerEngagementWithdrawn,
  EngagementAtDiscretionWithdrawn,
} from '@app/domain/events';
import type { EventMeta, EventOf } from '@app/event-sourcing';
import { workingDaysAfter } from '../requirement-engine/due';
import { managersOfGrant } from '../requirement-engine/people';
import { causeOf, defineWatch, type Cause } from '../requirement-engine/row';
import { endedBySetEnd, setEndLines, type SetEndEvent, type SetEnds } from './grant-term';

interface Proposal {
  readonly revision: number;
  readonly by: Cause;
  readonly recipient: string;
  readonly partner: string;
  readonly answeredBy?: Cause;
  readonly endedBy?: Cause;
  readonly undoneBy?: Cause;
}

interface Facts extends SetEnds {
  /** What took the engagement of its partner back. */
  readonly notEngaged?: Cause;
  readonly proposals: readonly Proposal[];
}

const engagedAgain = ({ notEngaged, ...facts }: Facts, _data: object, meta: EventMeta): Facts => ({
  ...facts,
  ...(notEngaged && { reopenedBy: causeOf(meta) }),
});
const notEngaged = (facts: Facts, _data: object, meta: EventMeta): Facts => ({ ...facts, notEngaged: causeOf(meta) });

const onLast = ({ proposals, ...facts }: Facts, change: (proposal: Proposal) => Proposal): Facts => ({
  ...facts,
  proposals: proposals.map((proposal, index) => (index === proposals.length - 1 ? change(proposal) : proposal)),
});

/**
 * Every proposed package is assessed by the Department on its merits (G10), unless its grant was ended, its work terminated (G17), or its
 * partner is not engaged any more. That funding runs out before the review is due ends nothing: a proposal is answered, and the grant may go
 * on into the further year (G3).
 */
export const packageReview = defineWatch<
  Facts,
  | SetEndEvent
  | EventOf<
      | typeof PackageProposed
      | typeof PackageApproved
      | typeof PackageReturned
      | typeof PackageAnswerWithdrawn
      | typeof PackageWithdrawn
      | typeof PackageTerminated
      | typeof PackageReinstated
      | typeof PartnerEngaged
      | typeof PartnerEngagedAtDiscretion
      | typeof PartnerEngagementWithdrawn
      | typeof EngagementAtDiscretionWithdrawn
    >
>({
  of: 'supportPackage',
  follows: ({ type, data }) => (type === 'PackageProposed' ? `partner-${data.partner}` : undefined),
  runsFromRecording: true,
  initial: () => ({ proposals: [] }),
  on: {
    ...setEndLines<Facts>(),
    PartnerEngaged: engagedAgain,
    PartnerEngagedAtDiscretion: engagedAgain,
    PartnerEngagementWithdrawn: notEngaged,
    EngagementAtDiscretionWithdrawn: notEngaged,
    PackageProposed: ({ proposals, ...facts }, { recipient, partner }, meta) => ({
      ...facts,
      proposals: [...proposals, { revision: meta.revision, by: causeOf(meta), recipient, partner }],
    }),
    PackageApproved: (facts, _data, meta) => onLast(facts, (proposal) => ({ ...proposal, answeredBy: causeOf(meta) })),
    PackageReturned: (facts, _data, meta) => onLast(facts, (proposal) => ({ ...proposal, answeredBy: causeOf(meta) })),
    PackageAnswerWithdrawn: (facts, _data, meta) =>
      onLast(facts, ({ answeredBy: _answered, ...proposal }) => ({ ...proposal, undoneBy: causeOf(meta) })),
    PackageWithdrawn: (facts, _data, meta) => onLast(facts, (proposal) => ({ ...proposal, endedBy: causeOf(meta) })),
    PackageTerminated: (facts, _data, meta) => onLast(facts, (proposal) => ({ ...proposal, endedBy: causeOf(meta) })),
    PackageReinstated: (facts, _data, meta) =>
      onLast(facts, ({ endedBy: _ended, ...proposal }) => ({ ...proposal, undoneBy: causeOf(meta) })),
  },
  duties: ({ proposals, reopenedBy, notEngaged: takenBack, ...ends }) =>
    proposals.map(({ revision, by, recipient, partner, answeredBy, endedBy, undoneBy }) => {
      const undone = latest(undoneBy, reopenedBy);
      return {
        period: `r${revision}`,
        from: by.effectiveOn,
        areas: [recipient],
        assignedTo: managersOfGrant(partner),
        due: ({ workingDays }) => workingDaysAfter(londonDay(by.recordedAt), workingDays!, 'the recording of the proposal'),
        imposedBy: by,
        ...(answeredBy && { metBy: answeredBy }),
        ended: [
          ...(endedBy ? [{ by: endedBy, because: 'The package was withdrawn or terminated' }] : []),
          ...(takenBack ? [{ by: takenBack, because: 'The engagement of its partner was taken back' }] : []),
          ...endedBySetEnd(ends),
        ],
        ...(undone && { undoneBy: undone }),
      };
    }),
});

const latest = (one: Cause | undefined, other: Cause | undefined): Cause | undefined =>
  one && other ? (one.recordedAt > other.recordedAt ? one : other) : (one ?? other);
