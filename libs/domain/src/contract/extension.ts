import { addMonthsKeepingEnd } from '@app/calendar';
import type { ExtendContract } from './extend-contract/extend-contract.command';
import { everyArea } from './contract.areas';
import { refuse } from './contract.refusals';
import type { ContractTerms } from './contract.state';
import { endsByDecision, noticeBy, notAhead } from './contract.term';

/** Whole months by which a contract can be extended in all (C6). */
export const EXTENSION_MONTHS = 12;

/** @throws Refused `extension-of-ending-contract` */
export function extendable(terms: ContractTerms): void {
  if (endsByDecision(terms)) throw refuse('extension-of-ending-contract', { values: { endsOn: terms.endsOn } });
}

/** All months with a further step. @throws Refused `extension-over-twelve-months` */
export function withinTwelveMonths({ extensionMonths }: ContractTerms, months: number): number {
  const total = extensionMonths + months;
  if (total > EXTENSION_MONTHS) throw refuse('extension-over-twelve-months', { field: 'months', values: { months, total } });
  return total;
}

/** @throws Refused `extension-notice-late` */
export function inTime(givenOn: string, endsOn: string, field?: string): void {
  const due = noticeBy(endsOn);
  if (givenOn > due) throw refuse('extension-notice-late', { ...(field && { field }), values: { givenOn, endsOn, noticeBy: due } });
}

/** What an agreement makes of the contract's end, as it was before the step. */
export interface AgreedExtension {
  readonly totalMonths: number;
  readonly previousEnd: string;
  readonly completion: string;
  readonly extensionNoticeBy?: string;
  readonly areas: string[];
}

/**
 * A step of extension upon a notice (C6).
 * @throws Refused `extension-of-ending-contract`, `extension-over-twelve-months`, `extension-agreed-after-end`,
 * `extension-notice-missing`, `extension-notice-late`, `extension-agreed-before-notice`, `contract-day-in-future`
 */
export function agreed(
  { agreedOn, months }: ExtendContract,
  terms: ContractTerms,
  noticeGivenOn: string | undefined,
  now: string,
): AgreedExtension {
  extendable(terms);
  const { endsOn, completesOn } = terms;
  const totalMonths = withinTwelveMonths(terms, months);
  notAhead(agreedOn, now, 'agreedOn');
  if (agreedOn > endsOn) throw refuse('extension-agreed-after-end', { field: 'agreedOn', values: { endsOn, agreedOn } });
  if (noticeGivenOn === undefined) throw refuse('extension-notice-missing', { values: { noticeBy: noticeBy(endsOn) } });
  inTime(noticeGivenOn, endsOn);
  if (agreedOn < noticeGivenOn) {
    throw refuse('extension-agreed-before-notice', { field: 'agreedOn', values: { agreedOn, givenOn: noticeGivenOn } });
  }
  const completion = addMonthsKeepingEnd(completesOn, totalMonths);
  return {
    totalMonths,
    previousEnd: endsOn,
    completion,
    ...(totalMonths < EXTENSION_MONTHS && { extensionNoticeBy: noticeBy(completion) }),
    areas: everyArea(terms),
  };
}
