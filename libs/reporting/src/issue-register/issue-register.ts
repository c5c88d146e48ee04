import type { ContractEvent } from '@app/domain/events';
import { defineProjection, everyFieldOf } from '@app/event-sourcing';
import { present } from '../lists';
import { IssueRow } from './issue-register.view';

type IssueEvent = Extract<ContractEvent, { type: 'IssueRaised' | 'IssueAnswered' | 'IssueClosed' | 'IssueReopened' }>;

/** Every issue in the delivery and how quickly it was reacted to (C15). */
export const issueRegister = defineProjection<IssueRow, IssueEvent>({
  name: 'issue-register',
  version: 1,
  view: IssueRow,
  fields: everyFieldOf<IssueRow>()('contract', 'issue', 'area', 'status', 'raisedOn', 'what', 'answeredOn', 'answer'),
  columns: { contract: 'text', area: 'text', status: ['raised', 'answered', 'closed'], raisedOn: 'day', answeredOn: 'day' },
  indexes: [['raisedOn'], ['status', 'raisedOn'], ['contract']],
  key: ({ data }, { category, streamId }) => (category === 'contract' ? `${streamId}~${data.issue}` : undefined),
  on: {
    IssueRaised: (_row, { issue, area, raisedOn, what }, { streamId }) =>
      present<IssueRow>({ contract: streamId, issue, area, status: 'raised', raisedOn, what }),
    IssueAnswered: (row, { answeredOn, answer }) => row && { ...row, status: 'answered', answeredOn, answer },
    IssueClosed: (row) => row && { ...row, status: 'closed' },
    IssueReopened: (row) => row && { ...row, status: 'raised' },
  },
});
