import * as events from '@app/domain/events';
import { playRequirements } from '../testing/play';

const source = { publisher: 'Department for Education', title: 'Improvement notice' };

describe('the steps of an improvement notice (J10)', () => {
  const AREA = 'localArea-931';
  const issued = {
    notice: '2023_11',
    issuedOn: '2023-11-16',
    steps: [
      { step: 's1', words: 'Establish the board', dueOn: '2024-02-29' },
      { step: 's2', words: 'Deliver the plan', dueOn: '2025-02-28' },
    ],
    source,
  };
  const of = (step: string) => `requirement-notice_steps~931~2023_11.${step}`;
  const confirmed = { notice: '2023_11', step: 's1', confirmedOn: '2024-02-20', dueOn: '2024-02-29', reason: 'Seen' };
  const notice = () => {
    const play = playRequirements('2023-11-16T09:00:00.000Z');
    play.record(AREA, events.ImprovementNoticeIssued(issued));
    return play;
  };

  it('are each confirmed by their date, or go to the deputy director', () => {
    const play = notice().until('2024-02-20');
    play.record(AREA, events.ImprovementNoticeStepConfirmed(confirmed));
    play.until('2025-03-02');
    expect(play.types(of('s1'))).toEqual(['RequirementImposed', 'RequirementMet']);
    expect(play.types(of('s2'))).toEqual(['RequirementImposed', 'RequirementLapsed']);
    expect(play.last('escalation-notice_steps~931~2023_11.s2', 'EscalationRaised')).toMatchObject({ level: 3, areas: ['931'] });
  });

  it('are owed again where a confirmation is withdrawn', () => {
    const play = notice().until('2024-02-20');
    play.record(AREA, events.ImprovementNoticeStepConfirmed(confirmed));
    const withdrawn = { notice: '2023_11', step: 's1', dueOn: '2024-02-29', confirmedOn: '2024-02-20', corrects: 1, reason: 'Too early' };
    play.record(AREA, events.NoticeStepConfirmationWithdrawn(withdrawn));
    expect(play.last(of('s1'), 'RequirementReopened')).toMatchObject({ correction: 'localArea-931@2' });
  });

  it('move, come and go with a variation', () => {
    const play = notice().until('2024-01-10');
    const steps = [
      { step: 's1', words: 'Establish the board', dueOn: '2024-03-31' },
      { step: 's3', words: 'Report to the Department', dueOn: '2024-06-30' },
    ];
    play.record(AREA, events.ImprovementNoticeVaried({ notice: '2023_11', variedOn: '2024-01-10', steps, reason: 'Agreed' }));
    expect(play.last(of('s1'), 'RequirementRescheduled')).toMatchObject({ due: '2024-03-31', imposedBy: { event: 'localArea-931@1' } });
    expect(play.types(of('s2'))).toEqual(['RequirementImposed', 'RequirementReleased']);
    expect(play.last(of('s3'), 'RequirementImposed')).toMatchObject({ due: '2024-06-30', from: '2024-01-10' });
  });

  it('end with the notice, and come back where its lifting is taken back', () => {
    const play = notice().until('2024-01-10');
    const lifted = { notice: '2023_11', liftedOn: '2024-01-10', reason: 'Done' };
    play.record(AREA, events.ImprovementNoticeLifted(lifted));
    play.record(AREA, events.ImprovementNoticeReinstated({ ...lifted, corrects: 1 }));
    expect(play.types(of('s2'))).toEqual(['RequirementImposed', 'RequirementReleased', 'RequirementReopened']);
  });

  it('follow a correction of the notice, and end where it should never have been recorded', () => {
    const play = notice();
    const correction = { ...issued, steps: [{ ...issued.steps[0]!, dueOn: '2024-03-01' }], corrects: 0, reason: 'Mistyped' };
    play.record(AREA, events.ImprovementNoticeCorrected(correction));
    expect(play.last(of('s1'), 'RequirementRescheduled')).toMatchObject({ due: '2024-03-01' });
    const withdrawn = { kind: 'improvement-notice' as const, corrects: 1, effectiveOn: '2023-11-16', reason: 'Another area' };
    play.record(AREA, events.FactWithdrawn(withdrawn));
    expect([play.types(of('s1')).at(-1), play.types(of('s2')).at(-1)]).toEqual(['RequirementReleased', 'RequirementReleased']);
  });
});

describe('liaison with the advisers of a programme (C14)', () => {
  const AREA = 'localArea-887';
  const CONTRACT = 'contract-CON_22889';
  const accepted = events.OrderAccepted({
    party: 'supplier',
    acceptedOn: '2023-10-12',
    binding: true,
    areas: ['931', '887', '851'],
    commencesOn: '2023-10-12',
    completesOn: '2025-03-31',
    firstPeriodEndsOn: '2023-10-31',
    qualityApproachBy: '2023-10-26',
  });
  const joined = (from: string, advisers = true) =>
    events.InterventionProgrammeJoined({ programme: 'safety-valve', from, advisers, source });
  const liaised = (day: string, area = '887') => events.ProgrammeLiaisonRecorded({ area, programme: 'safety-valve', day });
  const of = (from: string, area = '887') => `requirement-programme_liaison~${area}~CON_22889.safety_valve.${from}`;
  const medway = () => {
    const play = playRequirements('2023-10-12T09:00:00.000Z');
    play.record(AREA, joined('2023-03-16'));
    play.record(CONTRACT, accepted);
    return play;
  };

  it('is due within a month of commencement where the membership was there before, per contract, area and programme', () => {
    const play = medway().until('2023-11-14');
    expect(play.last(of('2023_10_12'), 'RequirementLapsed')).toMatchObject({ due: '2023-11-12', areas: ['887'] });
    expect(play.last('escalation-programme_liaison~887~CON_22889.safety_valve.2023_10_12', 'EscalationRaised')).toMatchObject({
      role: 'contract-manager',
    });
  });

  it('is due within a month of a membership that begins later, and three months after each liaison', () => {
    const play = playRequirements('2023-10-12T09:00:00.000Z');
    play.record(CONTRACT, accepted);
    play.until('2024-01-15').record(AREA, joined('2024-01-15'));
    play.until('2024-02-01').record(CONTRACT, liaised('2024-02-01'));
    expect(play.types(of('2024_01_15'))).toEqual(['RequirementImposed', 'RequirementMet']);
    expect(play.last(of('2024_02_01'), 'RequirementImposed')).toMatchObject({ due: '2024-05-01' });
  });

  it('is not met by liaison for another area, and follows a correction of the area', () => {
    const play = medway();
    play.record('localArea-931', joined('2023-03-16'));
    play.until('2023-11-01').record(CONTRACT, liaised('2023-11-01', '931'));
    expect([play.types(of('2023_10_12')), play.types(of('2023_10_12', '931'))]).toEqual([
      ['RequirementImposed'],
      ['RequirementImposed', 'RequirementMet'],
    ]);
    const correction = {
      previousArea: '931',
      previousProgramme: 'safety-valve' as const,
      previousDay: '2023-11-01',
      corrects: 1,
      reason: 'x',
    };
    play.record(CONTRACT, events.ProgrammeLiaisonCorrected({ ...correction, area: '887', programme: 'safety-valve', day: '2023-11-01' }));
    expect(play.types(of('2023_10_12'))).toEqual(['RequirementImposed', 'RequirementMet']);
    expect(play.types(of('2023_10_12', '931'))).toEqual(['RequirementImposed', 'RequirementMet', 'RequirementReopened']);
  });

  it('is owed again where the liaison did not take place, and what followed from it is taken back', () => {
    const play = medway().until('2023-11-01');
    play.record(CONTRACT, liaised('2023-11-01'));
    const withdrawn = { area: '887', programme: 'safety-valve' as const, day: '2023-11-01', corrects: 1, reason: 'Nobody came' };
    play.until('2023-11-20').record(CONTRACT, events.ProgrammeLiaisonWithdrawn(withdrawn));
    expect(play.last(of('2023_10_12'), 'RequirementReopened')).toMatchObject({ correction: 'contract-CON_22889@2' });
    expect(play.until('2023-11-21').types(of('2023_10_12'))).toEqual([
      'RequirementImposed',
      'RequirementMet',
      'RequirementReopened',
      'RequirementLapsed',
    ]);
    expect(play.types(of('2023_11_01'))).toEqual(['RequirementImposed', 'RequirementReleased']);
    play.record(CONTRACT, liaised('2023-11-21'));
    expect(play.types(of('2023_10_12')).at(-1)).toBe('RequirementMetLate');
  });

  it('stays met by a liaison whose day is corrected after the next one was recorded', () => {
    const play = medway().until('2023-11-10');
    play.record(CONTRACT, liaised('2023-11-10'));
    play.until('2024-01-20').record(CONTRACT, liaised('2024-01-20'));
    const said = { area: '887', programme: 'safety-valve' as const, previousArea: '887', previousProgramme: 'safety-valve' as const };
    const correction = { ...said, day: '2023-11-09', previousDay: '2023-11-10', corrects: 1, reason: 'Misread' };
    play.record(CONTRACT, events.ProgrammeLiaisonCorrected(correction));
    expect(play.types(of('2023_10_12'))).toEqual(['RequirementImposed', 'RequirementMet']);
    expect(play.types(of('2023_11_09'))).toEqual(['RequirementImposed', 'RequirementMet']);
    expect(play.last(of('2024_01_20'), 'RequirementImposed')).toMatchObject({ due: '2024-04-20' });
  });

  it('ends with what was recorded first: the contract ended in time, that the area left is recorded later (E2)', () => {
    const play = medway().until('2023-11-01');
    const decision = { areas: ['887'], decidedBy: 'u-40', references: ['CON_22889'], reason: 'Planned' };
    const over = { ...decision, decidedOn: '2023-11-01', endsOn: '2023-11-10', previousEnd: '2025-03-31' };
    play.record(CONTRACT, events.ContractEndedEarly(over));
    play.until('2023-11-20').record(AREA, events.InterventionProgrammeLeft({ programme: 'safety-valve', leftOn: '2023-11-05', source }));
    expect(play.types(of('2023_10_12'))).toEqual(['RequirementImposed', 'RequirementReleased']);
  });

  it('ended when it was first on record that the area had left, also where the day is corrected after the duty was due (E2)', () => {
    const play = medway().until('2023-11-01');
    play.record(AREA, events.InterventionProgrammeLeft({ programme: 'safety-valve', leftOn: '2023-10-31', source }));
    const membership = { programme: 'safety-valve' as const, from: '2023-03-16', advisers: true, source };
    play
      .until('2023-11-20')
      .record(AREA, events.InterventionMembershipCorrected({ ...membership, leftOn: '2023-11-01', corrects: 0, reason: 'Misread' }));
    expect(play.until('2023-11-21').types(of('2023_10_12'))).toEqual(['RequirementImposed', 'RequirementReleased']);
    play.record(AREA, events.InterventionMembershipCorrected({ ...membership, leftOn: '2023-11-12', corrects: 2, reason: 'Misread' }));
    expect(play.until('2023-11-22').types(of('2023_10_12')).at(-1)).toBe('RequirementLapsed');
  });

  describe('where Medway passes to its successors in the contract (reading 26)', () => {
    const passing = { predecessor: '887', successors: ['942'], from: '2024-04-01' };
    const areas = ['931', '887', '851', '942'];
    const passed = events.AreaPassedToSuccessors({
      ...passing,
      areas,
      title: 'Advice',
      supplier: 'Red Kite Solutions (SEN) Ltd',
      commencesOn: '2023-10-12',
      endsOn: '2025-03-31',
      endedEarly: false,
      judgedBy: 'localArea-887@3',
      reason: 'Order',
    });
    const withdrawn = events.AreaPassingWithdrawn({ ...passing, areas, leaving: ['942'], corrects: 1, reason: 'Put off' });
    const passes = () => {
      const play = medway().until('2024-03-20');
      play.record(CONTRACT, liaised('2024-03-20'));
      play.record('localArea-942', joined('2024-03-01'));
      play.record(CONTRACT, passed);
      return play;
    };

    it('is owed for the successor from that day, and what would be due later for the predecessor is released', () => {
      const play = passes();
      expect(play.types(of('2024_03_20'))).toEqual(['RequirementImposed', 'RequirementReleased']);
      expect(play.last(of('2024_03_20'), 'RequirementReleased')).toMatchObject({
        because: 'Local area 887 passes to 942 on 2024-04-01',
      });
      play.until('2024-04-02');
      expect(play.last(of('2024_04_01', '942'), 'RequirementImposed')).toMatchObject({
        from: '2024-04-01',
        due: '2024-05-01',
        areas: ['942'],
      });
      play
        .until('2024-04-10')
        .record(CONTRACT, events.ProgrammeLiaisonRecorded({ area: '942', programme: 'safety-valve', day: '2024-04-10' }));
      expect(play.types(of('2024_04_01', '942'))).toEqual(['RequirementImposed', 'RequirementMet']);
    });

    it('ends for the successor with the contract', () => {
      const play = passes().until('2024-04-10');
      const decision = { areas, decidedBy: 'u-40', references: ['CON_22889'], reason: 'Planned' };
      play.record(
        CONTRACT,
        events.ContractEndedEarly({ ...decision, decidedOn: '2024-04-10', endsOn: '2024-04-20', previousEnd: '2025-03-31' }),
      );
      expect(play.types(of('2024_04_01', '942'))).toEqual(['RequirementImposed', 'RequirementReleased']);
    });

    it('is owed as before where that is withdrawn', () => {
      const play = passes().until('2024-04-02');
      play.record(CONTRACT, withdrawn);
      expect(play.types(of('2024_03_20'))).toEqual(['RequirementImposed', 'RequirementReleased', 'RequirementReopened']);
      expect(play.types(of('2024_04_01', '942'))).toEqual(['RequirementImposed', 'RequirementReleased']);
    });
  });

  it('is owed for the areas of the order as it was corrected, and for no other (C1)', () => {
    const play = medway();
    play.record('localArea-850', joined('2023-03-16'));
    play.record(
      CONTRACT,
      events.OrderCorrected({
        number: 'CON_22889',
        references: [],
        title: 'Advice',
        buyer: 'Secretary of State for Education',
        invoiceAddress: 'As in the order',
        supplier: 'Red Kite Solutions (SEN) Ltd',
        orderedOn: '2023-10-12',
        commencesOn: '2023-10-12',
        completesOn: '2025-03-31',
        maximumPence: 5_850_000,
        areas: ['931', '850'],
        takesIn: [],
        firstPeriodEndsOn: '2023-10-31',
        extensionNoticeBy: '2025-02-28',
        previousAreas: ['931', '887', '851'],
        binding: true,
        endsOn: '2025-03-31',
        presentMaximumPence: 5_850_000,
        approvedPence: 0,
        corrects: 0,
        reason: 'Misread',
      }),
    );
    expect(play.types(of('2023_10_12'))).toEqual(['RequirementImposed', 'RequirementReleased']);
    expect(play.types(of('2023_10_12', '850'))).toEqual(['RequirementImposed']);
  });

  it('is not owed without advisers, and from the day on which they are there', () => {
    const play = playRequirements('2023-10-12T09:00:00.000Z');
    play.record(AREA, joined('2023-03-16', false));
    play.record(CONTRACT, accepted);
    expect(play.streams('requirement').filter((id) => id.startsWith('programme_liaison'))).toEqual([]);
    play.until('2024-01-15');
    play.record(AREA, events.InterventionAdvisersRecorded({ programme: 'safety-valve', advisers: true, from: '2024-01-15', source }));
    expect(play.last(of('2024_01_15'), 'RequirementImposed')).toMatchObject({ due: '2024-02-15' });
  });

  it('ends with the membership and with the contract', () => {
    const left = medway().until('2023-11-01');
    left.record(AREA, events.InterventionProgrammeLeft({ programme: 'safety-valve', leftOn: '2023-11-01', source }));
    expect(left.types(of('2023_10_12'))).toEqual(['RequirementImposed', 'RequirementReleased']);
    const ending = medway().until('2025-03-20');
    ending.record(CONTRACT, liaised('2025-03-20'));
    expect(ending.until('2025-07-01').types(of('2025_03_20'))).toEqual([]);
  });
});
