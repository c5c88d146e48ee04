import { defineRefusals } from '@app/event-sourcing';

export const refuse = defineRefusals({
  'installation-already-founded': { says: 'This installation was founded as {mode}; that cannot be changed.', rule: 'P5' },
  'installation-not-founded': { says: 'There is no installation under this id.', rule: 'P5' },
});
