import { addMonthsKeepingEnd, londonDay, type Day, type Instant } from '@app/calendar';
import { declarationsIn, evolveWith, type Stream } from '@app/event-sourcing';
import type { FundingPeriod } from './grant-terms';
import * as events from './programme.events';
import type { ProgrammeEvent } from './programme.events';
import type { FactsRead, JudgedEvidence, ProgrammeParticulars } from './programme.parts.command';

/** An award as the programme guards it. */
export interface Award {
  /** Local area that receives it. */
  readonly partner: string;
  readonly others: readonly string[];
  /** Absent where it is for an engagement at discretion. */
  readonly application?: string;
  /** Id of the engagement at discretion that draws on it. */
  readonly engagement?: string;
  readonly period: FundingPeriod;
  /** What it binds now. */
  readonly pence: number;
  readonly status: 'offered' | 'accepted' | 'declined' | 'withdrawn';
  readonly objectives: readonly string[];
  readonly confirmed: readonly string[];
  readonly confirmedAt?: number;
  readonly awardedOn: Day;
  readonly acceptedOn?: Day;
  /** Revision of the acceptance. */
  readonly acceptedAt?: number;
  /** The reduction on the partner's record, by its revision, whose money is bound again. */
  readonly restored?: number;
  readonly facts: readonly FactsRead[];
  readonly evidence: readonly JudgedEvidence[];
}

export interface ProgrammeState {
  readonly status: 'none' | 'open' | 'closed';
  readonly reference: string;
  readonly publishedOn: Day;
  readonly applicationsCloseAt: Instant;
  readonly fundingFrom: Day;
  readonly fundingUntil: Day;
  readonly extendableUntil: Day;
  readonly maximumPence: number;
  /** Revision at which the particulars were last recorded, and as what. */
  readonly particulars: { readonly revision: number; readonly digest: string };
  /** Title by id of the option; the notice's own have none. */
  readonly options: Readonly<Record<string, string>>;
  readonly awards: Readonly<Record<string, Award>>;
  readonly furtherFunding?: { readonly pence: number; readonly until: Day; readonly revision: number };
  readonly extension?: {
    readonly from: Day;
    readonly until: Day;
    readonly maximumPence: number;
    readonly extendedOn: Day;
    readonly revision: number;
  };
  readonly closedAt?: number;
  /** Who manages its grants. */
  readonly manager?: string;
}

/** What is bound in a period by awards that stand (G2). */
export const boundPence = ({ awards }: Pick<ProgrammeState, 'awards'>, period: FundingPeriod): number =>
  Object.values(awards)
    .filter((award) => award.period === period)
    .reduce((sum, { pence }) => sum + pence, 0);

/** The maximum of a period, and its last day; none where the programme is not extended (G2, G3). */
export function periodOf(
  state: ProgrammeState,
  period: FundingPeriod,
): { readonly from: Day; readonly until: Day; readonly maximumPence: number } | undefined {
  if (period === 'extension') return state.extension;
  return { from: state.fundingFrom, until: state.fundingUntil, maximumPence: state.maximumPence };
}

/** Whether every measured objective of an award is confirmed (G3). */
export const isDelivered = ({ status, objectives, confirmed }: Award): boolean =>
  status === 'accepted' && objectives.length > 0 && objectives.every((objective) => confirmed.includes(objective));

/** The last day of the one further year (G3): a month end stays a month end. */
export const furtherYearAfter = (fundingUntil: Day): Day => addMonthsKeepingEnd(fundingUntil, 12);

/** Particulars as text, to see whether they are the same. */
export const digestOf = (particulars: ProgrammeParticulars): string =>
  JSON.stringify([
    particulars.title,
    particulars.noticeId,
    particulars.ocid,
    particulars.reference,
    particulars.mainCpvCode,
    particulars.additionalCpvCodes,
    particulars.publishedAt,
    particulars.applicationsCloseAt,
    particulars.fundingFrom,
    particulars.fundingUntil,
    particulars.maximumPence,
  ]);

function withParticulars(state: ProgrammeState, data: ProgrammeParticulars & { extendableUntil: Day }, revision: number): ProgrammeState {
  const { reference, publishedAt, applicationsCloseAt, fundingFrom, fundingUntil, extendableUntil, maximumPence } = data;
  return {
    ...state,
    reference,
    publishedOn: londonDay(publishedAt),
    applicationsCloseAt,
    fundingFrom,
    fundingUntil,
    extendableUntil,
    maximumPence,
    particulars: { revision, digest: digestOf(data) },
  };
}

function withAward(state: ProgrammeState, award: string, change: (award: Award) => Partial<Award>): ProgrammeState {
  const known = state.awards[award]!;
  return { ...state, awards: { ...state.awards, [award]: { ...known, ...change(known) } } };
}

/**
 * `programme-{reference}`: guards the money of all partners together (G2).
 * Bounded by the number of awards: a few events for each, and a handful for the programme itself.
 */
export const programmeStream: Stream<ProgrammeState, ProgrammeEvent> = {
  category: 'programme',
  collection: 'programmes',
  events: declarationsIn(events),
  initial: () => ({
    status: 'none',
    reference: '',
    publishedOn: '',
    applicationsCloseAt: '',
    fundingFrom: '',
    fundingUntil: '',
    extendableUntil: '',
    maximumPence: 0,
    particulars: { revision: -1, digest: '' },
    options: {},
    awards: {},
  }),
  evolve: evolveWith<ProgrammeState, ProgrammeEvent>({
    ProgrammeOpened: (state, data, { revision }) => ({
      ...withParticulars(state, data, revision),
      status: 'open',
      options: Object.fromEntries(data.options.map((option) => [option, ''])),
    }),
    ProgrammeCorrected: (state, data, { revision }) => withParticulars(state, data, revision),
    SupportOptionAdded: (state, { option, title }) => ({ ...state, options: { ...state.options, [option]: title } }),
    SupportOptionRemoved: (state, { option }) => {
      const { [option]: _removed, ...options } = state.options;
      return { ...state, options };
    },
    GrantAwarded: (state, { award, partner, others, application, period, pence, objectives, awardedOn, facts, evidence }) => ({
      ...state,
      awards: {
        ...state.awards,
        [award]: {
          partner,
          others,
          application,
          period,
          pence,
          status: 'offered',
          objectives: objectives.map(({ objective }) => objective),
          confirmed: [],
          awardedOn,
          facts,
          evidence,
        },
      },
    }),
    DiscretionaryFundingAllotted: (state, { award, engagement, partner, period, pence, allottedOn }) => ({
      ...state,
      awards: {
        ...state.awards,
        [award]: {
          partner,
          others: [],
          engagement,
          period,
          pence,
          status: 'accepted',
          objectives: [],
          confirmed: [],
          awardedOn: allottedOn,
          acceptedOn: allottedOn,
          facts: [],
          evidence: [],
        },
      },
    }),
    AwardAccepted: (state, { award, acceptedOn }, { revision }) =>
      withAward(state, award, () => ({ status: 'accepted', acceptedOn, acceptedAt: revision })),
    AwardAcceptanceWithdrawn: (state, { award }) => {
      const { acceptedOn: _acceptedOn, acceptedAt: _acceptedAt, ...known } = state.awards[award]!;
      return { ...state, awards: { ...state.awards, [award]: { ...known, status: 'offered' } } };
    },
    AwardDeclined: (state, { award }) => withAward(state, award, () => ({ status: 'declined', pence: 0 })),
    AwardWithdrawn: (state, { award }) => withAward(state, award, () => ({ status: 'withdrawn', pence: 0 })),
    AwardReleased: (state, { award, remainingPence }) => withAward(state, award, () => ({ pence: remainingPence })),
    AwardRestored: (state, { award, reduction, boundPence: pence }) => withAward(state, award, () => ({ pence, restored: reduction })),
    FurtherFundingApproved: (state, { pence, until }, { revision }) => ({ ...state, furtherFunding: { pence, until, revision } }),
    FurtherFundingWithdrawn: ({ furtherFunding: _withdrawn, ...state }) => state,
    DeliveryObjectivesConfirmed: (state, { award, objectives }, { revision }) =>
      withAward(state, award, ({ confirmed }) => ({ confirmed: [...confirmed, ...objectives], confirmedAt: revision })),
    ObjectivesConfirmationWithdrawn: (state, { award, objectives }) =>
      withAward(state, award, ({ confirmed }) => ({ confirmed: confirmed.filter((objective) => !objectives.includes(objective)) })),
    ProgrammeExtended: (state, { from, until, maximumPence, extendedOn }, { revision }) => ({
      ...state,
      extension: { from, until, maximumPence, extendedOn, revision },
    }),
    ProgrammeExtensionWithdrawn: ({ extension: _withdrawn, ...state }) => state,
    GrantManagerAssigned: (state, { manager }) => ({ ...state, manager }),
    ProgrammeClosed: (state, _data, { revision }) => ({ ...state, status: 'closed', closedAt: revision }),
    ProgrammeReopened: ({ closedAt: _closedAt, ...state }) => ({ ...state, status: 'open' }),
  }),
};
