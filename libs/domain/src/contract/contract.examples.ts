import type { Examples } from '../examples';
import { endExamples, orderExamples } from './contract-order.examples';
import { deliveryExamples, oversightExamples } from './contract-delivery.examples';
import { invoicingExamples, reportingExamples } from './contract-month.examples';

/** The contract of the example, which ran from 12 October 2023 to 31 March 2025; what it no longer takes says how it is asked. */
export const contractExamples: Examples = {
  ...orderExamples,
  ...endExamples,
  ...reportingExamples,
  ...invoicingExamples,
  ...deliveryExamples,
  ...oversightExamples,
};
