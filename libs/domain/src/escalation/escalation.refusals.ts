import { defineRefusals } from '@app/event-sourcing';

export const refuse = defineRefusals({
  'escalation-unknown': { says: 'There is no such escalation.', rule: 'E3' },
  'escalation-role-not-of-level': { says: 'Level {level} does not go to the role {role}.', rule: 'E3' },
  'escalation-not-yours': {
    says: 'It stands at level {level} and is answered by the person told or by a role of that level or above.',
    rule: 'E3',
  },
  'escalation-settled': { says: 'The escalation is {status} and no longer open.', rule: 'E3' },
  'escalation-not-settled': { says: 'The escalation is still open: there is nothing to reopen.', rule: 'E3' },
  'escalation-end-mismatch': { says: 'The escalation ended with revision {ended}, not {corrects}.', rule: 'E3' },
  'support-for-withdrawn-escalation': { says: 'The escalation was withdrawn: nothing is put in place for it.', rule: 'E6' },
  'support-in-future': { says: 'What is put in place is recorded from the day on which it is.', rule: 'E6' },
  'support-before-cause': { says: 'It cannot have been put in place for this before {since}, the day of the cause.', rule: 'E6' },
  'support-too-often': { says: 'At most {most} things are put in place for one escalation.', rule: 'E6' },
  'support-unknown': { says: 'Revision {corrects} of this escalation put nothing in place.', rule: 'E6' },
});
