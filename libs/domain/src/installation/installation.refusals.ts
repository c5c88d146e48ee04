import { defineRefusals } from '@app/event-sourcing';

export const refuse = defineRefusals({
  'installation-already-founded': { says: 'This installation was founded as {mode}; that cannot be changed.', rule: 'P5' },
  'installation-not-founded': { says: 'There is no installation under this id.', rule: 'P5' },
  'stand-in-reversed': { says: 'The absence would end on {to}, before it begins on {from}.', rule: 'E3' },
  'stand-in-by-absent': { says: 'A person cannot stand in for themselves.', rule: 'E3' },
  'stand-in-overlaps': { says: 'An absence of this person from {from} to {to} is on record already; withdraw it first.', rule: 'E3' },
  'stand-in-not-on-record': { says: 'There is no absence on record at revision {revision}.', rule: 'E3' },
});
