import { make, specFor } from '@app/event-sourcing/testing';
import { ProgrammeLiaisonRecorded } from '../contract.events';
import { contractStream } from '../contract.stream';
import { adviser as actor, bound, contractId as id } from '../contract.testing';
import { RecordProgrammeLiaison, recordProgrammeLiaison } from './record-programme-liaison.command';

const given = specFor(contractStream, recordProgrammeLiaison, { now: '2023-11-12', actor, id });
const body = { area: '887', programme: 'safety-valve' as const, day: '2023-11-10', advisers: ['subject_9'], notes: 'Shared the plan' };
const command = (change: Partial<typeof body> = {}) => make(RecordProgrammeLiaison, { ...body, ...change });
const recorded = ProgrammeLiaisonRecorded(body);

describe('recording liaison with the advisers of a programme (C14)', () => {
  it('is on record per area, programme and day; its time is in the advice days', () => {
    given(...bound)
      .when(command())
      .then(recorded);
    given(...bound, recorded)
      .when(command())
      .thenNothing();
    given(...bound, recorded)
      .when(make(RecordProgrammeLiaison, { ...body, programme: 'delivering-better-value' }))
      .then(ProgrammeLiaisonRecorded({ ...body, programme: 'delivering-better-value' }));
    given(...bound, recorded)
      .when(command({ day: '2023-11-11' }))
      .then(ProgrammeLiaisonRecorded({ ...body, day: '2023-11-11' }));
  });
  it('takes an area and a day of the contract, up to today', () => {
    given(...bound)
      .when(command({ area: '850' }))
      .thenRefused('contract-area-unknown', 'area');
    given(...bound)
      .when(command({ day: '2023-11-13' }))
      .thenRefused('contract-day-in-future', 'day');
    given(...bound)
      .when(command({ day: '2023-10-11' }))
      .thenRefused('contract-day-outside-term', 'day');
  });
});
