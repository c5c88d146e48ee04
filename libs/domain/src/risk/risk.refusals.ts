import { defineRefusals } from '@app/event-sourcing';

export const refuse = defineRefusals({
  'risk-already-raised': { says: 'This risk is raised already.', rule: 'E1' },
  'risk-unknown': { says: 'There is no such risk.', rule: 'E1' },
  'risk-closed': { says: 'The risk was closed on {closedOn}; it can be opened again.', rule: 'E1' },
  'risk-not-closed': { says: 'The risk is open.', rule: 'E1' },
  'risk-day-in-future': { says: '{day} lies ahead: only what has happened can be recorded.', rule: 'P5' },
  'risk-day-before-last': { says: '{day} lies before {last}, the day of the last record of the risk.', rule: 'E1' },
  'risk-review-not-ahead': { says: 'The next review {nextReviewOn} must lie after {day}.', rule: 'C15' },
  'risk-contract-elsewhere': { says: 'The contract {contract} is not binding, or does not cover {area}.', rule: 'C15' },
  'mitigation-already-recorded': { says: 'The mitigation {mitigation} is recorded already; it can be withdrawn.', rule: 'E1' },
  'mitigation-unknown': { says: 'The risk has no mitigation {mitigation}.', rule: 'E1' },
  'risk-nothing-to-correct': { says: 'Revision {corrects} is not the record that stands, so it cannot be corrected.', rule: 'P5' },
});
