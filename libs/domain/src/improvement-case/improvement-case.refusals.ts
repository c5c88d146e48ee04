import { defineRefusals } from '@app/event-sourcing';

export const refuse = defineRefusals({
  'case-already-open': { says: 'One case at a time is open for a local area and cause; this one is open already.', rule: 'J2' },
  'case-id-mismatch': { says: 'The case {id} is not the one of this local area and cause; its id is {expected}.', rule: 'J2' },
  'case-opened-in-future': { says: 'A case cannot be opened on a day that lies ahead.', rule: 'J2' },
});
