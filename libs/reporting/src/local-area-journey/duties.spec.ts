import {
  EscalationAcknowledged,
  EscalationRaised,
  EscalationRaisedToNextLevel,
  EscalationReopened,
  EscalationResolved,
  EscalationWithdrawn,
  RequirementAreasRestated,
  RequirementImposed,
  RequirementLapsed,
  RequirementMet,
  RequirementMetLate,
  RequirementReleased,
  RequirementReopened,
  RequirementRescheduled,
  RequirementWaived,
  RiskClosed,
  RiskCorrected,
  RiskEscalated,
  RiskPassedOn,
  RiskRaised,
  RiskReassessed,
  RiskReopened,
  SupportPutInPlace,
  WaiverWithdrawn,
} from '@app/domain/events';
import { fieldsOf } from '@app/event-sourcing';
import { journey, on } from './local-area-journey.stories';
import { JourneyRisk, type JourneyEscalation, type JourneyRequirement } from './local-area-journey.view';

const why = { reason: 'r' };

describe('what is owed in the area (E2)', () => {
  const counted = { from: '2023-10-12', unit: 'months' as const, count: 6, skipped: [] };
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
    because: 'b',
    counted,
    settings: [],
    imposedBy: { event: 'improvementCase-931~inspection@0', effectiveOn: '2023-10-12' },
    escalation: { level: 2 as const, need: 'information' as const },
  };
  const here = on('requirement-stocktake~1');
  const imposed = here(RequirementImposed(imposing));
  const { definition, rule, says, what, due } = imposing;
  const one: JourneyRequirement = { requirement: 'stocktake~1', definition, rule, says, what, due, status: 'open' };
  const judgedAt = '2024-04-12T23:01:00.000Z';
  const lapse = { definition, what, period: '2023-10-12', areas: ['931'], due, judgedAt, readUpTo: '7', pastWhenImposed: false };
  const lapsed = here(RequirementLapsed({ ...lapse, escalation: imposing.escalation }));
  const overdue: JourneyRequirement = { ...one, status: 'lapsed', lapsedAt: judgedAt };
  const met = { by: 'improvementCase-931~inspection@4', recordedAt: '2024-04-10T09:00:00.000Z', effectiveOn: '2024-04-10' };
  const shows = (events: readonly ReturnType<typeof here>[], open: JourneyRequirement[], settled: JourneyRequirement[] = []) =>
    journey(imposed, ...events).shows({
      requirements: { open, settled },
      overdue: open.filter(({ status }) => status === 'lapsed').length,
    });

  it('is due, the earliest first, and overdue once it has lapsed', () => {
    shows([], [one]);
    shows([lapsed], [overdue]);
    const sooner = on('requirement-report~1')(RequirementImposed({ ...imposing, definition: 'report', due: '2024-01-10' }));
    shows([sooner], [{ ...one, requirement: 'report~1', definition: 'report', due: '2024-01-10' }, one]);
  });
  it('drops out when it is met, met late, released or waived', () => {
    shows([here(RequirementMet(met))], [], [{ ...one, status: 'met' }]);
    shows([lapsed, here(RequirementMetLate({ ...met, due, daysLate: 3 }))], [], [{ ...overdue, status: 'met-late' }]);
    shows([here(RequirementReleased({ by: met.by, because: 'b' }))], [], [{ ...one, status: 'released' }]);
    shows([lapsed, here(RequirementWaived(why))], [], [{ ...overdue, status: 'waived' }]);
  });
  it('passes with the area to its successor, overdue where it had lapsed (reading 26)', () => {
    const restating = { definition, rule, says, what, due, areas: ['887'], previousAreas: ['931'], by: 'contract-CON_22889@7' };
    const passed = here(RequirementAreasRestated(restating));
    expect(journey(imposed, passed).rows()['931']?.requirements).toEqual({ open: [], settled: [] });
    expect(journey(imposed, passed).rows()['887']?.requirements).toEqual({ open: [one], settled: [] });
    const late = here(RequirementAreasRestated({ ...restating, lapsedAt: judgedAt }));
    expect(journey(imposed, lapsed, late).rows()['887']).toMatchObject({ requirements: { open: [overdue] }, overdue: 1 });
    const back = here(RequirementAreasRestated({ ...restating, areas: ['931'], previousAreas: ['887'] }));
    expect(journey(imposed, passed, back, here(RequirementMet(met))).rows()['887']?.requirements).toEqual({ open: [], settled: [] });
    shows([passed, back], [one]);
  });
  it('is owed again, as lapsed where it had lapsed', () => {
    const reopened = here(RequirementReopened({ correction: met.by, because: 'corrected' }));
    shows([here(RequirementMet(met)), reopened], [one]);
    shows([lapsed, here(RequirementMetLate({ ...met, due, daysLate: 3 })), reopened], [overdue]);
    shows([lapsed, here(RequirementWaived(why)), here(WaiverWithdrawn({ corrects: 2, ...why }))], [overdue]);
    const moved = (stillLapsed: boolean) =>
      here(
        RequirementRescheduled({
          previousDue: due,
          due: '2024-05-12',
          dueMoment: '2024-05-12T22:59:59.999Z',
          because: 'moved',
          counted,
          imposedBy: imposing.imposedBy,
          stillLapsed,
        }),
      );
    shows([lapsed, moved(false)], [{ ...one, due: '2024-05-12' }]);
    shows([lapsed, moved(true)], [{ ...overdue, due: '2024-05-12' }]);
  });
  it('of several areas is shown to each, and what was settled long ago is not kept', () => {
    const both = here(RequirementImposed({ ...imposing, areas: ['931', '887'] }));
    const rows = journey(both, lapsed).rows();
    expect([rows['931']?.overdue, rows['887']?.overdue]).toEqual([1, 1]);
    const many = Array.from({ length: 25 }, (_none, index) => {
      const stream = on(`requirement-report~${index}`);
      return [stream(RequirementImposed(imposing)), stream(RequirementMet(met))];
    }).flat();
    const settled = journey(...many).rows()['931']?.requirements.settled;
    expect(settled).toHaveLength(20);
    expect(settled?.at(-1)?.requirement).toBe('report~24');
  });
});

describe('who has to act for the area (E3)', () => {
  const here = on('escalation-e1');
  const raising = {
    cause: 'requirement-stocktake~1@1',
    rule: 'J5',
    level: 2 as const,
    role: 'team-leader' as const,
    person: 'u-3',
    need: 'information' as const,
    because: 'b',
    what: 'improvementCase-931~inspection',
    areas: ['931'],
    since: '2024-04-12',
  };
  const raised = here(EscalationRaised(raising));
  const { cause: _cause, areas: _areas, ...rest } = raising;
  const one: JourneyEscalation = { escalation: 'e1', ...rest, status: 'unacknowledged', support: [] };
  const shows = (events: readonly ReturnType<typeof here>[], open: JourneyEscalation[], settled: JourneyEscalation[] = []) =>
    journey(raised, ...events).shows({ escalations: { open, settled }, openEscalations: open.length });
  const acknowledged = here(EscalationAcknowledged({ level: 2, ...why }));

  it('is raised, acknowledged, supported (E6) and goes up a level', () => {
    shows([], [one]);
    const support = here(SupportPutInPlace({ kind: 'additional-adviser-support', from: '2024-05-01', description: 'd' }));
    shows(
      [acknowledged, support],
      [{ ...one, status: 'acknowledged', acknowledgedBy: 'somebody', support: ['additional-adviser-support'] }],
    );
    const { person: _person, ...unnamed } = one;
    const lapse = 'requirement-acknowledgement~e1@1';
    shows(
      [here(EscalationRaisedToNextLevel({ level: 3, role: 'deputy-director', lapse }))],
      [{ ...unnamed, level: 3, role: 'deputy-director' }],
    );
    shows(
      [on('escalation-e0')(EscalationRaised({ ...raising, since: '2024-01-01' }))],
      [{ ...one, escalation: 'e0', since: '2024-01-01' }, one],
    );
  });
  it('is resolved or withdrawn, and stands as before when that was a mistake', () => {
    const resolved = here(EscalationResolved({ because: 'by-decision', ...why }));
    shows([resolved], [], [{ ...one, status: 'resolved' }]);
    shows([here(EscalationWithdrawn({ because: 'met-late' }))], [], [{ ...one, status: 'withdrawn' }]);
    const reopened = here(EscalationReopened({ corrects: 1, ...why }));
    shows([resolved, reopened], [one]);
    shows([acknowledged, resolved, reopened], [{ ...one, status: 'acknowledged', acknowledgedBy: 'somebody' }]);
  });
});

describe('risks of the area (E1)', () => {
  const here = on('risk-r1');
  const raising = {
    area: '931',
    outcome: 'o1',
    contract: 'CON_1',
    raisedOn: '2024-01-01',
    likelihood: 2,
    impact: 3,
    score: 6,
    owner: 'u-1',
    nextReviewOn: '2024-02-01',
    summary: 'sealed',
  };
  const raised = here(RiskRaised(raising));
  const { area: _area, raisedOn: _raisedOn, ...rest } = raising;
  const one: JourneyRisk = { risk: 'r1', ...rest };
  const shows = (events: readonly ReturnType<typeof here>[], open: JourneyRisk[], settled: JourneyRisk[] = []) =>
    journey(raised, ...events).shows({ risks: { open, settled }, openRisks: open.length });

  it('are raised, reassessed, escalated and passed on; the next review first', () => {
    shows([], [one]);
    const assessed = { likelihood: 4, impact: 4, score: 16, nextReviewOn: '2024-03-01' };
    const reassessed = RiskReassessed({ ...assessed, reassessedOn: '2024-02-01', previousScore: 6, reviewDueOn: '2024-02-01', ...why });
    shows([here(reassessed)], [{ ...one, ...assessed }]);
    shows([here(RiskEscalated({ area: '931', needs: ['information'], score: 6, ...why }))], [{ ...one, needs: ['information'] }]);
    shows([here(RiskPassedOn({ owner: 'u-2', previousOwner: 'u-1', ...why }))], [{ ...one, owner: 'u-2' }]);
    const other = on('risk-r2')(RiskRaised({ ...raising, nextReviewOn: '2024-02-15' }));
    shows(
      [other, here(reassessed)],
      [
        { ...one, risk: 'r2', nextReviewOn: '2024-02-15' },
        { ...one, ...assessed },
      ],
    );
    expect(fieldsOf(JourneyRisk).get('summary')?.classification).toMatchObject({ kind: 'free-text', category: 'free-text' });
  });
  it('are closed and opened again', () => {
    const closed = here(RiskClosed({ closedOn: '2024-05-01', ...why }));
    shows([closed], [], [one]);
    shows(
      [closed, here(RiskReopened({ reopenedOn: '2024-06-01', nextReviewOn: '2024-07-01', ...why }))],
      [{ ...one, nextReviewOn: '2024-07-01' }],
    );
  });
  it('are corrected, and leave an area that they were never of', () => {
    const corrected = (area: string) => here(RiskCorrected({ ...raising, area, impact: 5, score: 10, corrects: 0, ...why }));
    shows([corrected('931')], [{ ...one, impact: 5, score: 10 }]);
    const rows = journey(raised, corrected('887')).rows();
    expect([rows['931']?.risks.open, rows['887']?.risks.open]).toEqual([[], [{ ...one, impact: 5, score: 10 }]]);
  });
});
