import { make, specFor } from '@app/event-sourcing/testing';
import { NationalDsgWithdrawn } from '../national-dsg.events';
import { caseLead, recorded } from '../national-dsg.stories';
import { nationalDsgStream } from '../national-dsg.stream';
import { WithdrawNationalDsg, withdrawNationalDsg } from './withdraw-national-dsg.command';

const given = specFor(nationalDsgStream, withdrawNationalDsg, { now: '2022-10-01', actor: caseLead, id: '2021_22' });
const { area, year, yearEndsOn } = recorded.data;
const said = { corrects: 0, reason: 'Recorded of another year' };
const withdrawn = NationalDsgWithdrawn({ area, year, yearEndsOn, ...said });

describe("a balance of England's that should never have been recorded (J9)", () => {
  it('is withdrawn with a reason, once', () => {
    given(recorded).when(make(WithdrawNationalDsg, said)).then(withdrawn);
    given(recorded, withdrawn).when(make(WithdrawNationalDsg, said)).thenRefused('national-dsg-not-on-record', 'corrects');
  });
  it('is refused of a record on which none stands', () => {
    given().when(make(WithdrawNationalDsg, said)).thenRefused('national-dsg-not-on-record', 'corrects');
    given(recorded)
      .when(make(WithdrawNationalDsg, { ...said, corrects: 1 }))
      .thenRefused('national-dsg-not-on-record', 'corrects');
  });
});
