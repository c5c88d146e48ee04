import type { ContractEvent } from '@app/domain/events';
import { defineProjection, everyFieldOf } from '@app/event-sourcing';
import { present } from '../lists';
import { InformationRequestRow } from './information-requests.view';

type RequestEvent = Extract<
  ContractEvent,
  {
    type:
      | 'ManagementInformationRequested'
      | 'ManagementInformationProvided'
      | 'ManagementInformationCorrected'
      | 'ManagementInformationWithdrawn'
      | 'ManagementInformationRequestCancelled';
  }
>;
type Answer = Pick<Extract<RequestEvent, { type: 'ManagementInformationProvided' }>['data'], 'providedOn' | 'information'>;

const provided = (row: InformationRequestRow, { providedOn, information }: Answer): InformationRequestRow => ({
  ...row,
  status: 'provided',
  providedOn,
  late: providedOn > row.dueOn,
  information,
});

/** Every request for management information, and whether it was answered in time (C12). */
export const informationRequests = defineProjection<InformationRequestRow, RequestEvent>({
  name: 'information-requests',
  version: 1,
  view: InformationRequestRow,
  fields: everyFieldOf<InformationRequestRow>()(
    'contract',
    'request',
    'area',
    'status',
    'requestedOn',
    'dueOn',
    'providedOn',
    'late',
    'indicators',
    'information',
  ),
  columns: {
    contract: 'text',
    area: 'text',
    status: ['open', 'provided', 'cancelled'],
    requestedOn: 'day',
    dueOn: 'day',
    providedOn: 'day',
    late: 'flag',
  },
  indexes: [['dueOn'], ['status', 'dueOn'], ['contract', 'dueOn']],
  key: ({ data }, { category, streamId }) => (category === 'contract' ? `${streamId}~${data.request}` : undefined),
  on: {
    ManagementInformationRequested: (_row, { request, area, requestedOn, dueOn, indicators }, { streamId }) =>
      present<InformationRequestRow>({ contract: streamId, request, area, status: 'open', requestedOn, dueOn, indicators }),
    ManagementInformationProvided: (row, data) => row && provided(row, data),
    ManagementInformationCorrected: (row, data) => row && provided(row, data),
    ManagementInformationWithdrawn: (before) => {
      if (!before) return undefined;
      const { providedOn: _on, late: _late, information: _information, ...row } = before;
      return { ...row, status: 'open' };
    },
    ManagementInformationRequestCancelled: (row) => row && { ...row, status: 'cancelled' },
  },
});
