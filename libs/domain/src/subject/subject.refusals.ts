import { defineRefusals } from '@app/event-sourcing';

export const refuse = defineRefusals({
  'subject-id-mismatch': { says: 'The command is about {subject}, but it was sent to {id}.', rule: 'P3' },
  'subject-already-registered': { says: 'A person is registered under this id already; correct the record instead.', rule: 'P3' },
  'subject-unknown': { says: 'Nobody is registered under this id.', rule: 'P3' },
  'subject-data-erased': { says: 'The data of this person was erased for good; nothing more can be recorded under this id.', rule: 'P3' },
});
