import { checkTold } from '../told.testing';
import * as events from './risk.events';

describe('what the record says of a risk (E1)', () => {
  it('is one sentence for each event, true from its day or from its recording (P5)', () =>
    checkTold(events, [
      ['RiskRaised', '2024-01-10', 'Risk raised in 931: likelihood 3, impact 4, next review on 2024-02-10'],
      ['RiskCorrected', '2024-01-10', 'The record of the risk was corrected: 931, likelihood 4, impact 4, next review on 2024-02-10'],
      ['RiskReassessed', '2024-02-09', 'Risk reassessed: likelihood 2, impact 4, next review on 2024-03-09'],
      ['RiskMitigated', '2024-01-14', 'Mitigation m1 put in place on 2024-01-14'],
      ['MitigationWithdrawn', undefined, 'Mitigation m1 withdrawn'],
      ['RiskEscalated', undefined, 'Risk in 931 escalated: departmental-intervention, additional-adviser-support'],
      ['RiskPassedOn', undefined, 'Risk passed on from u-case-lead to u-contract-manager'],
      ['RiskClosed', '2024-03-01', 'Risk closed on 2024-03-01'],
      ['RiskReopened', '2024-05-01', 'Risk opened again on 2024-05-01, next review on 2024-06-01'],
    ]));
});
