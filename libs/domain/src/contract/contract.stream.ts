import { declarationsIn, evolveWith, type Stream } from '@app/event-sourcing';
import { deliveryLines, oversightLines } from './contract-delivery.lines';
import { endLines } from './contract-end.lines';
import * as events from './contract.events';
import type { ContractEvent } from './contract.events';
import { invoicingLines, reportingLines } from './contract-month.lines';
import { orderLines } from './contract-order.lines';
import { noContract, type ContractState } from './contract.state';

export type { ContractState } from './contract.state';
export { recommendationOn, recommendedBy } from './contract.state';

/**
 * `contract-{number}`: one advisory call-off (C1), bounded by its term: at most thirty months of days, reports and invoices.
 * The state holds a month as one entry, and in it a day per area and person; corrections take the place of what they correct.
 */
export const contractStream: Stream<ContractState, ContractEvent> = {
  category: 'contract',
  collection: 'contracts',
  events: declarationsIn(events),
  initial: () => noContract,
  evolve: evolveWith<ContractState, ContractEvent>({
    ...orderLines,
    ...endLines,
    ...reportingLines,
    ...invoicingLines,
    ...deliveryLines,
    ...oversightLines,
  }),
};
