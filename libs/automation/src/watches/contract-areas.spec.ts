import * as events from '@app/domain/events';
import { example } from '@app/domain/told.testing';
import type { Play } from '../testing/play';
import { begun, bound, breakPoint, CONTRACT, escalationOf, quality, report } from './contract.testing';

describe('the duties of a contract name the successors once an area has passed to them (reading 26)', () => {
  const passed = events.AreaPassedToSuccessors({
    predecessor: '931',
    successors: ['942'],
    from: '2024-02-15',
    areas: ['931', '887', '851', '942'],
    title: 'SEND and AP Advisory Services',
    supplier: 'Red Kite Solutions (SEN) Ltd',
    commencesOn: '2023-10-12',
    endsOn: '2025-03-31',
    endedEarly: false,
    judgedBy: 'localArea-931@1',
    reason: 'Order',
  });
  const passes = () => {
    const played = bound().until('2024-01-20');
    const weekly = { cause: 'pace' as const, rhythm: 'weekly' as const, periodDays: 7, from: '2024-02-01', reason: 'Pace' };
    played.record(CONTRACT, events.ReportingIncreased({ area: '931', ...weekly }));
    played.record(CONTRACT, passed);
    return played;
  };

  it('in the reports on the periods that begin from that day on, the running ones staying as they are (C9, C10)', () => {
    const played = passes().until('2024-03-20');
    expect(played.last(report('2024_02_01'), 'RequirementImposed')).toMatchObject({ areas: ['931', '887', '851'] });
    expect(played.last(report('2024_03_01'), 'RequirementImposed')).toMatchObject({ areas: ['887', '851', '942'] });
    expect(played.streams('requirement').filter((id) => id.startsWith('monthly_report~CON_22889~931.'))).toEqual([
      'monthly_report~CON_22889~931.2024_02_01',
      'monthly_report~CON_22889~931.2024_02_08',
    ]);
  });

  it('in a request for management information that is due from that day on, of all areas or of theirs (C12)', () => {
    const played = passes();
    const request = { requestedOn: '2024-01-20', indicators: 'All', references: [] };
    const ask = (id: string, dueOn: string, area?: string) => {
      played.record(
        CONTRACT,
        events.ManagementInformationRequested({ ...request, request: id, dueOn, ...(area !== undefined && { area }) }),
      );
      return played.last(`requirement-management_information~CON_22889~${id}`, 'RequirementImposed');
    };
    expect(ask('r1', '2024-02-14')).toMatchObject({ areas: ['931', '887', '851'] });
    expect(ask('r2', '2024-02-15')).toMatchObject({ areas: ['887', '851', '942'] });
    expect(ask('r3', '2024-02-14', '931')).toMatchObject({ areas: ['931'] });
    expect(ask('r4', '2024-02-15', '931')).toMatchObject({ areas: ['942'] });
    expect(ask('r5', '2024-02-15', '887')).toMatchObject({ areas: ['887'] });
  });

  describe('where it was imposed before the passing was recorded', () => {
    const request = { requestedOn: '2024-01-10', indicators: 'All', references: [] };
    const restated = (played: Play, requirement: string) =>
      played.last<{ areas: string[] }>(requirement, 'RequirementAreasRestated')?.areas;
    const information = (id: string) => `requirement-management_information~CON_22889~${id}`;
    const recordedLate = () => {
      const played = begun().until('2024-01-10');
      for (const [id, dueOn] of [
        ['r1', '2024-03-31'],
        ['r2', '2024-03-31'],
        ['r3', '2024-02-01'],
      ] as const)
        played.record(CONTRACT, events.ManagementInformationRequested({ ...request, request: id, dueOn }));
      played.record(CONTRACT, events.ManagementInformationProvided({ request: 'r2', providedOn: '2024-01-10', information: 'All' }));
      played.until('2024-03-20').record(CONTRACT, passed);
      return played;
    };

    it('for what is still owed for days since: an answer, the answer to the break, the report on a later month (C4, C9, C12)', () => {
      const played = recordedLate();
      for (const requirement of [information('r1'), breakPoint, report('2024_03_01')])
        expect([requirement, restated(played, requirement)]).toEqual([requirement, ['887', '851', '942']]);
      expect(played.last(breakPoint, 'RequirementAreasRestated')).toEqual({
        definition: 'break-answer',
        rule: 'C4',
        says: 'The break point of the contract is answered: continue or terminate',
        what: 'contract-CON_22889',
        due: '2024-03-31',
        areas: ['887', '851', '942'],
        previousAreas: ['931', '887', '851'],
        by: 'contract-CON_22889@6',
      });
    });

    it('and for nothing that is settled, or owed for days before', () => {
      const played = recordedLate();
      for (const requirement of [information('r2'), information('r3'), report('2024_02_01'), quality])
        expect([requirement, restated(played, requirement)]).toEqual([requirement, undefined]);
    });

    it('so that a lapse since goes out for them, and for whom it was owed before where the passing is withdrawn', () => {
      const played = recordedLate().until('2024-03-25');
      const { predecessor, successors, from, areas } = passed.data;
      const taken = { predecessor, successors, from, areas, leaving: ['942'], corrects: 6, reason: 'Put off' };
      const kept = recordedLate().until('2024-04-02');
      expect(kept.last(escalationOf(information('r1')), 'EscalationRaised')).toMatchObject({ areas: ['887', '851', '942'] });
      played.record(CONTRACT, events.AreaPassingWithdrawn(taken));
      expect(restated(played, information('r1'))).toEqual(['931', '887', '851']);
      expect(played.until('2024-04-02').last(escalationOf(information('r1')), 'EscalationRaised')).toMatchObject({
        areas: ['931', '887', '851'],
      });
    });
  });

  it('in the shorter reports that pass to them, and no more where the passing was withdrawn (C10)', () => {
    const played = passes();
    const weekly = { cause: 'pace' as const, rhythm: 'weekly' as const, periodDays: 7, from: '2024-02-15', reason: 'Order' };
    played.record(CONTRACT, events.ReportingIncreased({ area: '942', ...weekly }));
    const shorter = () => played.streams('requirement').filter((id) => id.startsWith('monthly_report~CON_22889~942.'));
    played.until('2024-02-23');
    expect(shorter()).toEqual(['monthly_report~CON_22889~942.2024_02_15', 'monthly_report~CON_22889~942.2024_02_22']);
    const { predecessor, successors, from, areas } = passed.data;
    const taken = { predecessor, successors, from, areas, leaving: ['942'], corrects: 2, reason: 'Put off' };
    played.record(CONTRACT, events.AreaPassingWithdrawn(taken));
    expect(played.types(report('942.2024_02_15')).at(-1)).toBe('RequirementReleased');
    played.record(CONTRACT, events.AreaPassedToSuccessors({ ...passed.data, from: '2024-02-20' }));
    played.until('2024-03-20');
    expect(shorter()).toHaveLength(2);
    expect(played.types(report('942.2024_02_22')).at(-1)).toBe('RequirementReleased');
  });

  it('and not where that was withdrawn', () => {
    const played = passes();
    const { predecessor, successors, from, areas } = passed.data;
    const taken = { predecessor, successors, from, areas, leaving: ['942'], corrects: 2, reason: 'Put off' };
    played.record(CONTRACT, events.AreaPassingWithdrawn(taken));
    played.until('2024-03-20');
    expect(played.last(report('2024_03_01'), 'RequirementImposed')).toMatchObject({ areas: ['931', '887', '851'] });
  });

  it('by the end that the contract has when an area passes again: the supplier liaises with their advisers (C4, C14)', () => {
    const played = passes();
    played.record(CONTRACT, example(events.BreakAnswered, { answer: 'terminate', endsOn: '2024-03-31', areas: passed.data.areas }));
    const { predecessor, successors, from, areas } = passed.data;
    const taken = { predecessor, successors, from, areas, leaving: ['942'], corrects: 3, reason: 'Put off' };
    played.record(CONTRACT, events.AreaPassingWithdrawn(taken));
    const stands = { endsOn: '2025-03-31', areas: ['931', '887', '851'] };
    played.record(CONTRACT, example(events.BreakAnswerWithdrawn, { answer: 'terminate', ...stands }));
    played.record(CONTRACT, events.AreaPassedToSuccessors({ ...passed.data, from: '2024-04-15' }));
    const membership = { programme: 'safety-valve' as const, from: '2024-01-20', advisers: true };
    played.record('localArea-942', example(events.InterventionProgrammeJoined, membership));
    const liaison = 'requirement-programme_liaison~942~CON_22889.safety_valve.2024_04_15';
    expect(played.until('2024-05-17').last(liaison, 'RequirementLapsed')).toMatchObject({ due: '2024-05-15' });
  });
});
