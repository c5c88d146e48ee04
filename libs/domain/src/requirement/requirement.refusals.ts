import { defineRefusals } from '@app/event-sourcing';

export const refuse = defineRefusals({
  'requirement-id-mismatch': {
    says: 'The requirement {id} is not the one of this definition, thing and period; its id is {expected}.',
    rule: 'E2',
  },
  'requirement-not-imposed': { says: 'This requirement was never imposed.', rule: 'E2' },
  'lapse-too-early': { says: 'It is due on {due} and can only lapse from {from} on; it is {now}.', rule: 'E2' },
  'waiver-of-met-requirement': { says: 'The requirement has been met: there is nothing to waive.', rule: 'E2' },
  'waiver-of-released-requirement': { says: 'What the requirement served has ended: there is nothing to waive.', rule: 'E2' },
  'requirement-not-waived': { says: 'The requirement is not waived.', rule: 'E2' },
  'waiver-mismatch': { says: 'The waiver in force is revision {waiver}, not {corrects}.', rule: 'E2' },
});
