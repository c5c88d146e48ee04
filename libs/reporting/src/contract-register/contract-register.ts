import type { ContractEvent } from '@app/domain/events';
import { defineProjection } from '@app/event-sourcing';
import { ContractRow } from './contract-register.view';
import { deliveryLines } from './delivery-lines';
import { moneyLines } from './money-lines';
import { termLines } from './term-lines';

/** Every advisory contract with its money, its end, its reports and its days (C1 to C19). One row per contract, by its number. */
export const contractRegister = defineProjection<ContractRow, ContractEvent>({
  name: 'contract-register',
  version: 1,
  view: ContractRow,
  feed: true,
  columns: {
    title: 'text',
    supplier: 'text',
    status: 'text',
    manager: 'text',
    commencesOn: 'text',
    endsOn: 'text',
    noticeBy: 'text',
    maximumPence: 'integer',
    approvedPence: 'integer',
    remainingPence: 'integer',
  },
  indexes: [['endsOn'], ['status', 'endsOn']],
  key: (_event, { category, streamId }) => (category === 'contract' ? streamId : undefined),
  on: { ...termLines, ...moneyLines, ...deliveryLines },
});
