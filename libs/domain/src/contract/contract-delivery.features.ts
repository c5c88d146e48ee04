import { feature } from '@app/event-sourcing';
import { AgreeCallOffDays, agreeCallOffDays } from './agree-call-off-days/agree-call-off-days.command';
import { AgreeVisits, agreeVisits } from './agree-visits/agree-visits.command';
import { manager, supplier } from './contract.roles';
import { contractStream } from './contract.stream';
import { CorrectAdviceDay, correctAdviceDay } from './correct-advice-day/correct-advice-day.command';
import { CorrectDiagnostic, correctDiagnostic } from './correct-diagnostic/correct-diagnostic.command';
import { CorrectProgrammeLiaison, correctProgrammeLiaison } from './correct-programme-liaison/correct-programme-liaison.command';
import { RecordAdviceDay, recordAdviceDay } from './record-advice-day/record-advice-day.command';
import { RecordDiagnostic, recordDiagnostic } from './record-diagnostic/record-diagnostic.command';
import { RecordProgrammeLiaison, recordProgrammeLiaison } from './record-programme-liaison/record-programme-liaison.command';
import { WithdrawAdviceDay, withdrawAdviceDay } from './withdraw-advice-day/withdraw-advice-day.command';
import { WithdrawDiagnostic, withdrawDiagnostic } from './withdraw-diagnostic/withdraw-diagnostic.command';
import { WithdrawProgrammeLiaison, withdrawProgrammeLiaison } from './withdraw-programme-liaison/withdraw-programme-liaison.command';

/** What is delivered: days, visits, diagnostics, liaison (C2, C14, C18, C19). */
export const deliveryFeatures = [
  feature(AgreeCallOffDays, contractStream, agreeCallOffDays, {
    ...manager,
    rules: ['C2'],
    says: 'Record how many call-off days per month are agreed',
  }),
  feature(AgreeVisits, contractStream, agreeVisits, { ...manager, rules: ['C19'], says: 'Record how often an area is to be visited' }),
  feature(RecordAdviceDay, contractStream, recordAdviceDay, {
    ...supplier,
    rules: ['C2', 'C8', 'C14', 'C18', 'C19'],
    says: 'Record the work for an area on one day',
  }),
  feature(CorrectAdviceDay, contractStream, correctAdviceDay, {
    ...supplier,
    rules: ['C2', 'C18', 'C19'],
    says: 'Correct the record of an advice day',
  }),
  feature(WithdrawAdviceDay, contractStream, withdrawAdviceDay, {
    ...supplier,
    rules: ['C2'],
    says: 'Withdraw the record of an advice day that was not given',
  }),
  feature(RecordDiagnostic, contractStream, recordDiagnostic, { ...supplier, rules: ['C18'], says: 'Record diagnostic work on an area' }),
  feature(CorrectDiagnostic, contractStream, correctDiagnostic, {
    ...supplier,
    rules: ['C18'],
    says: 'Correct the record of a diagnostic',
  }),
  feature(WithdrawDiagnostic, contractStream, withdrawDiagnostic, {
    ...supplier,
    rules: ['C18'],
    says: 'Withdraw the record of a diagnostic that was not made',
  }),
  feature(RecordProgrammeLiaison, contractStream, recordProgrammeLiaison, {
    ...supplier,
    rules: ['C2', 'C14'],
    says: 'Record liaison with the advisers of a programme',
  }),
  feature(CorrectProgrammeLiaison, contractStream, correctProgrammeLiaison, {
    ...supplier,
    rules: ['C14'],
    says: 'Correct the record of a liaison',
  }),
  feature(WithdrawProgrammeLiaison, contractStream, withdrawProgrammeLiaison, {
    ...supplier,
    rules: ['C14'],
    says: 'Withdraw the record of a liaison that did not take place',
  }),
];
