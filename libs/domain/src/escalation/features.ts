import { feature } from '@app/event-sourcing';
import { VCU } from '../roles';
import { AcknowledgeEscalation, acknowledgeEscalation } from './acknowledge-escalation/acknowledge-escalation.command';
import { CorrectSupport, correctSupport } from './correct-support/correct-support.command';
import { escalationStream } from './escalation.stream';
import { PutSupportInPlace, putSupportInPlace } from './put-support-in-place/put-support-in-place.command';
import {
  RaiseEscalationToNextLevel,
  raiseEscalationToNextLevel,
} from './raise-escalation-to-next-level/raise-escalation-to-next-level.command';
import { RaiseEscalation, raiseEscalation } from './raise-escalation/raise-escalation.command';
import { ReopenEscalation, reopenEscalation } from './reopen-escalation/reopen-escalation.command';
import { ResolveEscalation, resolveEscalation } from './resolve-escalation/resolve-escalation.command';
import { SettleEscalation, settleEscalation } from './settle-escalation/settle-escalation.command';
import { WithdrawEscalation, withdrawEscalation } from './withdraw-escalation/withdraw-escalation.command';

const automation = ['system'];

export const escalationFeatures = [
  feature(RaiseEscalation, escalationStream, raiseEscalation, {
    roles: automation,
    rules: ['E3', 'E4', 'E6', 'E7'],
    says: 'Raise an escalation for a lapse, a breach or a decision, once for each cause',
  }),
  feature(AcknowledgeEscalation, escalationStream, acknowledgeEscalation, {
    roles: VCU,
    rules: ['E3', 'P5'],
    says: 'Acknowledge an escalation, so that it does not go up a level',
  }),
  feature(RaiseEscalationToNextLevel, escalationStream, raiseEscalationToNextLevel, {
    roles: automation,
    rules: ['E3', 'E7'],
    says: 'Raise an escalation that was not acknowledged in time to the next level, or tell the highest again',
  }),
  feature(PutSupportInPlace, escalationStream, putSupportInPlace, {
    roles: VCU,
    rules: ['E6', 'A7'],
    says: 'Record what was put in place for the need that an escalation names',
  }),
  feature(CorrectSupport, escalationStream, correctSupport, {
    roles: VCU,
    rules: ['E6', 'P5'],
    says: 'Correct what was recorded as put in place for an escalation',
  }),
  feature(ResolveEscalation, escalationStream, resolveEscalation, {
    roles: VCU,
    rules: ['E3', 'P5'],
    says: 'Resolve an escalation: what it asked for has been done',
  }),
  feature(WithdrawEscalation, escalationStream, withdrawEscalation, {
    roles: VCU,
    rules: ['E3', 'P5'],
    says: 'Withdraw an escalation that has no cause',
  }),
  feature(SettleEscalation, escalationStream, settleEscalation, {
    roles: automation,
    rules: ['E3'],
    says: 'Settle an escalation whose cause has gone',
  }),
  feature(ReopenEscalation, escalationStream, reopenEscalation, {
    roles: VCU,
    rules: ['E3', 'P5'],
    says: 'Reopen an escalation that was ended by mistake',
  }),
];
