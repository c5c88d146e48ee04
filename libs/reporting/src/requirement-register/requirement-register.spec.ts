import {
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

describe('the requirement register (E2)', () => {
  it('shows what is owed, and keeps two requirements apart', () =>
    given(
      imposed,
      recorded(RequirementImposed({ ...imposing, definition: 'deep-dive' }), { stream: other }),
      recorded(RequirementMet(met), { stream: other }),
    ).rows({
      [key]: row,
      'deep-dive~931~inspection~2023-10-12': { ...row, definition: 'deep-dive', status: 'met', metBy: met.by },
    }));
  it('knows nothing of a requirement that was never imposed', () => given(lapsed, recorded(RequirementMet(met), on)).rows({}));
  it('shows a lapse, and that it was met late', () => {
    given(imposed, lapsed).rows({ [key]: { ...row, status: 'lapsed', lapsedAt: '2024-04-12T23:01:00.000Z' } });
    given(imposed, lapsed, recorded(RequirementMetLate({ ...met, due: '2024-04-12', daysLate: 3 }), on)).rows({
      [key]: { ...row, status: 'met-late', lapsedAt: '2024-04-12T23:01:00.000Z', metBy: met.by },
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
  it('shows that what met it was undone', () =>
    given(
      imposed,
      recorded(RequirementMet(met), on),
      recorded(RequirementReopened({ correction: 'improvementCase-931~inspection@5', because: 'corrected' }), on),
    ).rows({
      [key]: row,
    }));
  it('shows a release, a waiver and that the waiver was withdrawn', () => {
    given(imposed, recorded(RequirementReleased({ by: 'contract-CON_22889@9', because: 'the case was closed' }), on)).rows({
      [key]: { ...row, status: 'released' },
    });
    given(imposed, lapsed, recorded(RequirementWaived({ reason: 'r' }), on)).rows({
      [key]: { ...row, status: 'waived', lapsedAt: '2024-04-12T23:01:00.000Z' },
    });
    given(
      imposed,
      lapsed,
      recorded(RequirementWaived({ reason: 'r' }), on),
      recorded(WaiverWithdrawn({ corrects: 2, reason: 'r' }), on),
    ).rows({
      [key]: { ...row, status: 'lapsed', lapsedAt: '2024-04-12T23:01:00.000Z' },
    });
  });
});
