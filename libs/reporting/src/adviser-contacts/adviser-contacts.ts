import type { CaseEvent } from '@app/domain/events';
import { defineProjection, everyFieldOf } from '@app/event-sourcing';
import { present } from '../lists';
import { AdviserContactRow } from './adviser-contacts.view';

type ContactEvent = Extract<CaseEvent, { type: 'HealthAdviserContactRecorded' | 'HealthAdviserContactCorrected' | 'CaseRecordWithdrawn' }>;
type Contact = Extract<CaseEvent, { type: 'HealthAdviserContactRecorded' }>['data'];

const rowOf = ({ area, heldOn, means, dfeAdviser, nhsAdviser, outcome, summary }: Contact, id: string): AdviserContactRow =>
  present({ area, case: id, heldOn, means, dfeAdviser, nhsAdviser, outcome, summary });

/** The working relationship between the SEND advisers of DfE and NHS England (A6). */
export const adviserContacts = defineProjection<AdviserContactRow, ContactEvent>({
  name: 'adviser-contacts',
  version: 1,
  view: AdviserContactRow,
  fields: everyFieldOf<AdviserContactRow>()('area', 'case', 'heldOn', 'means', 'dfeAdviser', 'nhsAdviser', 'outcome', 'summary'),
  columns: {
    area: 'text',
    case: 'text',
    heldOn: 'day',
    means: ['phone', 'video', 'in-person', 'written'],
    outcome: 'text',
  },
  indexes: [['heldOn'], ['area', 'heldOn']],
  key: ({ type, data }, { streamId }) => {
    if (type !== 'CaseRecordWithdrawn') return `${streamId}~${data.contact}`;
    return data.record === 'health-adviser-contact' ? `${streamId}~${data.id}` : undefined;
  },
  on: {
    HealthAdviserContactRecorded: (_row, data, { streamId }) => rowOf(data, streamId),
    HealthAdviserContactCorrected: (row, data, { streamId }) => row && rowOf(data, streamId),
    CaseRecordWithdrawn: (row) => row && null,
  },
});
