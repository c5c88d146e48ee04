import { feature, type Read } from '@app/event-sourcing';
import { withExamples } from '../examples';
import { contractStream } from '../contract/contract.stream';
import type { Role } from '../roles';
import { CloseRisk, closeRisk } from './close-risk/close-risk.command';
import { CorrectRisk, correctRisk } from './correct-risk/correct-risk.command';
import { EscalateRisk, escalateRisk } from './escalate-risk/escalate-risk.command';
import { MitigateRisk, mitigateRisk } from './mitigate-risk/mitigate-risk.command';
import { PassOnRisk, passOnRisk } from './pass-on-risk/pass-on-risk.command';
import { RaiseRisk, raiseRisk } from './raise-risk/raise-risk.command';
import { ReassessRisk, reassessRisk } from './reassess-risk/reassess-risk.command';
import { ReopenRisk, reopenRisk } from './reopen-risk/reopen-risk.command';
import { riskStream } from './risk.stream';
import { WithdrawMitigation, withdrawMitigation } from './withdraw-mitigation/withdraw-mitigation.command';
import { riskExamples } from './risk.examples';

const owners: readonly Role[] = ['case-lead', 'contract-manager', 'grant-manager', 'team-leader'];
const reads = ({ contract }: RaiseRisk): Record<string, Read> =>
  contract === undefined ? {} : { contract: { stream: contractStream, id: contract } };

const commands = [
  feature(RaiseRisk, riskStream, raiseRisk, {
    roles: [...owners, 'system'],
    rules: ['E1', 'C15'],
    says: 'Raise a risk for a local area',
    reads,
  }),
  feature(CorrectRisk, riskStream, correctRisk, { roles: owners, rules: ['E1'], says: 'Correct the record of a raised risk', reads }),
  feature(ReassessRisk, riskStream, reassessRisk, { roles: owners, rules: ['E1', 'C15'], says: 'Review a risk and set its next review' }),
  feature(MitigateRisk, riskStream, mitigateRisk, { roles: owners, rules: ['E1'], says: 'Record a mitigation of a risk' }),
  feature(WithdrawMitigation, riskStream, withdrawMitigation, { roles: owners, rules: ['E1'], says: 'Take a mitigation back' }),
  feature(EscalateRisk, riskStream, escalateRisk, { roles: owners, rules: ['E1', 'A7'], says: 'Escalate a risk with what it needs' }),
  feature(PassOnRisk, riskStream, passOnRisk, { roles: owners, rules: ['E1'], says: 'Pass a risk on to another owner' }),
  feature(CloseRisk, riskStream, closeRisk, { roles: owners, rules: ['E1'], says: 'Close a risk' }),
  feature(ReopenRisk, riskStream, reopenRisk, { roles: owners, rules: ['E1', 'C15'], says: 'Open a closed risk again' }),
];

export const riskFeatures = withExamples(commands, riskExamples);
