import type { EventsIn, EvolveLines } from '@app/event-sourcing';
import { changedEntry, entryOf, withEntry, withoutEntry } from '../entries';
import type * as life from './case-life.events';
import type * as outcomes from './case-outcomes.events';
import { digestOfOutcome, type CaseState, type OutcomeState } from './case.state';

type OpenedData = {
  readonly area: string;
  readonly cause: 'inspection' | 'timeliness';
  readonly inspection?: string;
  readonly openedOn: string;
};

const opened = ({ inspection: _before, ...state }: CaseState, data: OpenedData, revision: number): CaseState => ({
  ...state,
  area: data.area,
  cause: data.cause,
  ...(data.inspection !== undefined && { inspection: data.inspection }),
  opened: { on: data.openedOn, revision },
});

/** Opening, closing, who leads (J2, E3). */
export const lifeLines: EvolveLines<CaseState, EventsIn<typeof life>> = {
  CaseOpened: (state, data, { revision }) => ({ ...opened(state, data, revision), status: 'open' }),
  CaseOpeningCorrected: (state, data, { revision }) => opened(state, data, revision),
  CaseClosed: (state, { closedOn }) => ({ ...state, status: 'closed', closedOn }),
  CaseReopened: ({ closedOn: _closedOn, ...state }) => ({ ...state, status: 'open' }),
  CaseLeadAssigned: (state, { lead }) => ({ ...state, lead }),
  CoverNamed: (state, { absent, cover, from, to }, { revision }) => ({
    ...state,
    covers: [...state.covers, { absent, ...(cover !== undefined && { cover }), from, to, revision }],
  }),
  CoverWithdrawn: (state, { corrects }) => ({ ...state, covers: state.covers.filter(({ revision }) => revision !== corrects) }),
  CaseRecordWithdrawn: (state, { record, id }) => {
    const records = { ...state.records, [record]: withoutEntry(state.records[record], id) };
    const scheduled = record === 'deep-dive' && entryOf(state.scheduledDives, id);
    return { ...state, records, ...(scheduled && { scheduledDives: changedEntry(state.scheduledDives, id, { status: 'scheduled' }) }) };
  },
};

const outcome = (state: CaseState, id: string, change: Partial<OutcomeState>): CaseState => ({
  ...state,
  outcomes: changedEntry(state.outcomes, id, change),
});

/** Outcomes of Annex A (A1 to A3). */
export const outcomeLines: EvolveLines<CaseState, EventsIn<typeof outcomes>> = {
  OutcomeAgreed: (state, data) => ({
    ...state,
    outcomes: withEntry(state.outcomes, data.outcome, {
      kind: data.kind,
      status: 'agreed',
      agreedOn: data.agreedOn,
      digest: digestOfOutcome(data),
    }),
  }),
  OutcomeReworded: (state, data) => outcome(state, data.outcome, { digest: digestOfOutcome(data) }),
  OutcomeAchieved: (state, data, { revision }) =>
    outcome(state, data.outcome, { status: 'achieved', ended: { on: data.achievedOn, revision } }),
  OutcomeWithdrawn: (state, data, { revision }) =>
    outcome(state, data.outcome, { status: 'withdrawn', ended: { on: data.withdrawnOn, revision } }),
  OutcomeReinstated: (state, { outcome: id }) => {
    const known = entryOf(state.outcomes, id);
    if (known === undefined) return state;
    const { ended: _ended, ...standing } = known;
    return { ...state, outcomes: withEntry(state.outcomes, id, { ...standing, status: 'agreed' }) };
  },
};
