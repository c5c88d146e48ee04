import { checkTold } from '../told.testing';
import * as events from './escalation.events';

describe('what the record says of an escalation (E3, E6)', () => {
  it('is one sentence for each event, true from its day or from its recording (P5)', () =>
    checkTold(events, [
      [
        'EscalationRaised',
        '2023-11-10',
        'Escalated to level 1 (contract-manager): The monthly report is submitted: nothing was recorded by 2023-11-10',
      ],
      ['EscalationAcknowledged', undefined, 'Acknowledged at level 1'],
      ['EscalationRaisedToNextLevel', undefined, 'Not acknowledged in time: raised to level 2 (team-leader)'],
      ['EscalationNotifiedAgain', undefined, 'Not acknowledged in time at level 3: deputy-director told again (1)'],
      ['SupportPutInPlace', '2024-04-15', 'Put in place from 2024-04-15: additional adviser support'],
      ['SupportPutInPlace', '2024-04-15', 'Put in place from 2024-04-15: information', { kind: 'information' }],
      ['SupportCorrected', '2024-04-16', 'Corrects what was put in place (4): departmental intervention from 2024-04-16'],
      ['EscalationResolved', undefined, 'Resolved: what was owed was recorded, late'],
      ['EscalationResolved', undefined, 'Resolved: what it asked for was decided', { because: 'answered' }],
      ['EscalationWithdrawn', undefined, 'Withdrawn: a person decided, with a reason'],
      ['EscalationWithdrawn', undefined, 'Withdrawn: what was owed was done in time and recorded late', { because: 'done-in-time' }],
      ['EscalationWithdrawn', undefined, 'Withdrawn: what was owed had been recorded in time', { because: 'met-in-time' }],
      ['EscalationWithdrawn', undefined, 'Withdrawn: the due day has moved', { because: 'rescheduled' }],
      ['EscalationWithdrawn', undefined, 'Withdrawn: what it served has ended', { because: 'released' }],
      ['EscalationWithdrawn', undefined, 'Withdrawn: the requirement was waived', { because: 'waived' }],
      ['EscalationWithdrawn', undefined, 'Withdrawn: the cause no longer holds', { because: 'cause-ended' }],
      ['EscalationReopened', undefined, 'Reopened: its end (5) was a mistake'],
    ]));
});
