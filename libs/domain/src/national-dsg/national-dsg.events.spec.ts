import { checkTold } from '../told.testing';
import * as events from './national-dsg.events';

describe("what the record says of England's balances of the dedicated schools grant (J9)", () => {
  it('is one sentence for each event, true from the year end on (P5)', () =>
    checkTold(events, [
      [
        'NationalDsgRecorded',
        '2022-03-31',
        'Balance of the dedicated schools grant in England at the end of 2021-22: -2.26 per cent of income, Department for Education',
      ],
      [
        'NationalDsgRecorded',
        '2022-03-31',
        'Balance of the dedicated schools grant in England at the end of 2021-22: suppressed (x), Department for Education',
        { balance: 'x' },
      ],
      [
        'NationalDsgCorrected',
        '2022-03-31',
        'Corrected: Balance of the dedicated schools grant in England at the end of 2021-22: -2.30 per cent of income, Department for Education',
      ],
      ['NationalDsgWithdrawn', '2022-03-31', 'Balance of the dedicated schools grant in England at the end of 2021-22: withdrawn'],
    ]));
});
