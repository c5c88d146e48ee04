import {
  RequirementAreasRestated,
  RequirementImposed,
  RequirementLapsed,
  RequirementMet,
  RequirementMetLate,
  RequirementReleased,
  RequirementReopened,
  RequirementRescheduled,
  RequirementWaived,
  WaiverWithdrawn,
} from '@app/domain/events';
import { recorded, specForProjection } from '@app/event-sourcing/testing';
import { requirementRegister } from './requirement-register';
import type { RequirementRow } from './requirement-register.view';

const given = specForProjection(requirementRegister);

const stream = 'requirement-stocktake~931~inspection~2023-10-12';
const other = 'requirement-deep-dive~931~inspection~2023-10-12';
const on = { stream };
const counted = { from: '2023-10-12', unit: 'months' as const, count: 6, skipped: [] };
const escalation = { level: 2 as const, need: 'information' as const };
const imposing = {
  definition: 'stocktake',
  rule: 'J5',
  says: 'A stocktake is held',
  what: 'improvementCase-931~inspection',
  period: '2023-10-12',
  from: '2023-10-12',
  areas: ['931'],
  due: '2024-04-12',
  dueMoment: '2024-04-12T22:59:59.999Z',
  because: 'six months after 2023-10-12',
  counted,
  settings: [],
  imposedBy: { event: 'improvementCase-931~inspection@0', effectiveOn: '2023-10-12' },
  escalation,
};
const imposed = recorded(RequirementImposed(imposing), on);
const lapsed = recorded(
  RequirementLapsed({
    definition: 'stocktake',
    what: imposing.what,
    period: imposing.period,
    areas: ['931'],
    due: '2024-04-12',
    judgedAt: '2024-04-12T23:01:00.000Z',
    readUpTo: '7',
    escalation,
    pastWhenImposed: false,
  }),
  on,
);
const met = { by: 'improvementCase-931~inspection@4', recordedAt: '2024-04-10T09:00:00.000Z', effectiveOn: '2024-04-10' };
const row: RequirementRow = {
  definition: 'stocktake',
  rule: 'J5',
  says: 'A stocktake is held',
  what: 'improvementCase-931~inspection',
  period: '2023-10-12',
  areas: ['931'],
  status: 'open',
  due: '2024-04-12',
  because: 'six months after 2023-10-12',
  imposedBy: 'improvementCase-931~inspection@0',
};
const key = 'stocktake~931~inspection~2023-10-12';

const found = { ...on, who: 'process:requirements', role: 'system', recordedAt: '2024-04-10T09:00:01.000Z' };
const decided = { ...on, who: 'u-leader', role: 'team-leader', recordedAt: '2024-04-15T10:00:00.000Z' };
const settledBy = ({ who, role, recordedAt }: typeof found) => ({ settledBy: who, settledByRole: role, settledAt: recordedAt });

describe('the requirement register (E2)', () => {
  it('shows what is owed, and keeps two requirements apart', () =>
    given(
      imposed,
      recorded(RequirementImposed({ ...imposing, definition: 'deep-dive' }), { stream: other }),
      recorded(RequirementMet(met), { ...found, stream: other }),
    ).rows({
      [key]: row,
      'deep-dive~931~inspection~2023-10-12': { ...row, definition: 'deep-dive', status: 'met', metBy: met.by, ...settledBy(found) },
    }));
  it('knows nothing of a requirement that was never imposed', () => given(lapsed, recorded(RequirementMet(met), on)).rows({}));
  it('shows a lapse, and that it was met late', () => {
    given(imposed, lapsed).rows({ [key]: { ...row, status: 'lapsed', lapsedAt: '2024-04-12T23:01:00.000Z' } });
    given(imposed, lapsed, recorded(RequirementMetLate({ ...met, due: '2024-04-12', daysLate: 3 }), found)).rows({
      [key]: { ...row, status: 'met-late', lapsedAt: '2024-04-12T23:01:00.000Z', metBy: met.by, ...settledBy(found) },
    });
  });
  it('shows a new due day: owed again, or lapsed still', () => {
    const moved = (stillLapsed: boolean) =>
      recorded(
        RequirementRescheduled({
          previousDue: '2024-04-12',
          due: '2024-05-12',
          dueMoment: '2024-05-12T22:59:59.999Z',
          because: 'moved',
          counted,
          imposedBy: imposing.imposedBy,
          stillLapsed,
        }),
        on,
      );
    given(imposed, lapsed, moved(false)).rows({ [key]: { ...row, due: '2024-05-12', because: 'moved' } });
    given(imposed, lapsed, moved(true)).rows({
      [key]: { ...row, due: '2024-05-12', because: 'moved', status: 'lapsed', lapsedAt: '2024-04-12T23:01:00.000Z' },
    });
  });
  it('shows that what met or ended it was undone, and forgets who had settled it', () => {
    const reopened = recorded(RequirementReopened({ correction: 'improvementCase-931~inspection@5', because: 'corrected' }), on);
    given(imposed, recorded(RequirementMet(met), found), reopened).rows({ [key]: row });
    given(imposed, recorded(RequirementReleased({ by: 'contract-CON_22889@9', because: 'ended' }), found), reopened).rows({ [key]: row });
  });
  it('shows for which areas it is still owed (reading 26)', () => {
    const { definition, rule, says, what, due } = imposing;
    const restating = { definition, rule, says, what, due, areas: ['942'], previousAreas: ['931'], by: 'contract-CON_22889@7' };
    const restated = recorded(RequirementAreasRestated(restating), on);
    given(imposed, restated).rows({ [key]: { ...row, areas: ['942'] } });
    given(restated).rows({});
  });
  it('shows a release: what ended it, who recorded that, in which role and when (P5)', () =>
    given(imposed, recorded(RequirementReleased({ by: 'contract-CON_22889@9', because: 'the case was closed' }), found)).rows({
      [key]: { ...row, status: 'released', releasedBy: 'contract-CON_22889@9', ...settledBy(found) },
    }));
  it('shows a waiver and which person decided it, and that the waiver was withdrawn (P5)', () => {
    const lapse = { lapsedAt: '2024-04-12T23:01:00.000Z' };
    const waived = recorded(RequirementWaived({ reason: 'r' }), decided);
    given(imposed, lapsed, waived).rows({ [key]: { ...row, status: 'waived', ...lapse, ...settledBy(decided) } });
    given(imposed, lapsed, waived, recorded(WaiverWithdrawn({ corrects: 2, reason: 'r' }), on)).rows({
      [key]: { ...row, status: 'lapsed', ...lapse },
    });
  });
});
