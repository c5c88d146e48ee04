import { recorded, stateAfter } from '@app/event-sourcing/testing';
import {
  RequirementAreasRestated,
  RequirementMet,
  RequirementMetLate,
  RequirementReleased,
  RequirementReopened,
  RequirementRescheduled,
  RequirementWaived,
  WaiverWithdrawn,
  type RequirementEvent,
} from './requirement.events';
import { imposed as imposing, lapsed } from './requirement.stories';
import { requirementStream } from './requirement.stream';

const by = 'contract-CON_22889@9';
const at = '2023-09-02T09:00:00.000Z';
const after = (...events: RequirementEvent[]) =>
  stateAfter(
    requirementStream,
    events.map((event, index) => recorded(event, { recordedAt: `2023-09-0${index + 2}T09:00:00.000Z` })),
  );
const imposed = {
  definition: 'monthly-report',
  rule: 'C9',
  says: imposing.data.says,
  what: 'contract-CON_22889',
  period: '2023-10-12',
  areas: ['931', '887', '851'],
  due: '2023-11-10',
  dueMoment: '2023-11-10T23:59:59.999Z',
  recordedAt: at,
  escalation: { level: 1, need: 'information', secondInARow: 2 },
};
const sinceLapsed = { ...imposed, lapsedAt: lapsed.data.judgedAt };
const met = RequirementMet({ by, recordedAt: '2023-11-10T09:00:00.000Z', effectiveOn: '2023-11-10' });
const metLate = RequirementMetLate({
  by,
  recordedAt: '2023-11-13T09:00:00.000Z',
  effectiveOn: '2023-11-13',
  due: '2023-11-10',
  daysLate: 3,
});
const rescheduled = (stillLapsed: boolean) =>
  RequirementRescheduled({
    previousDue: '2023-11-10',
    due: '2023-11-20',
    dueMoment: '2023-11-20T23:59:59.999Z',
    because: 'Moved',
    counted: { from: '2023-11-20', unit: 'date', count: 0, skipped: [] },
    imposedBy: { event: by, effectiveOn: '2023-11-01' },
    stillLapsed,
  });
const reopened = RequirementReopened({ correction: by, because: 'Returned' });
const released = RequirementReleased({ by, because: 'Ended' });
const waived = RequirementWaived({ reason: 'Not needed' });
const waiverBack = WaiverWithdrawn({ corrects: 1, reason: 'A mistake' });

describe('what is known of a requirement (E2)', () => {
  it('is nothing before it is imposed', () => {
    expect(requirementStream).toMatchObject({ category: 'requirement', collection: 'requirements' });
    expect(requirementStream.initial()).toEqual({ status: 'none', lapsed: false });
  });

  it('is what is due, when, and since when that is on record', () =>
    expect(after(imposing)).toStrictEqual({ status: 'open', lapsed: false, imposed }));

  it('is whether it was met in time, met late or lapsed; a lapse stands whatever comes after it (E4)', () => {
    expect(after(imposing, met)).toStrictEqual({ status: 'met', lapsed: false, imposed, metBy: by, metOn: '2023-11-10' });
    expect(after(imposing, lapsed)).toStrictEqual({ status: 'lapsed', lapsed: true, imposed: sinceLapsed });
    expect(after(imposing, metLate)).toStrictEqual({ status: 'met-late', lapsed: false, imposed, metBy: by, metOn: '2023-11-13' });
    expect(after(imposing, lapsed, metLate)).toStrictEqual({
      status: 'met-late',
      lapsed: true,
      imposed: sinceLapsed,
      metBy: by,
      metOn: '2023-11-13',
    });
    expect(after(imposing, lapsed, met)).toStrictEqual({
      status: 'met',
      lapsed: false,
      imposed: sinceLapsed,
      metBy: by,
      metOn: '2023-11-10',
    });
  });

  it('is another due day, with the moment from which that is on record', () => {
    const moved = { due: '2023-11-20', dueMoment: '2023-11-20T23:59:59.999Z' };
    const open = { status: 'open', lapsed: false, imposed: { ...imposed, ...moved, recordedAt: '2023-09-03T09:00:00.000Z' } };
    expect(after(imposing, rescheduled(false))).toStrictEqual(open);
    const recordedAt = '2023-09-04T09:00:00.000Z';
    expect(after(imposing, lapsed, rescheduled(false))).toStrictEqual({ ...open, imposed: { ...sinceLapsed, ...moved, recordedAt } });
    const lapsedStill = { status: 'lapsed', lapsed: true, imposed: { ...sinceLapsed, ...moved, recordedAt } };
    expect(after(imposing, lapsed, rescheduled(true))).toStrictEqual(lapsedStill);
  });

  it('is owed for the areas that were said last (reading 26)', () => {
    const { definition, rule, says, what, due } = imposed;
    const areas = ['887', '851', '942'];
    const restated = RequirementAreasRestated({ definition, rule, says, what, due, areas, previousAreas: imposed.areas, by });
    expect(after(imposing, restated)).toStrictEqual({ status: 'open', lapsed: false, imposed: { ...imposed, areas } });
    expect(after(imposing, lapsed, restated)).toStrictEqual({ status: 'lapsed', lapsed: true, imposed: { ...sinceLapsed, areas } });
  });

  it('is owed again, and as before, where what settled it was taken back', () => {
    const open = { status: 'open', lapsed: false, imposed };
    const lapsedStill = { status: 'lapsed', lapsed: true, imposed: sinceLapsed };
    expect(after(imposing, met, reopened)).toStrictEqual(open);
    expect(after(imposing, lapsed, metLate, reopened)).toStrictEqual(lapsedStill);
    expect(after(imposing, released)).toStrictEqual({ ...open, status: 'released' });
    expect(after(imposing, lapsed, released)).toStrictEqual({ ...lapsedStill, status: 'released' });
    expect(after(imposing, waived)).toStrictEqual({ ...open, status: 'waived', waiver: 1 });
    expect(after(imposing, lapsed, waived)).toStrictEqual({ ...lapsedStill, status: 'waived', waiver: 2 });
    expect(after(imposing, waived, waiverBack)).toStrictEqual(open);
    expect(after(imposing, lapsed, waived, waiverBack)).toStrictEqual(lapsedStill);
  });
});
