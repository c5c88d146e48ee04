import * as events from '@app/domain/events';
import { example } from '@app/domain/told.testing';
import type { DomainEvent } from '@app/event-sourcing';
import { playRequirements } from '../testing/play';

const PARTNER = 'partner-851~project_5369';
const of = (definition: string, period: string) => `requirement-${definition}~851~project_5369~${period}`;
const engagement = {
  area: '851',
  others: [],
  programme: 'project_5369',
  award: 'a1',
  application: 'app1',
  pence: 10_000_000,
  from: '2022-01-01',
  until: '2023-03-31',
  engagedOn: '2022-01-10',
  legalBasis: 'section 14 Education Act 2002',
  facts: [],
  evidence: [],
  judgedBy: 'programme-project_5369@3',
};

const engaged = () => {
  const play = playRequirements('2022-01-10T09:00:00.000Z');
  play.record(PARTNER, events.PartnerEngaged(engagement));
  return play;
};
const submitted = (quarter: string, submittedOn: string) =>
  events.QuarterlyReportSubmitted({ quarter, submittedOn, progress: 'Good', performance: 'Good', impact: 'Good', figures: [] });
const breach = (rule: string, effectiveOn = '2022-02-01') =>
  events.EligibilityBreached({
    area: '851',
    rule,
    value: 'Inadequate',
    fact: 'localArea-851@9',
    ruleSet: 'notice-2021',
    effectiveOn,
    judgedBy: 'localArea-851@9',
    factsUpTo: 9,
  });
const decided = (decision: 'continue' | 'remedy' | 'terminate', remedyBy?: string, decidedOn = '2022-03-01') =>
  events.BreachDecided({
    area: '851',
    rule: 'G14',
    breach: 1,
    decision,
    decidedOn,
    ...(remedyBy && { remedyBy }),
    reason: 'Judged',
  });
const restored = events.EligibilityRestored({
  area: '851',
  rule: 'G14',
  value: 'Good',
  fact: 'localArea-851@10',
  ruleSet: 'notice-2021',
  effectiveOn: '2022-03-20',
  judgedBy: 'localArea-851@10',
  factsUpTo: 10,
  breach: 1,
});

describe('quarterly reports (G18)', () => {
  it('are owed for every calendar quarter of the grant, 28 days after its end (reading 28)', () => {
    const play = engaged().until('2023-08-01');
    expect(play.streams('requirement').filter((id) => id.startsWith('quarterly_report'))).toEqual([
      'quarterly_report~851~project_5369~2022_01_01',
      'quarterly_report~851~project_5369~2022_04_01',
      'quarterly_report~851~project_5369~2022_07_01',
      'quarterly_report~851~project_5369~2022_10_01',
      'quarterly_report~851~project_5369~2023_01_01',
    ]);
    expect(play.last(of('quarterly_report', '2022_01_01'), 'RequirementImposed')).toMatchObject({ due: '2022-04-28', from: '2022-01-10' });
    expect(play.last('escalation-quarterly_report~851~project_5369~2022_01_01', 'EscalationRaised')).toMatchObject({
      level: 1,
      role: 'grant-manager',
    });
    expect(play.last('escalation-quarterly_report~851~project_5369~2022_04_01', 'EscalationRaised')).toMatchObject({ level: 2 });
  });

  it('are met by a report that is not returned', () => {
    const play = engaged().until('2022-04-20');
    play.record(PARTNER, submitted('2022-01-01', '2022-04-20'));
    play.record(PARTNER, events.QuarterlyReportReturned({ quarter: '2022-01-01', returnedOn: '2022-04-20', reason: 'No figures' }));
    expect(play.last(of('quarterly_report', '2022_01_01'), 'RequirementRescheduled')).toMatchObject({ due: '2022-05-05' });
    play.record(PARTNER, submitted('2022-01-01', '2022-04-20'));
    expect(play.until('2022-06-01').types(of('quarterly_report', '2022_01_01')).at(-1)).toBe('RequirementMet');
  });

  it('go on into the further year, and stop at the quarter that the end cuts short', () => {
    const play = engaged().until('2023-01-15');
    const further = {
      award: 'a2',
      pence: 1,
      from: '2023-04-01',
      until: '2024-03-31',
      extendedOn: '2023-01-15',
      reason: 'Delivered',
      judgedBy: 'x',
    };
    play.record(PARTNER, events.GrantExtended(further));
    play.until('2023-05-10');
    play.record(PARTNER, events.GrantEnded({ area: '851', endedOn: '2023-05-10', reason: 'By agreement' }));
    play.until('2023-12-01');
    expect(play.types(of('quarterly_report', '2023_01_01')).at(-1)).toBe('RequirementLapsed');
    expect(play.types(of('quarterly_report', '2023_04_01'))).toEqual(['RequirementImposed', 'RequirementReleased']);
    expect(play.types(of('quarterly_report', '2023_07_01'))).toEqual([]);
    play.record(PARTNER, events.GrantReopened({ corrects: 2, reason: 'A mistake' }));
    expect(play.types(of('quarterly_report', '2023_04_01')).slice(-2)).toEqual(['RequirementReopened', 'RequirementLapsed']);
  });

  it('are owed no longer for a further year that was taken back (G3)', () => {
    const play = engaged().until('2023-01-15');
    const further = { award: 'a2', from: '2023-04-01', until: '2024-03-31', extendedOn: '2023-01-15', reason: 'Delivered' };
    play.record(PARTNER, events.GrantExtended({ ...further, pence: 1, judgedBy: 'x' }));
    play.until('2023-04-10');
    expect(play.types(of('quarterly_report', '2023_04_01'))).toEqual(['RequirementImposed']);
    play.record(PARTNER, events.GrantExtensionWithdrawn({ ...further, fundedUntil: '2023-03-31', corrects: 1, reason: 'A mistake' }));
    expect(play.until('2023-08-10').types(of('quarterly_report', '2023_04_01'))).toEqual(['RequirementImposed', 'RequirementReleased']);
    expect(play.types(of('quarterly_report', '2023_01_01'))).toEqual(['RequirementImposed', 'RequirementLapsed']);
  });

  it('follow the record of an engagement at discretion as it was corrected or taken back (G19)', () => {
    const HELP = 'partner-851~project_5369~help';
    const report = (quarter: string) => `requirement-quarterly_report~851~project_5369~help~${quarter}`;
    const { area, programme, pence, from, engagedOn } = engagement;
    const terms = { area, programme, pence, from, engagedOn, reason: 'Needed' };
    const begun = () => {
      const play = playRequirements('2022-01-10T09:00:00.000Z');
      play.record(HELP, events.PartnerEngagedAtDiscretion({ ...terms, until: '2022-12-31', reportsAgreed: true }));
      return play.until('2022-04-05');
    };
    const corrected = (until: string, reportsAgreed: boolean) =>
      events.EngagementAtDiscretionCorrected({
        ...terms,
        until,
        reportsAgreed,
        previousAward: '851~project_5369~help',
        fundedUntil: until,
        corrects: 0,
      });
    const shorter = begun();
    shorter.record(HELP, corrected('2022-03-31', true));
    expect([shorter.types(report('2022_01_01')), shorter.types(report('2022_04_01'))]).toEqual([
      ['RequirementImposed'],
      ['RequirementImposed', 'RequirementReleased'],
    ]);
    const unagreed = begun();
    unagreed.record(HELP, corrected('2022-12-31', false));
    expect(unagreed.types(report('2022_01_01'))).toEqual(['RequirementImposed', 'RequirementReleased']);
    const taken = begun();
    const withdrawn = { area, programme, engagedOn, corrects: 0, reason: 'A mistake' };
    taken.record(HELP, events.EngagementAtDiscretionWithdrawn(withdrawn));
    expect(taken.until('2022-06-01').types(report('2022_01_01'))).toEqual(['RequirementImposed', 'RequirementReleased']);
  });

  it('are owed no more where the engagement was taken back, and from the day on which it is engaged after all (G2)', () => {
    const play = engaged().until('2022-05-01');
    const { area, others, programme, award, engagedOn } = engagement;
    play.record(PARTNER, breach('G14'));
    play.record(
      PARTNER,
      events.PartnerEngagementWithdrawn({ area, others, programme, award, engagedOn, corrects: 0, reason: 'A mistake' }),
    );
    for (const duty of [
      of('quarterly_report', '2022_01_01'),
      of('quarterly_report', '2022_04_01'),
      of('eligibility_confirmation', '2022_01_10'),
      of('breach_decision', 'r1'),
    ]) {
      expect([duty, play.types(duty).at(-1)]).toEqual([duty, 'RequirementReleased']);
      expect(play.last(duty, 'RequirementReleased')).toMatchObject({ by: `${PARTNER}@2` });
    }
    expect(play.types('escalation-quarterly_report~851~project_5369~2022_01_01').at(-1)).toBe('EscalationWithdrawn');
    play.record(PARTNER, events.PartnerEngaged({ ...engagement, engagedOn: '2022-03-20' }));
    expect(play.types(of('quarterly_report', '2022_04_01')).at(-1)).toBe('RequirementReopened');
    expect(play.last(of('eligibility_confirmation', '2022_03_20'), 'RequirementImposed')).toMatchObject({ due: '2023-03-19' });
    expect(play.types(of('breach_decision', 'r1')).at(-1)).toBe('RequirementReleased');
  });

  it('are owed at discretion only where they were agreed (G19)', () => {
    const reports = (reportsAgreed: boolean) => {
      const play = playRequirements('2022-01-10T09:00:00.000Z');
      const { area, programme, pence, from, until, engagedOn } = engagement;
      const discretion = { area, programme, pence, from, until, engagedOn, reportsAgreed, reason: 'Needed' };
      play.record('partner-851~project_5369~help', events.PartnerEngagedAtDiscretion(discretion));
      return play.streams('requirement');
    };
    expect(reports(false)).toEqual([]);
    expect(reports(true)).toEqual(['quarterly_report~851~project_5369~help~2022_01_01']);
  });
});

describe('the yearly confirmation (G16)', () => {
  it('is owed by the last day of each year that the grant lasts through', () => {
    const play = engaged().until('2023-02-01');
    expect(play.last(of('eligibility_confirmation', '2022_01_10'), 'RequirementLapsed')).toMatchObject({ due: '2023-01-09' });
    expect(play.types(of('eligibility_confirmation', '2023_01_10'))).toEqual([]);
  });

  it('is met by the confirmation, and owed again where that is withdrawn', () => {
    const play = engaged().until('2022-12-01');
    const yearFrom = '2022-01-10';
    const confirmed = { yearFrom, confirmedOn: '2022-12-01', requirements: [], statement: 'As before' };
    play.record(PARTNER, events.EligibilityConfirmed({ ...confirmed, requirements: [] }));
    play.record(PARTNER, events.EligibilityConfirmationWithdrawn({ yearFrom, corrects: 1, reason: 'Premature' }));
    expect(play.types(of('eligibility_confirmation', '2022_01_10'))).toEqual([
      'RequirementImposed',
      'RequirementMet',
      'RequirementReopened',
    ]);
  });
});

describe('a breach (G17)', () => {
  it('is decided on within 10 working days of its recording, or goes to the deputy director (reading 22)', () => {
    const play = engaged().until('2022-02-28T09:00:00.000Z');
    play.record(PARTNER, breach('G14'));
    expect(play.last(of('breach_decision', 'r1'), 'RequirementImposed')).toMatchObject({ due: '2022-03-14', from: '2022-02-28' });
    play.until('2022-03-15T00:00:59.998Z');
    expect(play.types(of('breach_decision', 'r1'))).toEqual(['RequirementImposed']);
    play.until('2022-03-15T00:00:59.999Z');
    expect(play.last('escalation-breach_decision~851~project_5369~r1', 'EscalationRaised')).toMatchObject({
      level: 3,
      role: 'deputy-director',
    });
  });

  it('is decided on also where its fact is older than the programme and became known during the grant (reading 22)', () => {
    const play = engaged().until('2022-02-28T09:00:00.000Z');
    play.record(PARTNER, breach('G14', '2019-06-01'));
    expect(play.last(of('breach_decision', 'r1'), 'RequirementImposed')).toMatchObject({ due: '2022-03-14', from: '2022-02-28' });
    play.until('2022-03-16');
    expect(play.types('escalation-breach_decision~851~project_5369~r1')).toEqual(['EscalationRaised']);
  });

  it('is answered by a decision or by the restoration', () => {
    const withDecision = engaged().until('2022-03-01');
    withDecision.record(PARTNER, breach('G14'));
    withDecision.record(PARTNER, decided('continue'));
    expect(withDecision.types(of('breach_decision', 'r1'))).toEqual(['RequirementImposed', 'RequirementMet']);
    const withRestoration = engaged().until('2022-03-01');
    withRestoration.record(PARTNER, breach('G14'));
    withRestoration.record(PARTNER, restored);
    expect(withRestoration.types(of('breach_decision', 'r1'))).toEqual(['RequirementImposed', 'RequirementMet']);
  });

  it('is remedied by the date that was set, or escalates again', () => {
    const play = engaged().until('2022-03-01');
    play.record(PARTNER, breach('G14'));
    play.record(PARTNER, decided('remedy', '2022-03-31'));
    play.until('2022-04-02');
    expect(play.last(of('breach_remedy', 'r2'), 'RequirementLapsed')).toMatchObject({ due: '2022-03-31' });
    play.record(PARTNER, decided('continue', undefined, '2022-04-02'));
    expect(play.types(of('breach_remedy', 'r2')).at(-1)).toBe('RequirementMetLate');
    expect(play.types('escalation-breach_remedy~851~project_5369~r2').at(-1)).toBe('EscalationResolved');
  });

  it.each(['2022-02-01', '2022-03-15'])(
    'that is restored from %s needs no decision any more, although none was taken in time',
    (effectiveOn) => {
      const play = engaged().until('2022-02-28T09:00:00.000Z');
      play.record(PARTNER, breach('G14'));
      play.until('2022-03-16');
      const restoration = play.record(PARTNER, events.EligibilityRestored({ ...restored.data, effectiveOn }));
      expect(play.types(of('breach_decision', 'r1'))).toEqual(['RequirementImposed', 'RequirementLapsed', 'RequirementMetLate']);
      expect(play.last('escalation-breach_decision~851~project_5369~r1', 'EscalationWithdrawn')).toEqual({
        because: 'cause-ended',
        by: restoration,
      });
      play.rebuild();
      expect(play.outstanding()).toEqual([]);
    },
  );

  it('that holds again from the date for remedy is no late remedy, and from the day after it is one', () => {
    const remedied = (effectiveOn: string) => {
      const play = engaged().until('2022-03-01');
      play.record(PARTNER, breach('G14'));
      play.record(PARTNER, decided('remedy', '2022-03-31'));
      play.until('2022-04-02').record(PARTNER, events.EligibilityRestored({ ...restored.data, effectiveOn }));
      const ending = 'escalation-breach_remedy~851~project_5369~r2';
      return play.last<{ because: string }>(ending, play.types(ending).at(-1)!)!.because;
    };
    expect([remedied('2022-03-31'), remedied('2022-04-01')]).toEqual(['cause-ended', 'met-late']);
  });
});

describe('work that was terminated before its grant was ended (G17, G18)', () => {
  it('owes no report for the quarter that the termination cut short', () => {
    const play = engaged().until('2022-03-04T09:00:00.000Z');
    play.record(PARTNER, events.WorkTerminated({ ...example(events.WorkTerminated).data, terminatedOn: '2022-03-04' }));
    play.until('2022-04-05').record(PARTNER, events.GrantEnded({ area: '851', endedOn: '2022-04-02', reason: 'Wound up' }));
    expect(play.until('2022-05-01').types(of('quarterly_report', '2022_01_01'))).toEqual(['RequirementImposed', 'RequirementReleased']);
  });
});

describe('a termination that is reversed (G17)', () => {
  const terminated = events.WorkTerminated({ ...example(events.WorkTerminated).data, terminatedOn: '2022-03-04' });
  const reversed = events.TerminationReversed({ corrects: 3, reason: 'Wrong local area' });
  const own = of('breach_decision', 'r1');
  const decidedAndReversed = (...between: readonly DomainEvent[]) => {
    const play = engaged().until('2022-02-28T09:00:00.000Z');
    play.record(PARTNER, breach('G14'));
    play.until('2022-03-04T09:00:00.000Z').record(PARTNER, decided('terminate', undefined, '2022-03-04'));
    play.record(PARTNER, terminated);
    for (const event of between) play.record(PARTNER, event);
    play.until('2022-04-01T09:00:00.000Z').record(PARTNER, reversed);
    return play;
  };

  it('has the breach to be decided on again, within 10 working days of the reversal', () => {
    const play = decidedAndReversed();
    expect(play.types(own)).toEqual(['RequirementImposed', 'RequirementMet', 'RequirementReopened', 'RequirementRescheduled']);
    expect(play.last(own, 'RequirementRescheduled')).toMatchObject({ due: '2022-04-19' });
    play.until('2022-04-19T23:00:59.998Z');
    expect(play.types(own).at(-1)).toBe('RequirementRescheduled');
    play.until('2022-04-19T23:00:59.999Z');
    expect(play.types(own).at(-1)).toBe('RequirementLapsed');
    expect(play.types(own.replace('requirement', 'escalation'))).toEqual(['EscalationRaised']);
  });

  it('is answered by the next decision', () => {
    const play = decidedAndReversed();
    play.record(PARTNER, decided('continue', undefined, '2022-04-01'));
    expect(play.until('2022-05-01').types(own).at(-1)).toBe('RequirementMet');
    play.rebuild();
    expect(play.outstanding()).toEqual([]);
  });

  it('leaves a breach alone that holds again', () =>
    expect(decidedAndReversed(restored).until('2022-05-01').types(own)).toEqual(['RequirementImposed', 'RequirementMet']));

  it('takes the date for remedy with it that had been set before', () => {
    const play = engaged().until('2022-03-01');
    play.record(PARTNER, breach('G14'));
    play.record(PARTNER, decided('remedy', '2022-05-01'));
    play.record(PARTNER, decided('terminate'));
    play.record(PARTNER, terminated);
    play.record(PARTNER, reversed);
    expect(play.until('2022-05-03').types(of('breach_remedy', 'r2')).at(-1)).not.toBe('RequirementLapsed');
    expect(play.types(own).at(-1)).toBe('RequirementLapsed');
  });
});

describe('a doubt about excellence (G22)', () => {
  it('is judged within 10 working days, unless withdrawn', () => {
    const doubt = events.ExcellenceDoubted({ area: '851', doubtedOn: '2022-02-28', reason: 'Reports of strain' });
    const judged = engaged().until('2022-02-28');
    judged.record(PARTNER, doubt);
    judged.record(
      PARTNER,
      events.EvidenceJudgedAgain({
        area: '851',
        matter: 'excellence',
        judgement: 'met',
        judgedOn: '2022-02-28',
        reason: 'Sound',
        doubt: 1,
      }),
    );
    expect(judged.types(of('excellence_judgement', 'r1'))).toEqual(['RequirementImposed', 'RequirementMet']);
    const withdrawn = engaged().until('2022-02-28');
    withdrawn.record(PARTNER, doubt);
    withdrawn.record(PARTNER, events.ExcellenceDoubtWithdrawn({ area: '851', corrects: 1, reason: 'Mistaken' }));
    expect(withdrawn.types(of('excellence_judgement', 'r1'))).toEqual(['RequirementImposed', 'RequirementReleased']);
    const left = engaged().until('2022-02-28');
    left.record(PARTNER, doubt);
    expect(left.until('2022-03-20').types(of('excellence_judgement', 'r1'))).toEqual(['RequirementImposed', 'RequirementLapsed']);
  });
});
