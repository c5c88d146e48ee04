import { make, specFor } from '@app/event-sourcing/testing';
import { ProgrammeLiaisonCorrected, ProgrammeLiaisonRecorded, ProgrammeLiaisonWithdrawn } from '../contract.events';
import { contractStream } from '../contract.stream';
import { adviser as actor, bound, contractId as id, orderPlaced } from '../contract.testing';
import { RecordProgrammeLiaison, recordProgrammeLiaison } from '../record-programme-liaison/record-programme-liaison.command';
import { WithdrawProgrammeLiaison, withdrawProgrammeLiaison } from './withdraw-programme-liaison.command';

const facts = { now: '2023-11-20', actor, id };
const given = specFor(contractStream, withdrawProgrammeLiaison, facts);
const command = (corrects = 3) => make(WithdrawProgrammeLiaison, { corrects, reason: 'Nobody came' });
const liaison = { area: '887', programme: 'safety-valve' as const, day: '2023-11-10' };
const recorded = ProgrammeLiaisonRecorded(liaison);
const corrected = ProgrammeLiaisonCorrected({
  ...liaison,
  day: '2023-11-13',
  previousArea: '887',
  previousProgramme: 'safety-valve',
  previousDay: '2023-11-10',
  corrects: 3,
  reason: 'Wrong day',
});
const withdrawn = ProgrammeLiaisonWithdrawn({ ...liaison, corrects: 3, reason: 'Nobody came' });

describe('withdrawing a liaison that did not take place (C14)', () => {
  it('says which one it was, and takes it once', () => {
    given(...bound, recorded)
      .when(command())
      .then(withdrawn);
    given(...bound, recorded, withdrawn)
      .when(command())
      .thenRefused('contract-nothing-to-correct', 'corrects');
  });
  it('takes the record that stands after a correction', () => {
    given(...bound, recorded, corrected)
      .when(command(4))
      .then(ProgrammeLiaisonWithdrawn({ ...liaison, day: '2023-11-13', corrects: 4, reason: 'Nobody came' }));
    given(...bound, recorded, corrected)
      .when(command())
      .thenRefused('contract-nothing-to-correct', 'corrects');
  });
  it('lets a liaison of that day be recorded again', () =>
    specFor(contractStream, recordProgrammeLiaison, facts)(...bound, recorded, withdrawn)
      .when(make(RecordProgrammeLiaison, liaison))
      .then(recorded));
  it('takes a binding contract', () => {
    given().when(command()).thenRefused('contract-unknown');
    given(orderPlaced).when(command()).thenRefused('contract-not-binding');
  });
});
