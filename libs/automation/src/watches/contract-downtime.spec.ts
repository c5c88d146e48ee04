import * as events from '@app/domain/events';
import { playRequirements, type Play } from '../testing/play';
import { accepted, bound, CONTRACT, escalationOf, quality, report, submitted } from './contract.testing';

describe('time during which the worker was down (E5)', () => {
  it('counts two months in a row as such where the first one was returned, and both lapsed, in that time (E3)', () => {
    const played = bound();
    played.record(CONTRACT, submitted('2023-10-12', '2023-10-31', '2023-10-12'));
    played.stop();
    played.until('2023-11-06');
    played.record(CONTRACT, events.ReportReturned({ period: '2023-10-12', periodEndsOn: '2023-10-31', reason: 'Too thin' }));
    played.until('2023-12-12').start();
    expect(played.last(escalationOf(report('2023_10_12')), 'EscalationRaised')).toMatchObject({ level: 1 });
    expect(played.last(escalationOf(report('2023_11_01')), 'EscalationRaised')).toMatchObject({ level: 2 });
  });

  it('is caught up with the same record as if it had been up, and a report in time is never called late', () => {
    const facts = (played: Play) => {
      played.record(CONTRACT, accepted);
      played.until('2023-11-10T23:59:59.999Z');
      played.record(CONTRACT, submitted('2023-10-12', '2023-10-31', '2023-11-10'));
      played.until('2023-12-12');
      played.record(CONTRACT, submitted('2023-11-01', '2023-11-30', '2023-12-12'));
    };
    const up = playRequirements('2023-10-12T09:00:00.000Z');
    facts(up);
    up.until('2024-01-05');
    const down = playRequirements('2023-10-12T09:00:00.000Z');
    down.stop();
    facts(down);
    down.until('2024-01-05');
    down.start();
    for (const stream of [quality, report('2023_10_12'), report('2023_11_01'), report('2023_12_01'), report('2024_01_01')]) {
      expect([stream, down.types(stream)]).toEqual([stream, up.types(stream)]);
    }
    expect(down.types(report('2023_10_12'))).toEqual(['RequirementImposed', 'RequirementMet']);
    expect(down.types(report('2023_11_01'))).toEqual(['RequirementImposed', 'RequirementLapsed', 'RequirementMetLate']);
    expect(down.last(quality, 'RequirementLapsed')).toMatchObject({ due: '2023-10-26', readUpTo: expect.stringMatching(/^\d{20}$/) });
  });

  it('repeats nothing when everything is folded again (E4)', () => {
    const played = bound().until('2024-03-05');
    const { length } = played.log;
    played.rebuild();
    expect(played.outstanding()).toEqual([]);
    played.until('2024-03-06');
    expect(played.log).toHaveLength(length);
  });
});

describe('an acceptance that is recorded late (reading 31)', () => {
  it('lapses at once what is past already, and says so', () => {
    const played = playRequirements('2023-11-15T09:00:00.000Z');
    played.record(CONTRACT, accepted);
    expect(played.types(quality)).toEqual(['RequirementImposed', 'RequirementLapsed']);
    expect(played.last(quality, 'RequirementLapsed')).toMatchObject({ pastWhenImposed: true });
    expect(played.last(escalationOf(quality), 'EscalationRaised')).toMatchObject({
      because:
        'The approach to quality management and assurance is discussed with the Department: it was due on 2023-10-26, before what asks for it was recorded',
    });
  });
});
