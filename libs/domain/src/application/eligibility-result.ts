import type { RuleResult } from '../local-area/eligibility';
import type { EligibilityResult } from './application.parts.command';

/**
 * A rule's result as it is stored. The balance of the dedicated schools grant may be unpublished (P1) and goes
 * to the closed field.
 */
export function storedResult({ rule, result, route, value, threshold, fact }: RuleResult): EligibilityResult {
  const found = value === undefined ? {} : rule === 'G13-deficit' ? { balance: value } : { value };
  return {
    rule,
    result,
    ...(route !== undefined && { route }),
    ...found,
    ...(threshold !== undefined && { threshold }),
    ...(fact !== undefined && { fact }),
  };
}
