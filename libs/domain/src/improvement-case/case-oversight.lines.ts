import type { EventsIn, EvolveLines } from '@app/event-sourcing';
import { changedEntry, entryOf, withEntry } from '../entries';
import type * as oversight from './case-oversight.events';
import type { CaseState, HeldRecord } from './case.state';
import type { CaseRecord } from './case.vocabulary';

/** The state with a record of something held. */
export const held = (state: CaseState, record: CaseRecord, id: string, entry: HeldRecord): CaseState => ({
  ...state,
  records: { ...state.records, [record]: withEntry(state.records[record], id, entry) },
});

/** Deep dives, stocktakes, board meetings, updates and contacts (J4, J5, A3, A6). */
export const oversightLines: EvolveLines<CaseState, EventsIn<typeof oversight>> = {
  DeepDiveScheduled: (state, { deepDive, outcome, scheduledFor }) => ({
    ...state,
    scheduledDives: withEntry(state.scheduledDives, deepDive, { status: 'scheduled', outcome, scheduledFor }),
  }),
  DeepDiveRescheduled: (state, { deepDive, scheduledFor }) => ({
    ...state,
    scheduledDives: changedEntry(state.scheduledDives, deepDive, { scheduledFor }),
  }),
  DeepDiveCancelled: (state, { deepDive }) => ({
    ...state,
    scheduledDives: changedEntry(state.scheduledDives, deepDive, { status: 'cancelled' }),
  }),
  DeepDiveRecorded: (state, data, { revision }) => {
    const { deepDive, kind, heldOn } = data;
    const recorded = held(state, 'deep-dive', deepDive, { revision, on: heldOn, kind });
    return entryOf(state.scheduledDives, deepDive)
      ? { ...recorded, scheduledDives: changedEntry(state.scheduledDives, deepDive, { status: 'held' }) }
      : recorded;
  },
  DeepDiveCorrected: (state, data, { revision }) => held(state, 'deep-dive', data.deepDive, { revision, on: data.heldOn, kind: data.kind }),
  StocktakeRecorded: (state, data, { revision }) => held(state, 'stocktake', data.stocktake, { revision, on: data.heldOn }),
  StocktakeCorrected: (state, data, { revision }) => held(state, 'stocktake', data.stocktake, { revision, on: data.heldOn }),
  BoardMeetingRecorded: (state, data, { revision }) => held(state, 'board-meeting', data.meeting, { revision, on: data.heldOn }),
  BoardMeetingCorrected: (state, data, { revision }) => held(state, 'board-meeting', data.meeting, { revision, on: data.heldOn }),
  TimelinessProgressReported: (state, data, { revision }) =>
    held(state, 'timeliness-progress', data.report, { revision, on: data.reportedOn }),
  TimelinessProgressCorrected: (state, data, { revision }) =>
    held(state, 'timeliness-progress', data.report, { revision, on: data.reportedOn }),
  HealthAdviserContactRecorded: (state, data, { revision }) =>
    held(state, 'health-adviser-contact', data.contact, { revision, on: data.heldOn }),
  HealthAdviserContactCorrected: (state, data, { revision }) =>
    held(state, 'health-adviser-contact', data.contact, { revision, on: data.heldOn }),
};
