import { defineRefusals } from '@app/event-sourcing';
import type { NationalBalance, NationalDsgState } from './national-dsg.stream';

export const refuse = defineRefusals({
  'national-dsg-id-mismatch': { says: "England's balance at the end of {year} belongs to {expected}, not to {id}.", rule: 'J9' },
  'national-dsg-already-recorded': { says: '{publisher} is on record for {year} with another balance; correct it.', rule: 'J9' },
  'national-dsg-not-on-record': { says: "No balance of England's stands on record {revision}.", rule: 'J9' },
});

/** The balance that stands on a record. @throws Refused where none does */
export function standingBalance({ standing }: NationalDsgState, corrects: number): NationalBalance {
  if (standing?.revision !== corrects) throw refuse('national-dsg-not-on-record', { field: 'corrects', values: { revision: corrects } });
  return standing;
}
