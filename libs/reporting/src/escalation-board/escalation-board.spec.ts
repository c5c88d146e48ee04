import {
  EscalationAcknowledged,
  EscalationNotifiedAgain,
  EscalationRaised,
  EscalationRaisedToNextLevel,
  EscalationReopened,
  EscalationResolved,
  EscalationWithdrawn,
  SupportPutInPlace,
} from '@app/domain/events';
import { recorded, specForProjection } from '@app/event-sourcing/testing';
import { escalationBoard } from './escalation-board';
import type { EscalationRow } from './escalation-board.view';

const given = specForProjection(escalationBoard);
const on = { stream: 'escalation-stocktake~931', recordedAt: '2024-04-12T23:01:00.000Z', who: 'u-7' };
const raising = {
  cause: 'requirement-stocktake~931@1',
  rule: 'J5',
  level: 2 as const,
  role: 'team-leader' as const,
  need: 'information' as const,
  because: 'No stocktake was recorded by 2024-04-12',
  what: 'improvementCase-931~inspection',
  areas: ['931'],
  since: '2024-04-12',
};
const raised = recorded(EscalationRaised(raising), on);
const lapse = 'requirement-acknowledgement~x@1';
const row: EscalationRow = { ...raising, status: 'unacknowledged', raisedAt: '2024-04-12T23:01:00.000Z', support: [], toldAgain: 0 };
const key = 'stocktake~931';

describe('the escalation board (E3)', () => {
  it('shows what was raised and keeps two escalations apart', () =>
    given(
      raised,
      recorded(EscalationRaised({ ...raising, level: 3, role: 'deputy-director', person: 'u-3' }), { ...on, stream: 'escalation-other' }),
    ).rows({
      [key]: row,
      other: { ...row, level: 3, role: 'deputy-director', person: 'u-3' },
    }));
  it('knows nothing of an escalation that was never raised', () =>
    given(recorded(EscalationAcknowledged({ level: 2, reason: 'r' }), on)).rows({}));
  it('shows who took it on, and what was put in place (E6)', () =>
    given(
      raised,
      recorded(EscalationAcknowledged({ level: 2, reason: 'r' }), on),
      recorded(SupportPutInPlace({ kind: 'additional-adviser-support', from: '2024-04-15', description: 'd' }), on),
    ).rows({ [key]: { ...row, status: 'acknowledged', acknowledgedBy: 'u-7', support: ['additional-adviser-support'] } }));
  it('goes up a level, and the highest level is told again', () =>
    given(
      recorded(EscalationRaised({ ...raising, person: 'u-2' }), on),
      recorded(EscalationRaisedToNextLevel({ level: 3, role: 'deputy-director', lapse }), on),
      recorded(EscalationNotifiedAgain({ level: 3, role: 'deputy-director', time: 1, lapse }), on),
    ).rows({ [key]: { ...row, level: 3, role: 'deputy-director', toldAgain: 1 } }));
  it('says whom the person told covers for, at each level', () => {
    const cover = { person: 'u-41', insteadOf: 'u-40' };
    const first = recorded(EscalationRaised({ ...raising, ...cover }), on);
    given(first).rows({ [key]: { ...row, ...cover } });
    const highest = { level: 3 as const, role: 'deputy-director' as const };
    const up = recorded(EscalationRaisedToNextLevel({ ...highest, person: 'u-3', lapse }), on);
    given(first, up).rows({ [key]: { ...row, ...highest, person: 'u-3' } });
    const again = recorded(EscalationNotifiedAgain({ ...highest, ...cover, time: 1, lapse }), on);
    given(first, up, again).rows({ [key]: { ...row, ...highest, ...cover, toldAgain: 1 } });
  });
  it('is resolved, withdrawn, and stands as before when that was a mistake', () => {
    const resolved = recorded(EscalationResolved({ because: 'by-decision', reason: 'r' }), on);
    given(raised, resolved).rows({ [key]: { ...row, status: 'resolved' } });
    given(raised, recorded(EscalationWithdrawn({ because: 'met-late' }), on)).rows({ [key]: { ...row, status: 'withdrawn' } });
    given(raised, resolved, recorded(EscalationReopened({ corrects: 1, reason: 'r' }), on)).rows({ [key]: row });
    given(
      raised,
      recorded(EscalationAcknowledged({ level: 2, reason: 'r' }), on),
      resolved,
      recorded(EscalationReopened({ corrects: 2, reason: 'r' }), on),
    ).rows({
      [key]: { ...row, status: 'acknowledged', acknowledgedBy: 'u-7' },
    });
  });
});
