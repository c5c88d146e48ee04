import * as events from '@app/domain/events';
import { areas, begun, bound, breakPoint, CONTRACT, discussed, escalationOf, placed, quality, report, submitted } from './contract.testing';

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
    expect(late.types(escalationOf(quality))).toEqual(['EscalationRaised', 'EscalationWithdrawn']);
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
    expect(played.types(escalationOf(quality))).toEqual(['EscalationRaised']);
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
    expect(played.last(report('2023_10_12'), 'RequirementImposed')).toMatchObject({ due: '2023-11-10', areas: areas });
    expect(played.last(report('2023_11_01'), 'RequirementImposed')).toMatchObject({ due: '2023-12-10', from: '2023-11-01' });
  });

  it('goes to the contract manager at level 1, and to level 2 where the month before had lapsed too', () => {
    const played = bound();
    played.record(CONTRACT, events.ContractManagerAssigned({ manager: 'u-21', reason: 'Appointed' }));
    played.until('2023-11-13');
    expect(played.last(escalationOf(report('2023_10_12')), 'EscalationRaised')).toEqual({
      cause: 'requirement-monthly_report~CON_22889~2023_10_12@1',
      rule: 'C9',
      level: 1,
      role: 'contract-manager',
      person: 'u-21',
      need: 'information',
      because: 'The report for the period is submitted: nothing was recorded by 2023-11-10',
      what: 'contract-CON_22889',
      areas: areas,
      since: '2023-11-10',
    });
    played.until('2023-12-12');
    expect(played.last(escalationOf(report('2023_11_01')), 'EscalationRaised')).toMatchObject({
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
    expect(played.types(escalationOf(report('2023_10_12')))).toEqual([]);
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
    expect(played.types(escalationOf(report('2023_10_12'))).filter((type) => type === 'EscalationRaised')).toHaveLength(2);
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
      areas: areas,
      references: ['CON_22889'],
      reason: 'Business planning',
    });
    played.until('2024-07-02');
    played.record(CONTRACT, ended);
    expect(played.last(report('2024_06_01'), 'RequirementRescheduled')).toMatchObject({ previousDue: '2024-07-10', due: '2024-06-25' });
    expect(played.types(report('2024_07_01'))).toEqual(['RequirementImposed', 'RequirementReleased']);
    expect(played.types(report('2024_06_01')).at(-1)).toBe('RequirementLapsed');
    played.record(CONTRACT, events.EarlyEndWithdrawn({ endsOn: '2025-03-31', areas: areas, reason: 'Recorded on the wrong contract' }));
    expect(played.last(report('2024_06_01'), 'RequirementRescheduled')).toMatchObject({ due: '2024-07-10', stillLapsed: false });
    expect(played.types(report('2024_07_01'))).toEqual(['RequirementImposed', 'RequirementReleased', 'RequirementReopened']);
    expect(played.types(escalationOf(report('2024_06_01'))).at(-1)).toBe('EscalationWithdrawn');
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

describe('other duties of a contract', () => {
  it('follows a correction of the order: of the break, the areas, the first month and the end (C1)', () => {
    const correction = {
      ...placed.data,
      previousAreas: areas,
      binding: true,
      endsOn: '2025-03-31',
      presentMaximumPence: 5_850_000,
      approvedPence: 0,
      corrects: 0,
      reason: 'Misread',
    };
    const played = begun();
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

  it('is owed again where the information was not provided, and says what took it back (C12)', () => {
    const played = bound();
    const asked = { request: 'r1', requestedOn: '2023-10-12', dueOn: '2023-10-20', indicators: 'EHC plans in time', references: [] };
    const provided = events.ManagementInformationProvided({ request: 'r1', providedOn: '2023-10-13', information: 'Given' });
    const withdrawn = { request: 'r1', providedOn: '2023-10-13', dueOn: '2023-10-20', reason: 'Of another contract' };
    const duty = 'requirement-management_information~CON_22889~r1';
    played.record(CONTRACT, events.ManagementInformationRequested(asked));
    played.until('2023-10-13').record(CONTRACT, provided);
    played.record(CONTRACT, events.ManagementInformationWithdrawn({ ...withdrawn, corrects: 2 }));
    expect(played.types(duty)).toEqual(['RequirementImposed', 'RequirementMet', 'RequirementReopened']);
    expect(played.last(duty, 'RequirementReopened')).toMatchObject({ correction: 'contract-CON_22889@3' });
    expect(played.until('2023-10-22').types(duty).at(-1)).toBe('RequirementLapsed');
    expect(played.types(escalationOf(duty))).toEqual(['EscalationRaised']);
    played.record(CONTRACT, provided);
    expect(played.types(escalationOf(duty)).at(-1)).toBe('EscalationWithdrawn');
  });

  it('asks after the end what stays confidential, and not before (P1, reading 17)', () => {
    const played = bound().until('2025-03-31T22:59:59.999Z');
    const review = 'requirement-confidentiality_review~CON_22889~end';
    expect(played.types(review)).toEqual([]);
    played.until('2025-03-31T23:00:00.000Z');
    expect(played.last(review, 'RequirementImposed')).toMatchObject({ due: '2025-05-30' });
  });
});
