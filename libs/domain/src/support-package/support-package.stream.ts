import type { Day } from '@app/calendar';
import { declarationsIn, evolveWith, type Stream } from '@app/event-sourcing';
import * as events from './support-package.events';
import type { PackageEvent } from './support-package.events';

type OpenStatus = 'proposed' | 'returned' | 'approved';

export interface PackageState {
  readonly status: 'none' | OpenStatus | 'withdrawn' | 'completed' | 'terminated';
  /** Id of the partner's grant. */
  readonly partner: string;
  readonly recipient: string;
  readonly options: readonly string[];
  readonly executiveDays: number;
  readonly managementDays: number;
  readonly proposedOn: Day;
  /** First day on which it can be delivered (G10). */
  readonly approvedOn?: Day;
  /** The approval or the return that stands. */
  readonly answer?: { readonly revision: number; readonly on: Day };
  /** Last day on which it can be delivered. */
  readonly endedOn?: Day;
  /** Its end, and what it was before. */
  readonly ended?: { readonly revision: number; readonly was: OpenStatus };
}

/** A package that is neither withdrawn, completed nor terminated. */
export const isOpen = (status: PackageState['status']): status is OpenStatus =>
  status === 'proposed' || status === 'returned' || status === 'approved';

function closed(state: PackageState, status: 'withdrawn' | 'completed' | 'terminated', revision: number, endedOn?: Day): PackageState {
  return {
    ...state,
    status,
    ...(endedOn !== undefined && { endedOn }),
    ended: { revision, was: isOpen(state.status) ? state.status : 'proposed' },
  };
}

/**
 * `supportPackage-{id}`: what one recipient authority gets. Rates and delivered hours are on the partner's stream,
 * which guards a person's hours over all packages (reading 25). Bounded by what is proposed, agreed and ended: a few events.
 */
export const packageStream: Stream<PackageState, PackageEvent> = {
  category: 'supportPackage',
  collection: 'support-packages',
  events: declarationsIn(events),
  initial: () => ({
    status: 'none',
    partner: '',
    recipient: '',
    options: [],
    executiveDays: 0,
    managementDays: 0,
    proposedOn: '',
  }),
  evolve: evolveWith<PackageState, PackageEvent>({
    PackageProposed: (_state, { partner, recipient, options, executiveDays, managementDays, proposedOn }) => ({
      status: 'proposed',
      partner,
      recipient,
      options,
      executiveDays,
      managementDays,
      proposedOn,
    }),
    PackageWithdrawn: (state, _data, { revision }) => closed(state, 'withdrawn', revision),
    PackageApproved: (state, { approvedOn }, { revision }) => ({
      ...state,
      status: 'approved',
      approvedOn,
      answer: { revision, on: approvedOn },
    }),
    PackageReturned: (state, { returnedOn }, { revision }) => ({ ...state, status: 'returned', answer: { revision, on: returnedOn } }),
    PackageAnswerWithdrawn: ({ answer: _answer, approvedOn: _approvedOn, ...state }) => ({ ...state, status: 'proposed' }),
    PackageRescoped: (state, { recipient, options, executiveDays, managementDays }) => ({
      ...state,
      recipient,
      options,
      executiveDays,
      managementDays,
    }),
    PackageCompleted: (state, { completedOn }, { revision }) => closed(state, 'completed', revision, completedOn),
    PackageTerminated: (state, { terminatedOn }, { revision }) => closed(state, 'terminated', revision, terminatedOn),
    PackageReinstated: ({ ended, endedOn: _endedOn, ...state }) => ({ ...state, status: ended?.was ?? 'proposed' }),
  }),
};
