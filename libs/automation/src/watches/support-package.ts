import { londonDay } from '@app/calendar';
import type {
  PackageAnswerWithdrawn,
  PackageApproved,
  PackageProposed,
  PackageReinstated,
  PackageReturned,
  PackageTerminated,
  PackageWithdrawn,
} from '@app/domain/events';
import type { EventOf } from '@app/event-sourcing';
import { workingDaysAfter } from '../requirement-engine/due';
import { managersOfGrant } from '../requirement-engine/people';
import { causeOf, defineWatch, type Cause } from '../requirement-engine/row';

interface Proposal {
  readonly revision: number;
  readonly by: Cause;
  readonly recipient: string;
  readonly partner: string;
  readonly answeredBy?: Cause;
  readonly endedBy?: Cause;
  readonly undoneBy?: Cause;
}

interface Facts {
  readonly proposals: readonly Proposal[];
}

const onLast = ({ proposals }: Facts, change: (proposal: Proposal) => Proposal): Facts => ({
  proposals: proposals.map((proposal, index) => (index === proposals.length - 1 ? change(proposal) : proposal)),
});

/** Every proposed package is assessed by the Department on its merits (G10). */
export const packageReview = defineWatch<
  Facts,
  EventOf<
    | typeof PackageProposed
    | typeof PackageApproved
    | typeof PackageReturned
    | typeof PackageAnswerWithdrawn
    | typeof PackageWithdrawn
    | typeof PackageTerminated
    | typeof PackageReinstated
  >
>({
  of: 'supportPackage',
  runsFromRecording: true,
  initial: () => ({ proposals: [] }),
  on: {
    PackageProposed: ({ proposals }, { recipient, partner }, meta) => ({
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
  duties: ({ proposals }) =>
    proposals.map(({ revision, by, recipient, partner, answeredBy, endedBy, undoneBy }) => ({
      period: `r${revision}`,
      from: by.effectiveOn,
      areas: [recipient],
      assignedTo: managersOfGrant(partner),
      due: ({ workingDays }) => workingDaysAfter(londonDay(by.recordedAt), workingDays!, 'the recording of the proposal'),
      imposedBy: by,
      ...(answeredBy && { metBy: answeredBy }),
      ...(endedBy && { ended: { by: endedBy, because: 'The package was withdrawn or terminated' } }),
      ...(undoneBy && { undoneBy }),
    })),
});
