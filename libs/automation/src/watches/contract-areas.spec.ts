import * as events from '@app/domain/events';
import { bound, CONTRACT, report } from './contract.testing';

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

  it('in a request for management information from that day on (C12)', () => {
    const played = passes();
    const request = { dueOn: '2024-03-31', indicators: 'All', references: [] };
    played.record(CONTRACT, events.ManagementInformationRequested({ ...request, request: 'r1', requestedOn: '2024-01-20' }));
    played.until('2024-02-15');
    played.record(CONTRACT, events.ManagementInformationRequested({ ...request, request: 'r2', requestedOn: '2024-02-15' }));
    const areasOf = (id: string) => played.last(`requirement-management_information~CON_22889~${id}`, 'RequirementImposed');
    expect(areasOf('r1')).toMatchObject({ areas: ['931', '887', '851'] });
    expect(areasOf('r2')).toMatchObject({ areas: ['887', '851', '942'] });
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
});
