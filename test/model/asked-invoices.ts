import { ask, among, askedOf, onRecord, reason, today, type Asked, type Asking, type Chance } from './asking';
import { monthOf, sectionsFor } from './asked-contract';
import { CONTRACT } from './scene';
import type { World } from './world';

const onContract = askedOf(CONTRACT);
const STREAM = `contract-${CONTRACT}`;
const month = (world: World, type: string, { a }: Chance): string => onRecord(world, STREAM, 'month', [type], a).id;

interface Value {
  readonly approvedPence: number;
  readonly maximumPence: number;
}

/** What brings the approved invoices to a share of the maximum value, to a penny below it, or just somewhat further (C3). */
const pence = (world: World, { a, b }: Chance): number => {
  const { approvedPence, maximumPence } = world.state<Value>(STREAM)!;
  const share = among([80, 95, 100], a);
  const exact = Math.ceil((maximumPence * share) / 100) - approvedPence;
  return Math.max(1, among([exact, exact - 1, 1_000_000], b));
};

/** The whole way of a month's invoice to its approval (C9). */
const billed: Asking = (world, chance) => {
  const period = monthOf(world, chance.a % 4);
  const submittedOn = today(world);
  const about = { month: period, submittedOn };
  return [
    ask(world, 'SubmitReport', CONTRACT, { period, submittedOn, sections: sectionsFor(world, period) }),
    ask(world, 'AcceptReport', CONTRACT, { period, reason }),
    ask(world, 'SubmitNarrative', CONTRACT, { ...about, narrative: 'Some' }),
    ask(world, 'SubmitInvoice', CONTRACT, { ...about, pence: pence(world, chance), vatPence: 0 }),
    ask(world, 'ApproveInvoice', CONTRACT, { month: period, reason }),
  ].some((recorded) => recorded);
};

/** What is recorded of invoices. */
export const askedOfInvoices: Asked = Object.fromEntries([
  ['ApproveInvoice and all before it', billed],
  onContract('ReverseInvoiceApproval', (world, chance) => ({ month: month(world, 'InvoiceApproved', chance), reason })),
  onContract('ApproveInvoice', (world, chance) => ({ month: month(world, 'InvoiceApprovalReversed', chance), reason })),
  onContract('PayInvoice', (world, chance) => ({ month: month(world, 'InvoiceApproved', chance), paidOn: today(world) })),
  onContract('ReverseInvoicePayment', (world, chance) => {
    const { id, revision: corrects } = onRecord(world, STREAM, 'month', ['InvoicePaid'], chance.a);
    return { month: id, corrects, reason };
  }),
  onContract('VaryContractValue', (world, { a, b }) => {
    const { approvedPence, maximumPence } = world.state<Value>(STREAM)!;
    const reached = Math.floor((approvedPence * 100) / among([80, 95, 100], a));
    return { agreedOn: today(world), maximumPence: among([5_850_000, reached, reached + 1, maximumPence + 1_000_000], b), reason };
  }),
]);
