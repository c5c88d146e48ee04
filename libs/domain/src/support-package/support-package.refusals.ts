import { defineRefusals } from '@app/event-sourcing';

export const refuse = defineRefusals({
  'package-not-proposed': { says: 'There is no package under this id.', rule: 'G10' },
  'package-exists': { says: 'There is a package under this id already; it is {status}.', rule: 'G10' },
  'package-other-partner': { says: 'This package is of the partner {partner}.', rule: 'G10' },
  'package-not-own': { says: 'You can propose packages of your own local area only.', rule: 'P4' },
  'package-partner-not-engaged': { says: 'The partner {partner} is not engaged, or its work is terminated or ended.', rule: 'G10' },
  'package-recipient-is-partner': { says: 'The recipient of a package is not the partner itself.', rule: 'G10' },
  'package-recipient-unknown': { says: 'Local area {area} is not registered.', rule: 'G10' },
  'package-solely-send': { says: 'The programme is solely for SEND: a package for children’s social care is refused.', rule: 'G6' },
  'package-option-unknown': { says: 'The programme has no support option {option}.', rule: 'G6' },
  'package-without-days': { says: 'A package has at least one day.', rule: 'G10' },
  'package-small-without-reason': { says: 'A package should run for no fewer than 40 days; {days} days need a reason.', rule: 'G10' },
  'package-day-in-future': { says: 'What has happened cannot lie ahead: {day} is after today, {today}.', rule: 'P5' },
  'package-day-before-proposal': { says: 'The package was proposed on {proposed}; nothing of it happened before.', rule: 'G10' },
  'package-day-before-engagement': { says: 'The partner was engaged on {engaged}; it proposed nothing before.', rule: 'G10' },
  'package-day-before-approval': { says: 'The package was approved on {approved}; it was not completed before.', rule: 'G10' },
  'package-not-waiting': { says: 'The package is {status}, not waiting for the Department.', rule: 'G10' },
  'package-not-approved': { says: 'The package is {status}, not approved.', rule: 'G10' },
  'package-closed': { says: 'The package is {status}: it can no longer be altered.', rule: 'G11' },
  'package-not-closed': { says: 'The package is {status}; there is no end to take back.', rule: 'G10' },
  'package-work-not-terminated': {
    says: 'The work of the partner is not terminated by revision {termination} of its record.',
    rule: 'G17',
  },
  'package-work-terminated': { says: 'The work of the partner is terminated; reverse that first.', rule: 'G17' },
});
