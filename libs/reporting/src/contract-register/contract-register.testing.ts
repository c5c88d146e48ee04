import { OrderPlaced } from '@app/domain/events';
import type { DomainEvent } from '@app/event-sourcing';
import { recorded, specForProjection, type Past } from '@app/event-sourcing/testing';
import { contractRegister } from './contract-register';
import type { ContractRow } from './contract-register.view';

export const given = specForProjection<ContractRow, DomainEvent<string, any>>(contractRegister as never);
export const at = (event: DomainEvent<string, any>, revision?: number, stream = 'contract-CON_1') =>
  recorded(event, { stream, ...(revision !== undefined && { revision }) });
export const why = { reason: 'r' };
export const order = {
  number: 'CON_1',
  references: ['ITT_1'],
  title: 'Advice',
  buyer: 'b',
  invoiceAddress: 'a',
  supplier: 'Supplier',
  orderedOn: '2023-10-12',
  commencesOn: '2023-10-12',
  completesOn: '2025-03-31',
  maximumPence: 5_850_000,
  areas: ['931', '887'],
  breakOn: '2024-03-31',
  takesIn: [],
  firstPeriodEndsOn: '2023-10-31',
  extensionNoticeBy: '2025-02-28',
};
export const row: ContractRow = {
  title: 'Advice',
  supplier: 'Supplier',
  references: ['ITT_1'],
  areas: ['931', '887'],
  areaPassings: [],
  status: 'placed',
  acceptances: [],
  professionals: [],
  orderedOn: '2023-10-12',
  commencesOn: '2023-10-12',
  completesOn: '2025-03-31',
  endsOn: '2025-03-31',
  breakOn: '2024-03-31',
  extensionMonths: 0,
  extensionLeft: 12,
  noticeBy: '2025-02-28',
  rightEnded: false,
  maximumPence: 5_850_000,
  invoicedPence: 0,
  approvedPence: 0,
  paidPence: 0,
  remainingPence: 5_850_000,
  invoices: [],
  callOff: [],
  months: [],
  advice: [],
  visits: [],
  rhythms: [],
  lastReports: [],
  liaisons: [],
  meetings: [],
  requests: [],
  diagnostics: [],
};

/** Upon the order these events make this of its row; the other contract's stays, and without an order there is none. */
export function shows(events: readonly Past<DomainEvent<string, any>>[], change: Partial<ContractRow>): void {
  const other = at(OrderPlaced({ ...order, number: 'CON_2' }), 0, 'contract-CON_2');
  given(at(OrderPlaced(order), 0), other, ...events).rows({ CON_1: { ...row, ...change }, CON_2: row });
  given(...events).rows({});
}
