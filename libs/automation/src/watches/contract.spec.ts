import * as events from '@app/domain/events';
import type { Telling } from '../notifications/telling';
import { playRequirements, type Play } from '../testing/play';

const CONTRACT = 'contract-CON_22889';
const quality = 'requirement-quality_approach~CON_22889~2023_10_12';
const report = (period: string) => `requirement-monthly_report~CON_22889~${period}`;

const play = playRequirements;

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
const submitted = (period: string, periodEndsOn: string, submittedOn: string, area?: string) =>
  events.ReportSubmitted({ period, periodEndsOn, submittedOn, rhythm: 'monthly', sections: [], judgedBy: [], ...(area && { area }) });
const discussed = events.QualityApproachDiscussed({ discussedOn: '2023-10-24', approach: 'As set out', dueBy: '2023-10-26' });

const bound = () => {
  const played = play('2023-10-12T09:00:00.000Z');
  played.record(CONTRACT, accepted);
  return played;
};

describe('the duties of CON_22889 once both have accepted', () => {
  it('imposes the discussion on quality by 26 Oct 2023: the day of appointment is not counted (C11)', () => {
    expect(bound().last(quality, 'RequirementImposed')).toMatchObject({
      due: '2023-10-26',
      dueMoment: '2023-10-26T22:59:59.999Z',
      because: '14 calendar days from appointment on 2023-10-12',
      imposedBy: { event: 'contract-CON_22889@0', effectiveOn: '2023-10-12' },
    });
  });

  it('is met in time in the last second and lapses from the first second late, once, to the contract manager (C11, E3, E4)', () => {
    const inTime = bound().until('2023-10-26T22:59:59.000Z');
    inTime.record(CONTRACT, discussed);
    expect(inTime.until('2023-11-02').types(quality)).toEqual(['RequirementImposed', 'RequirementMet']);

    const late = bound().until('2023-10-26T23:00:00.000Z');
    late.record(CONTRACT, discussed);
    expect(late.types(quality)).toEqual(['RequirementImposed']);
    late.until('2023-10-26T23:00:59.998Z');
    expect(late.types(quality)).toEqual(['RequirementImposed']);
    late.until('2023-10-26T23:00:59.999Z');
    expect(late.types(quality)).toEqual(['RequirementImposed', 'RequirementLapsed', 'RequirementMetLate']);
    expect(late.types(quality.replace('requirement', 'escalation'))).toEqual(['EscalationRaised', 'EscalationWithdrawn']);
  });

  it('owes the discussion on quality again that was not held, lapsed where its day has passed (C11)', () => {
    const played = bound().until('2023-10-24');
    played.record(CONTRACT, discussed);
    played.until('2023-11-01');
    played.record(CONTRACT, events.QualityDiscussionWithdrawn({ discussedOn: '2023-10-24', corrects: 1, reason: 'It was put off' }));
    expect(played.last(quality, 'RequirementReopened')).toMatchObject({ correction: 'contract-CON_22889@2' });
    expect(played.until('2023-11-02').types(quality)).toEqual([
      'RequirementImposed',
      'RequirementMet',
      'RequirementReopened',
      'RequirementLapsed',
    ]);
    expect(played.types(quality.replace('requirement', 'escalation'))).toEqual(['EscalationRaised']);
    played.record(CONTRACT, events.QualityApproachDiscussed({ ...discussed.data, discussedOn: '2023-11-02' }));
    expect(played.types(quality).at(-1)).toBe('RequirementMetLate');
  });

  it('imposes a report for 12 to 31 Oct 2023, then for each calendar month as it begins, each due ten days after its end (C9)', () => {
    const played = bound().until('2024-01-02');
    expect(played.streams('requirement').filter((id) => id.startsWith('monthly_report'))).toEqual([
      'monthly_report~CON_22889~2023_10_12',
      'monthly_report~CON_22889~2023_11_01',
      'monthly_report~CON_22889~2023_12_01',
      'monthly_report~CON_22889~2024_01_01',
    ]);
    expect(played.last(report('2023_10_12'), 'RequirementImposed')).toMatchObject({ due: '2023-11-10', areas: ['931', '887', '851'] });
    expect(played.last(report('2023_11_01'), 'RequirementImposed')).toMatchObject({ due: '2023-12-10', from: '2023-11-01' });
  });

  it('goes to the contract manager at level 1, and to level 2 where the month before had lapsed too', () => {
    const played = bound();
    played.record(CONTRACT, events.ContractManagerAssigned({ manager: 'u-21', reason: 'Appointed' }));
    played.until('2023-11-13');
    expect(played.last('escalation-monthly_report~CON_22889~2023_10_12', 'EscalationRaised')).toEqual({
      cause: 'requirement-monthly_report~CON_22889~2023_10_12@1',
      rule: 'C9',
      level: 1,
      role: 'contract-manager',
      person: 'u-21',
      need: 'information',
      because: 'The report for the period is submitted: nothing was recorded by 2023-11-10',
      what: 'contract-CON_22889',
      areas: ['931', '887', '851'],
      since: '2023-11-10',
    });
    played.until('2023-12-12');
    expect(played.last('escalation-monthly_report~CON_22889~2023_11_01', 'EscalationRaised')).toMatchObject({
      level: 2,
      role: 'team-leader',
    });
  });

  it('owes a report again that was returned: five working days where it had come in time (C9)', () => {
    const played = bound().until('2023-11-09');
    played.record(CONTRACT, submitted('2023-10-12', '2023-10-31', '2023-11-09'));
    played.until('2023-11-14');
    played.record(CONTRACT, events.ReportReturned({ period: '2023-10-12', periodEndsOn: '2023-10-31', reason: 'Too thin' }));
    expect(played.types(report('2023_10_12'))).toEqual([
      'RequirementImposed',
      'RequirementMet',
      'RequirementReopened',
      'RequirementRescheduled',
    ]);
    expect(played.last(report('2023_10_12'), 'RequirementRescheduled')).toMatchObject({ due: '2023-11-21', stillLapsed: false });
    played.until('2023-11-20');
    played.record(CONTRACT, submitted('2023-10-12', '2023-10-31', '2023-11-20'));
    expect(played.types(report('2023_10_12')).at(-1)).toBe('RequirementMet');
    expect(played.types('escalation-monthly_report~CON_22889~2023_10_12')).toEqual([]);
  });

  it('gives no more time where the returned report had come late', () => {
    const played = bound().until('2023-11-15');
    played.record(CONTRACT, submitted('2023-10-12', '2023-10-31', '2023-11-15'));
    played.record(CONTRACT, events.ReportReturned({ period: '2023-10-12', periodEndsOn: '2023-10-31', reason: 'Too thin' }));
    expect(played.types(report('2023_10_12'))).toEqual([
      'RequirementImposed',
      'RequirementLapsed',
      'RequirementMetLate',
      'RequirementReopened',
    ]);
    expect(played.types('escalation-monthly_report~CON_22889~2023_10_12').filter((type) => type === 'EscalationRaised')).toHaveLength(2);
  });

  it('keeps the last period due after the end, and owes nothing beyond it (C9)', () => {
    const played = bound().until('2025-06-01');
    const reports = played.streams('requirement').filter((id) => id.startsWith('monthly_report'));
    expect(reports).toHaveLength(18);
    expect(reports.at(-1)).toBe('monthly_report~CON_22889~2025_03_01');
    expect(played.last(report('2025_03_01'), 'RequirementLapsed')).toMatchObject({ due: '2025-04-10' });
  });

  it('cuts the last period where the contract is ended early, and releases later ones', () => {
    const played = bound().until('2024-06-10');
    const ended = events.ContractEndedEarly({
      decidedOn: '2024-06-10',
      decidedBy: 'u-40',
      endsOn: '2024-06-15',
      previousEnd: '2025-03-31',
      areas: ['931', '887', '851'],
      references: ['CON_22889'],
      reason: 'Business planning',
    });
    played.until('2024-07-02');
    played.record(CONTRACT, ended);
    expect(played.last(report('2024_06_01'), 'RequirementRescheduled')).toMatchObject({ previousDue: '2024-07-10', due: '2024-06-25' });
    expect(played.types(report('2024_07_01'))).toEqual(['RequirementImposed', 'RequirementReleased']);
    expect(played.types(report('2024_06_01')).at(-1)).toBe('RequirementLapsed');
    played.record(
      CONTRACT,
      events.EarlyEndWithdrawn({ endsOn: '2025-03-31', areas: ['931', '887', '851'], reason: 'Recorded on the wrong contract' }),
    );
    expect(played.last(report('2024_06_01'), 'RequirementRescheduled')).toMatchObject({ due: '2024-07-10', stillLapsed: false });
    expect(played.types(report('2024_07_01'))).toEqual(['RequirementImposed', 'RequirementReleased', 'RequirementReopened']);
    expect(played.types('escalation-monthly_report~CON_22889~2024_06_01').at(-1)).toBe('EscalationWithdrawn');
  });

  it('asks for shorter reports on one area while its reporting is increased (C10)', () => {
    const played = bound().until('2023-12-15');
    played.record(
      CONTRACT,
      events.ReportingIncreased({
        area: '851',
        cause: 'pace',
        rhythm: 'fortnightly',
        periodDays: 14,
        from: '2024-01-01',
        reason: 'Pace',
      }),
    );
    played.until('2024-01-20');
    played.record(CONTRACT, events.ReportingEased({ area: '851', rhythm: 'monthly', from: '2024-01-29', reason: 'On track' }));
    played.until('2024-02-20');
    expect(played.streams('requirement').filter((id) => id.startsWith('monthly_report~CON_22889~851.'))).toEqual([
      'monthly_report~CON_22889~851.2024_01_01',
      'monthly_report~CON_22889~851.2024_01_15',
    ]);
    expect(played.last('requirement-monthly_report~CON_22889~851.2024_01_15', 'RequirementImposed')).toMatchObject({
      due: '2024-02-07',
      areas: ['851'],
    });
  });

  describe('name the successors once an area has passed to them (reading 26)', () => {
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

    it('and not where that was withdrawn', () => {
      const played = passes();
      const { predecessor, successors, from, areas } = passed.data;
      const taken = { predecessor, successors, from, areas, leaving: ['942'], corrects: 2, reason: 'Put off' };
      played.record(CONTRACT, events.AreaPassingWithdrawn(taken));
      played.until('2024-03-20');
      expect(played.last(report('2024_03_01'), 'RequirementImposed')).toMatchObject({ areas: ['931', '887', '851'] });
    });
  });
});

describe('time during which the worker was down (E5)', () => {
  it('counts two months in a row as such where the first one was returned, and both lapsed, in that time (E3)', () => {
    const played = bound();
    played.record(CONTRACT, submitted('2023-10-12', '2023-10-31', '2023-10-12'));
    played.stop();
    played.until('2023-11-06');
    played.record(CONTRACT, events.ReportReturned({ period: '2023-10-12', periodEndsOn: '2023-10-31', reason: 'Too thin' }));
    played.until('2023-12-12').start();
    expect(played.last('escalation-monthly_report~CON_22889~2023_10_12', 'EscalationRaised')).toMatchObject({ level: 1 });
    expect(played.last('escalation-monthly_report~CON_22889~2023_11_01', 'EscalationRaised')).toMatchObject({ level: 2 });
  });

  it('is caught up with the same record as if it had been up, and a report in time is never called late', () => {
    const facts = (played: Play) => {
      played.record(CONTRACT, accepted);
      played.until('2023-11-10T23:59:59.999Z');
      played.record(CONTRACT, submitted('2023-10-12', '2023-10-31', '2023-11-10'));
      played.until('2023-12-12');
      played.record(CONTRACT, submitted('2023-11-01', '2023-11-30', '2023-12-12'));
    };
    const up = play('2023-10-12T09:00:00.000Z');
    facts(up);
    up.until('2024-01-05');
    const down = play('2023-10-12T09:00:00.000Z');
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
    const played = play('2023-11-15T09:00:00.000Z');
    played.record(CONTRACT, accepted);
    expect(played.types(quality)).toEqual(['RequirementImposed', 'RequirementLapsed']);
    expect(played.last(quality, 'RequirementLapsed')).toMatchObject({ pastWhenImposed: true });
    expect(played.last(quality.replace('requirement', 'escalation'), 'EscalationRaised')).toMatchObject({
      because:
        'The approach to quality management and assurance is discussed with the Department: it was due on 2023-10-26, before what asks for it was recorded',
    });
  });
});

describe('an escalation that nobody takes on (E3)', () => {
  const escalated = 'escalation-quality_approach~CON_22889~2023_10_12';

  it('goes up after 3 and 2 working days, is told again after 1 each, three times, and then stands', () => {
    const played = bound().until('2023-12-01');
    expect(played.types(escalated)).toEqual([
      'EscalationRaised',
      'EscalationRaisedToNextLevel',
      'EscalationRaisedToNextLevel',
      'EscalationNotifiedAgain',
      'EscalationNotifiedAgain',
      'EscalationNotifiedAgain',
    ]);
    const due = played.log.filter(
      ({ event, meta }) => event.type === 'RequirementImposed' && meta.streamId.startsWith('acknowledgement~quality_approach'),
    );
    expect(due.map(({ event }) => (event.data as { due: string }).due)).toEqual([
      '2023-11-01',
      '2023-11-06',
      '2023-11-08',
      '2023-11-10',
      '2023-11-13',
      '2023-11-15',
    ]);
  });

  it('stays where it is once acknowledged', () => {
    const played = bound().until('2023-10-30');
    played.record(escalated, events.EscalationAcknowledged({ level: 1, reason: 'Asked' }), { who: 'u-21', role: 'contract-manager' });
    played.until('2023-12-01');
    expect(played.types(escalated)).toEqual(['EscalationRaised', 'EscalationAcknowledged']);
    expect(played.types('requirement-acknowledgement~quality_approach~CON_22889~2023_10_12~1.0')).toEqual([
      'RequirementImposed',
      'RequirementMet',
    ]);
  });

  it('is left to people once a person has reopened it', () => {
    const played = bound().until('2023-10-30');
    played.record(CONTRACT, discussed);
    expect(played.types(escalated)).toEqual(['EscalationRaised', 'EscalationWithdrawn']);
    played.record(escalated, events.EscalationReopened({ corrects: 1, reason: 'The discussion was of another contract' }));
    expect(played.types(escalated).at(-1)).toBe('EscalationReopened');
    expect(played.outstanding()).toEqual([]);
  });

  it('is to be acknowledged again where it is reopened, unless somebody had taken it on: then it stands as before', () => {
    const escalated = 'escalation-quality_approach~CON_22889~2023_10_12';
    const reopened = (acknowledged: boolean) => {
      const played = bound().until('2023-10-27T09:00:00.000Z');
      if (acknowledged) played.record(escalated, events.EscalationAcknowledged({ level: 1, reason: 'In hand' }));
      played.record(escalated, events.EscalationResolved({ because: 'by-decision', reason: 'Done' }));
      played.record(escalated, events.EscalationReopened({ corrects: acknowledged ? 2 : 1, reason: 'Not done' }));
      played.until('2023-11-02T09:00:00.000Z');
      const asked = played.streams('requirement').filter((id) => id.startsWith('acknowledgement~quality_approach'));
      return [asked.length, played.types(escalated).at(-1)];
    };
    expect(reopened(false)).toEqual([3, 'EscalationRaisedToNextLevel']);
    expect(reopened(true)).toEqual([1, 'EscalationReopened']);
  });
});

describe('a duty whose contract is over', () => {
  it('does not lapse because a request that had ended with the contract is cancelled afterwards (C12)', () => {
    const played = bound().until('2023-10-20');
    const request = { request: 'm1', requestedOn: '2023-10-20', dueOn: '2023-11-21', indicators: 'All', references: ['CON_22889'] };
    played.record(CONTRACT, events.ManagementInformationRequested(request));
    const decision = { areas: ['931'], decidedBy: 'u-40', references: ['CON_22889'], reason: 'Planned' };
    const ended = { ...decision, decidedOn: '2023-10-20', endsOn: '2023-10-31', previousEnd: '2025-03-31' };
    played.record(CONTRACT, events.ContractEndedEarly(ended));
    played.until('2023-12-01').record(CONTRACT, events.ManagementInformationRequestCancelled({ request: 'm1', reason: 'Over' }));
    expect(played.types('requirement-management_information~CON_22889~m1')).toEqual(['RequirementImposed', 'RequirementReleased']);
  });
});

describe('a waiver and its withdrawal (E2)', () => {
  it('ends the escalation and brings it back', () => {
    const played = bound().until('2023-10-30');
    played.record(quality, events.RequirementWaived({ reason: 'Agreed' }), { who: 'u-30', role: 'team-leader' });
    const escalated = 'escalation-quality_approach~CON_22889~2023_10_12';
    expect(played.last(escalated, 'EscalationWithdrawn')).toMatchObject({ because: 'waived' });
    played.record(quality, events.WaiverWithdrawn({ corrects: 2, reason: 'A mistake' }), { who: 'u-30', role: 'team-leader' });
    expect(played.types(escalated)).toEqual(['EscalationRaised', 'EscalationWithdrawn', 'EscalationRaised']);
  });
});

describe('other duties of a contract', () => {
  const placed = events.OrderPlaced({
    number: 'CON_22889',
    references: ['Project_8404', 'ITT_2442'],
    title: 'SEND and AP Advisory Services',
    buyer: 'Secretary of State for Education',
    invoiceAddress: 'As in the order',
    supplier: 'Red Kite Solutions (SEN) Ltd',
    orderedOn: '2023-10-12',
    commencesOn: '2023-10-12',
    completesOn: '2025-03-31',
    maximumPence: 5_850_000,
    areas: ['931', '887', '851'],
    breakOn: '2024-03-31',
    takesIn: [],
    firstPeriodEndsOn: '2023-10-31',
    extensionNoticeBy: '2025-02-28',
  });
  const breakPoint = 'requirement-break_answer~CON_22889~2024_03_31';

  it('reminds of the break of Easter Sunday 2024 on the Thursday before, and lapses to the deputy director (C4, reading 12)', () => {
    const played = play('2023-10-12T09:00:00.000Z');
    played.record(CONTRACT, placed);
    expect(played.types(breakPoint)).toEqual([]);
    played.record(CONTRACT, accepted);
    expect(played.last(breakPoint, 'RequirementImposed')).toMatchObject({
      due: '2024-03-31',
      remindOn: ['2024-03-01', '2024-03-22', '2024-03-28'],
    });
    played.until('2024-04-01T00:00:00.000Z');
    expect(played.last(breakPoint.replace('requirement', 'escalation'), 'EscalationRaised')).toMatchObject({ level: 3 });
  });

  describe('reminds the contract manager at eight in the morning (C4, E7)', () => {
    const reminded = (played: ReturnType<typeof play>) =>
      played.told.map(({ at, telling }) => {
        const { id, kind, role, person, because } = telling as Telling;
        return { at, id, kind, role, person, because };
      });
    const reminder = (at: string, day: string, to: object = { role: 'contract-manager', person: 'u-9' }) => ({
      at,
      id: `${breakPoint}@${day}`,
      kind: 'reminder',
      because: 'The break point of the contract is answered: continue or terminate: due on 2024-03-31',
      ...to,
    });
    const begun = () => {
      const played = play('2023-10-12T09:00:00.000Z');
      played.record(CONTRACT, placed);
      played.record(CONTRACT, accepted);
      played.record(CONTRACT, events.ContractManagerAssigned({ manager: 'u-9', reason: 'r' }));
      return played;
    };
    const [first, second, third] = [
      reminder('2024-03-01T08:00:00.000Z', '2024-03-01'),
      reminder('2024-03-22T08:00:00.000Z', '2024-03-22'),
      reminder('2024-03-28T08:00:00.000Z', '2024-03-28'),
    ];

    it('on each day for it, and not before its time', () => {
      expect(reminded(begun().until('2024-03-28T07:59:59.999Z'))).toEqual([first, second]);
      expect(reminded(begun().until('2024-03-28T08:00:00.000Z'))).toEqual([first, second, third]);
      expect(reminded(begun().until('2024-06-01'))).toEqual([first, second, third]);
    });

    it('no more once it is answered', () => {
      const played = begun().until('2024-03-25');
      const answer = { breakOn: '2024-03-31', areas: ['931'], decidedBy: 'u-40', references: ['CON_22889'], reason: 'Planned' };
      played.record(CONTRACT, events.BreakAnswered({ ...answer, answer: 'continue', endsOn: '2025-03-31' }));
      expect(reminded(played.until('2024-06-01'))).toEqual([first, second]);
    });

    it('once for the days that went by while nobody could be asked, and of none when the day is past', () => {
      const away = begun();
      away.stop();
      away.until('2024-03-29').start();
      expect(reminded(away)).toEqual([{ ...third, at: '2024-03-29T12:00:00.000Z' }]);
      const longAway = begun();
      longAway.stop();
      longAway.until('2024-04-01').start();
      expect(reminded(longAway)).toEqual([]);
    });

    it('of nothing that was answered, or ended with the contract, while nobody could be asked', () => {
      const decision = { areas: ['931'], decidedBy: 'u-40', references: ['CON_22889'], reason: 'Planned' };
      for (const fact of [
        events.BreakAnswered({ ...decision, breakOn: '2024-03-31', answer: 'continue', endsOn: '2025-03-31' }),
        events.ContractEndedEarly({ ...decision, decidedOn: '2024-02-20', endsOn: '2024-02-29', previousEnd: '2025-03-31' }),
      ]) {
        const played = begun().until('2024-02-20');
        played.stop();
        played.record(CONTRACT, fact);
        played.until('2024-03-29').start();
        expect(reminded(played)).toEqual([]);
      }
    });

    it('or who covers, and the team leader where nobody does (E3)', () => {
      const absence = { absent: 'u-9', from: '2024-03-20', to: '2024-03-27', reason: 'r' };
      const covered = begun();
      covered.record(CONTRACT, events.CoverNamed({ ...absence, cover: 'u-10' }));
      expect(reminded(covered.until('2024-03-23')).at(-1)).toEqual({ ...second, role: 'contract-manager', person: 'u-10' });
      const uncovered = begun();
      uncovered.record(CONTRACT, events.CoverNamed(absence));
      expect(reminded(uncovered.until('2024-03-23')).at(-1)).toEqual({ ...second, role: 'team-leader', person: undefined });
    });
  });

  it('follows a correction of the order: of the break, the areas, the first month and the end (C1)', () => {
    const correction = {
      ...placed.data,
      previousAreas: ['931', '887', '851'],
      binding: true,
      endsOn: '2025-03-31',
      presentMaximumPence: 5_850_000,
      approvedPence: 0,
      corrects: 0,
      reason: 'Misread',
    };
    const played = play('2023-10-12T09:00:00.000Z');
    played.record(CONTRACT, placed);
    played.record(CONTRACT, accepted);
    played.record(
      CONTRACT,
      events.OrderCorrected({
        ...correction,
        breakOn: '2024-04-30',
        commencesOn: '2023-11-01',
        areas: ['931', '887'],
        firstPeriodEndsOn: '2023-11-30',
      }),
    );
    expect(played.types(breakPoint)).toEqual(['RequirementImposed', 'RequirementReleased']);
    expect(played.types(report('2023_10_12'))).toEqual(['RequirementImposed', 'RequirementReleased']);
    played.until('2023-11-02');
    expect(played.types(breakPoint.replace('03_31', '04_30'))).toEqual(['RequirementImposed']);
    expect(played.last(report('2023_11_01'), 'RequirementImposed')).toMatchObject({ areas: ['931', '887'] });

    const { breakOn: _none, ...noBreak } = correction;
    played.record(CONTRACT, events.OrderCorrected({ ...noBreak, corrects: 2, endsOn: '2023-12-31', completesOn: '2023-12-31' }));
    expect(played.types(breakPoint.replace('03_31', '04_30'))).toEqual(['RequirementImposed', 'RequirementReleased']);
    played.until('2024-02-02');
    expect(played.types(report('2024_01_01'))).toEqual([]);
  });

  it('is met by the answer, and released where the contract ends before (C4, C5)', () => {
    const answer = { breakOn: '2024-03-31', areas: ['931'], decidedBy: 'u-40', references: ['CON_22889'], reason: 'Planned' };
    const met = play('2023-10-12T09:00:00.000Z');
    met.record(CONTRACT, placed);
    met.record(CONTRACT, accepted);
    met.record(CONTRACT, events.BreakAnswered({ ...answer, answer: 'continue', endsOn: '2025-03-31' }));
    expect(met.types(breakPoint)).toEqual(['RequirementImposed', 'RequirementMet']);

    const over = play('2023-10-12T09:00:00.000Z');
    over.record(CONTRACT, placed);
    over.record(CONTRACT, accepted);
    over.record(
      CONTRACT,
      events.ContractEndedEarly({
        decidedOn: '2023-10-12',
        decidedBy: 'u-40',
        endsOn: '2024-03-30',
        previousEnd: '2025-03-31',
        areas: ['931'],
        references: ['CON_22889'],
        reason: 'Planned',
      }),
    );
    expect(over.types(breakPoint)).toEqual(['RequirementImposed', 'RequirementReleased']);
  });

  it('is owed by the day that a request for information names, unless cancelled (C12)', () => {
    const played = bound();
    const request = (id: string) =>
      events.ManagementInformationRequested({
        request: id,
        requestedOn: '2023-10-12',
        dueOn: '2023-10-20',
        indicators: 'EHC plans in time',
        references: ['CON_22889'],
      });
    for (const id of ['r1', 'r2', 'r3']) played.record(CONTRACT, request(id));
    played.record(CONTRACT, events.ManagementInformationProvided({ request: 'r1', providedOn: '2023-10-12', information: 'Given' }));
    played.record(CONTRACT, events.ManagementInformationRequestCancelled({ request: 'r2', reason: 'Not needed' }));
    played.until('2023-10-22');
    const of = (id: string) => played.types(`requirement-management_information~CON_22889~${id}`).at(-1);
    expect([of('r1'), of('r2'), of('r3')]).toEqual(['RequirementMet', 'RequirementReleased', 'RequirementLapsed']);
  });

  it('asks after the end what stays confidential, and not before (P1, reading 17)', () => {
    const played = bound().until('2025-03-31T22:59:59.999Z');
    const review = 'requirement-confidentiality_review~CON_22889~end';
    expect(played.types(review)).toEqual([]);
    played.until('2025-03-31T23:00:00.000Z');
    expect(played.last(review, 'RequirementImposed')).toMatchObject({ due: '2025-05-30' });
  });
});
