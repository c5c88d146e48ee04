import type { CaseEvent, ContractEvent } from '@app/domain/events';
import { defineProjection, everyFieldOf } from '@app/event-sourcing';
import { inOrder, put } from '../lists';
import { OutcomeRow } from './outcome-register.view';

type OutcomeEvent = CaseEvent | Extract<ContractEvent, { type: 'ReportSubmitted' }>;
type Held = Extract<CaseEvent, { type: 'DeepDiveCorrected' }>['data'];

const keyOf = (streamId: string, outcome: string): string => `${streamId}~${outcome}`;

/** The latest finding by the day of its deep dive says how the outcome stands. */
function withFindings(before: OutcomeRow, findings: OutcomeRow['findings']): OutcomeRow {
  const { rating: _rating, trajectory: _trajectory, ...row } = before;
  const latest = findings.at(-1);
  return { ...row, ...(latest && { rating: latest.rating, trajectory: latest.trajectory }), findings };
}

const withoutDeepDive = (row: OutcomeRow, deepDive: string): OutcomeRow =>
  withFindings(
    row,
    row.findings.filter((one) => one.deepDive !== deepDive),
  );

/** What a deep dive found of this outcome; one that does not speak of it (any more) leaves nothing. */
function withDeepDive(before: OutcomeRow, { deepDive, kind, heldOn, findings }: Pick<Held, 'deepDive' | 'kind' | 'heldOn' | 'findings'>) {
  const row = withoutDeepDive(before, deepDive);
  const finding = findings.find(({ outcome }) => outcome === row.outcome);
  if (!finding) return row;
  const { outcome: _outcome, ...found } = finding;
  return withFindings(
    row,
    inOrder([...row.findings, { deepDive, kind, on: heldOn, ...found }], ({ on }) => on),
  );
}

/** A line that is of one outcome of the case alone. */
const own =
  <D extends { outcome: string }>(change: (row: OutcomeRow, data: D) => OutcomeRow) =>
  (row: OutcomeRow | undefined, data: D): OutcomeRow | undefined =>
    row?.outcome === data.outcome ? change(row, data) : row;

/** Every outcome with the answers of A4, ratings and trajectory over time, beside what the supplier reports (A1 to A5, C16). */
export const outcomeRegister = defineProjection<OutcomeRow, OutcomeEvent>({
  name: 'outcome-register',
  version: 1,
  view: OutcomeRow,
  fields: everyFieldOf<OutcomeRow>()(
    'area',
    'case',
    'outcome',
    'kind',
    'words',
    'measures',
    'status',
    'agreedOn',
    'endedOn',
    'rating',
    'trajectory',
    'findings',
    'reported',
  ),
  columns: {
    area: 'text',
    case: 'text',
    outcome: 'text',
    kind: ['apa', 'afi', 'overall', 'timeliness'],
    status: ['agreed', 'achieved', 'withdrawn'],
    agreedOn: 'day',
    rating: ['on-track', 'at-risk', 'off-track'],
    trajectory: ['improving', 'steady', 'worsening'],
  },
  indexes: [['area', 'outcome'], ['case']],
  words: ['words'],
  key: (event) => {
    if (event.type !== 'ReportSubmitted') return undefined;
    return event.data.sections.flatMap(({ area, outcomes }) =>
      outcomes.flatMap(({ outcome }) => [keyOf(`${area}~inspection`, outcome), keyOf(`${area}~timeliness`, outcome)]),
    );
  },
  follows: (event, { stream, streamId }) => (event.type === 'OutcomeAgreed' ? [{ stream, key: keyOf(streamId, event.data.outcome) }] : []),
  on: {
    OutcomeAgreed: (row, { area, outcome, kind, words, measures, agreedOn }, { streamId }) =>
      row ?? { area, case: streamId, outcome, kind, words, measures, status: 'agreed', agreedOn, findings: [], reported: [] },
    OutcomeReworded: own((row, { words, measures }) => ({ ...row, words, measures })),
    OutcomeAchieved: own((row, { achievedOn }) => ({ ...row, status: 'achieved', endedOn: achievedOn })),
    OutcomeWithdrawn: own((row, { withdrawnOn }) => ({ ...row, status: 'withdrawn', endedOn: withdrawnOn })),
    OutcomeReinstated: own(({ endedOn: _ended, ...row }) => ({ ...row, status: 'agreed' })),
    DeepDiveRecorded: (row, data) => row && withDeepDive(row, data),
    DeepDiveCorrected: (row, data) => row && withDeepDive(row, data),
    CaseRecordWithdrawn: (row, { record, id }) => row && (record === 'deep-dive' ? withoutDeepDive(row, id) : row),
    ReportSubmitted: (row, { sections, period, submittedOn }, { streamId }) => {
      const said = row && sections.find(({ area }) => area === row.area)?.outcomes.find(({ outcome }) => outcome === row.outcome);
      if (!said) return row;
      const one = { contract: streamId, period, on: submittedOn, trajectory: said.trajectory };
      const isIt = (known: OutcomeRow['reported'][number]): boolean => known.contract === streamId && known.period === period;
      return { ...row, reported: put(row.reported, isIt, one, (known) => known.period) };
    },
  },
});
