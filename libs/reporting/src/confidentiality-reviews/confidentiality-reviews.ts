import type { ContractEvent, RequirementEvent } from '@app/domain/events';
import { defineProjection, everyFieldOf, type DomainEvent } from '@app/event-sourcing';
import { present, put } from '../lists';
import { ConfidentialityReviewRow } from './confidentiality-reviews.view';

type ReviewedEvent =
  | Extract<
      ContractEvent,
      {
        type: 'OrderPlaced' | 'OrderWithdrawn' | 'OrderDeclined' | 'InformationDesignated' | 'DesignationLifted' | 'ConfidentialityDecided';
      }
    >
  | RequirementEvent;

const CONTRACT = 'contract-';

/** The contract whose confidentiality is to be reviewed, where an event imposes that. */
function reviewedBy(event: DomainEvent<string, any>): string | undefined {
  if (event.type !== 'RequirementImposed' || event.data.definition !== 'confidentiality-review') return undefined;
  return event.data.what.slice(CONTRACT.length);
}

type Changes = { readonly [Field in keyof ConfidentialityReviewRow]?: ConfidentialityReviewRow[Field] | undefined };

const owed = (lapsed: boolean): Changes => ({ status: lapsed ? 'overdue' : 'due', lapsed: lapsed || undefined });

type Line = (row: ConfidentialityReviewRow | undefined) => ConfidentialityReviewRow | undefined;

/** What was decided stays decided, whatever becomes of the duty to decide it. */
const undecided =
  (change: (row: ConfidentialityReviewRow) => Changes): Line =>
  (row) =>
    row && row.status !== 'decided' ? present({ ...row, ...change(row) } as ConfidentialityReviewRow) : row;

/** What of each contract is confidential, and what stays so after its end (P1, reading 17). */
export const confidentialityReviews = defineProjection<ConfidentialityReviewRow, ReviewedEvent>({
  name: 'confidentiality-reviews',
  version: 2,
  view: ConfidentialityReviewRow,
  fields: everyFieldOf<ConfidentialityReviewRow>()(
    'title',
    'areas',
    'status',
    'dueOn',
    'lapsed',
    'endsOn',
    'staysConfidential',
    'decidedOn',
    'decidedBy',
    'designations',
  ),
  columns: {
    title: 'text',
    areas: 'texts',
    status: ['in-force', 'due', 'overdue', 'decided', 'waived'],
    dueOn: 'day',
    decidedOn: 'day',
  },
  indexes: [['dueOn']],
  words: ['title'],
  key: (event, { category, streamId }) => (category === 'contract' ? streamId : reviewedBy(event)),
  follows: (event, { stream }) => {
    const contract = reviewedBy(event);
    return contract === undefined ? [] : [{ stream, key: contract }];
  },
  on: {
    OrderPlaced: (_row, { title, areas }) => ({ title, areas, status: 'in-force', designations: [] }),
    OrderWithdrawn: (row) => row && null,
    OrderDeclined: (row) => row && null,
    InformationDesignated: (row, { designation, record, what }) =>
      row && {
        ...row,
        designations: put(
          row.designations,
          (one) => one.designation === designation,
          present({ designation, record, what }),
          (one) => one.designation,
        ),
      },
    DesignationLifted: (row, { designation }) =>
      row && { ...row, designations: row.designations.filter((one) => one.designation !== designation) },
    ConfidentialityDecided: (row, { endsOn, staysConfidential }, { who, effectiveOn }) =>
      row && { ...row, status: 'decided', endsOn, staysConfidential, decidedOn: effectiveOn, decidedBy: who },

    RequirementImposed: (row, { due }) => undecided(() => ({ status: 'due', dueOn: due }))(row),
    RequirementRescheduled: (row, { due, stillLapsed }) => undecided(() => ({ ...owed(stillLapsed), dueOn: due }))(row),
    RequirementLapsed: undecided(() => owed(true)),
    RequirementReleased: undecided(() => ({ status: 'in-force', dueOn: undefined, lapsed: undefined })),
    RequirementReopened: (before) => {
      if (!before) return undefined;
      const { endsOn: _ended, staysConfidential: _stays, decidedOn: _on, decidedBy: _by, ...row } = before;
      return present({ ...row, ...owed(row.lapsed === true) } as ConfidentialityReviewRow);
    },
    RequirementWaived: undecided(() => ({ status: 'waived' })),
    WaiverWithdrawn: undecided(({ lapsed }) => owed(lapsed === true)),
  },
});
