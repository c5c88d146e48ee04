import * as events from '@app/domain/events';
import { playRequirements } from '../testing/play';
import { accepted, agreed, CASE, closed, CONTRACT, dive, dived, of, opening, oxfordshire, takenStock } from './case.testing';

describe('six-monthly deep dives and stocktakes (J4, J5, reading 13)', () => {
  const begun = () => {
    const play = oxfordshire();
    play.until('2023-10-12').record(CONTRACT, accepted);
    play.record(CASE, agreed('apa'));
    return play;
  };

  it('run from the later of the opening of the case and commencement: 12 Oct 2023 gives 12 Apr 2024', () => {
    const play = begun();
    expect(play.last(of('deep_dive', '2023_10_12'), 'RequirementImposed')).toMatchObject({
      due: '2024-04-12',
      imposedBy: { event: 'contract-CON_22889@0', effectiveOn: '2023-10-12' },
    });
    expect(play.last(of('stocktake', '2023_10_12'), 'RequirementImposed')).toMatchObject({ due: '2024-04-12' });
  });

  it('run from the opening of a case that comes after commencement, in whatever order it is recorded', () => {
    const play = playRequirements('2024-04-10T09:00:00.000Z');
    const medway = 'improvementCase-887~inspection';
    play.record(medway, events.CaseOpened({ ...opening, area: '887', openedOn: '2024-04-08' }));
    play.record(medway, agreed('afi', '887'));
    expect(play.streams('requirement')).toEqual([]);
    play.record(CONTRACT, accepted);
    expect(play.last(of('deep_dive', '2024_04_08', '887~inspection'), 'RequirementImposed')).toMatchObject({ due: '2024-10-08' });
  });

  it('start anew at each occurrence, apart from each other', () => {
    const play = begun().until('2024-03-27');
    play.record(CASE, dived('2024-03-27'));
    play.until('2024-06-24').record(CASE, takenStock('2024-06-24'));
    expect(play.types(of('deep_dive', '2023_10_12'))).toEqual(['RequirementImposed', 'RequirementMet']);
    expect(play.last(of('deep_dive', '2024_03_27'), 'RequirementImposed')).toMatchObject({ due: '2024-09-27' });
    expect(play.types(of('stocktake', '2023_10_12'))).toEqual(['RequirementImposed', 'RequirementLapsed', 'RequirementMetLate']);
    expect(play.last(of('stocktake', '2024_06_24'), 'RequirementImposed')).toMatchObject({ due: '2024-12-24' });
  });

  it('lapse when nothing is recorded by the day, although it was held: the record counts', () => {
    const play = begun().until('2024-04-13T09:00:00.000Z');
    play.record(CASE, dived('2024-04-12'));
    expect(play.types(of('deep_dive', '2023_10_12'))).toEqual(['RequirementImposed', 'RequirementLapsed', 'RequirementMetLate']);
    expect(play.last('escalation-deep_dive~931~inspection~2023_10_12', 'EscalationRaised')).toMatchObject({ level: 2 });
  });

  it('are not replaced by an APA deep dive, also where it was recorded under the wrong kind', () => {
    const play = begun().until('2024-03-27');
    play.record(CASE, dived('2024-03-27', 'apa'));
    expect(play.types(of('deep_dive', '2023_10_12'))).toEqual(['RequirementImposed']);
    play.record(
      CASE,
      events.DeepDiveCorrected({ ...dive('2024-03-27'), previouslyHeldOn: '2024-03-27', corrects: 2, reason: 'It was six-monthly' }),
    );
    expect(play.types(of('deep_dive', '2023_10_12'))).toEqual(['RequirementImposed', 'RequirementMet']);
  });

  it('are owed again where one was never held, and the clock goes back', () => {
    const play = begun().until('2024-03-27');
    play.record(CASE, dived('2024-03-27'));
    const record = {
      area: '931',
      record: 'deep-dive' as const,
      id: 'd2024_03_27',
      kind: 'six-monthly' as const,
      effectiveOn: '2024-03-27',
    };
    play.record(CASE, events.CaseRecordWithdrawn({ ...record, corrects: 2, reason: 'Never held' }));
    expect(play.types(of('deep_dive', '2023_10_12'))).toEqual(['RequirementImposed', 'RequirementMet', 'RequirementReopened']);
    expect(play.types(of('deep_dive', '2024_03_27'))).toEqual(['RequirementImposed', 'RequirementReleased']);
  });

  it('are not late because one of an earlier day is recorded later', () => {
    const play = begun().until('2024-03-27');
    play.record(CASE, dived('2024-03-27'));
    play.until('2024-05-02').record(CASE, dived('2024-03-01'));
    expect(play.types(of('deep_dive', '2023_10_12'))).toEqual(['RequirementImposed', 'RequirementMet']);
  });

  it('are not owed for a timeliness case, nor before an outcome is agreed, and end with the last outcome or the case', () => {
    const none = oxfordshire();
    none.until('2023-10-12').record(CONTRACT, accepted);
    expect(none.streams('requirement').filter((id) => /^(deep_dive|stocktake)/.test(id))).toEqual([]);
    const achieved = begun();
    achieved.record(CASE, events.OutcomeAchieved({ area: '931', outcome: 'o_apa', kind: 'apa', achievedOn: '2023-10-12', reason: 'Seen' }));
    expect(achieved.types(of('deep_dive', '2023_10_12'))).toEqual(['RequirementImposed', 'RequirementReleased']);
    const over = begun();
    over.record(CASE, closed('2023-10-12'));
    expect(over.until('2024-05-01').types(of('stocktake', '2023_10_12'))).toEqual(['RequirementImposed', 'RequirementReleased']);
  });

  it('begin anew from the day on which the case is reopened', () => {
    const play = begun();
    play.record(CASE, closed('2023-10-12'));
    play
      .until('2024-06-03')
      .record(CASE, events.CaseReopened({ area: '931', cause: 'inspection', reopenedOn: '2024-06-03', reason: 'Again' }));
    expect(play.types(of('deep_dive', '2023_10_12'))).toEqual(['RequirementImposed', 'RequirementReleased']);
    expect(play.last(of('deep_dive', '2024_06_03'), 'RequirementImposed')).toMatchObject({ due: '2024-12-03' });
  });

  it('go on after the end of the contract while the case is open', () => {
    const play = begun().until('2025-03-20');
    play.record(CASE, dived('2025-03-20'));
    expect(play.until('2025-09-22').types(of('deep_dive', '2025_03_20'))).toEqual(['RequirementImposed', 'RequirementLapsed']);
  });
});

describe('updates on timeliness (A3)', () => {
  it('are owed each month for a case with a timeliness outcome', () => {
    const play = playRequirements('2023-10-12T09:00:00.000Z');
    const portsmouth = 'improvementCase-851~timeliness';
    const { inspection: _inspection, ...concern } = opening;
    play.record(portsmouth, events.CaseOpened({ ...concern, area: '851', cause: 'timeliness', openedOn: '2023-10-12' }));
    play.record(CONTRACT, accepted);
    play.record(portsmouth, agreed('timeliness', '851'));
    const update = of('timeliness_update', '2023_10_12', '851~timeliness');
    expect(play.last(update, 'RequirementImposed')).toMatchObject({ due: '2023-11-12' });
    play.until('2023-11-10').record(
      portsmouth,
      events.TimelinessProgressReported({
        report: 't1',
        reportedOn: '2023-11-10',
        progress: 'More in time',
        adherence: 'Kept',
        trajectory: 'improving',
        area: '851',
      }),
    );
    expect(play.types(update)).toEqual(['RequirementImposed', 'RequirementMet']);
    expect(play.last(of('timeliness_update', '2023_11_10', '851~timeliness'), 'RequirementImposed')).toMatchObject({ due: '2023-12-10' });
    expect(play.streams('requirement').filter((id) => id.startsWith('deep_dive'))).toEqual([]);
  });
});
