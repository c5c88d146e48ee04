import * as events from '@app/domain/events';
import { playRequirements } from '../testing/play';

const CASE = 'improvementCase-931~inspection';
const AREA = 'localArea-931';
const CONTRACT = 'contract-CON_22889';
const of = (definition: string, period: string, id = '931~inspection') => `requirement-${definition}~${id}~${period}`;
const source = { publisher: 'Ofsted', title: 'Area SEND inspection of Oxfordshire' };
const opening = {
  area: '931',
  cause: 'inspection' as const,
  inspection: '2023_07',
  openedOn: '2023-09-15',
  reason: 'Widespread and systemic failings',
  judgedBy: 'localArea-931@1',
};
const opened = events.CaseOpened(opening);
const closed = (closedOn: string) => events.CaseClosed({ area: '931', cause: 'inspection', closedOn, reason: 'Done' });
const inspection = {
  inspection: '2023_07',
  framework: '2023' as const,
  outcome: 'systemic-failings' as const,
  visitedFrom: '2023-07-13',
  publishedOn: '2023-09-15',
  receivedOn: '2023-09-08',
  source,
};
const { receivedOn: _receivedOn, ...withoutReceipt } = inspection;
const submission = {
  area: '931',
  inspection: '2023_07',
  to: ['ofsted' as const],
  submittedOn: '2023-10-24',
  again: false,
  judgedBy: 'localArea-931@1',
};
const submitted = (submittedOn: string) => events.ActionPlanSubmitted({ ...submission, submittedOn });
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
const agreed = (kind: 'overall' | 'apa' | 'afi' | 'timeliness', area = '931') =>
  events.OutcomeAgreed({ area, outcome: `o_${kind}`, kind, words: 'As published', measures: ['As agreed'], agreedOn: '2023-10-12' });
const answer = { answer: 'yes' as const, words: 'Seen' };
const dive = (heldOn: string, kind: 'six-monthly' | 'apa' = 'six-monthly', deepDive = `d${heldOn}`.replaceAll('-', '_')) => ({
  deepDive,
  kind,
  heldOn,
  linesOfEnquiry: 'Plans',
  progressMade: 'Some',
  findings: [
    {
      outcome: 'o_apa',
      clearPlans: answer,
      leadersUnderstand: answer,
      vcuUnderstands: answer,
      rating: 'on-track' as const,
      trajectory: 'steady' as const,
    },
  ],
  area: '931',
});
const dived = (...about: Parameters<typeof dive>) => events.DeepDiveRecorded({ ...dive(...about), nextSteps: [] });
const takenStock = (heldOn: string) =>
  events.StocktakeRecorded({
    stocktake: `s${heldOn}`.replaceAll('-', '_'),
    heldOn,
    partners: [{ partner: 'Local authority', oversight: 'developing', evidence: 'Minutes' }],
    summary: 'Growing',
    area: '931',
  });

const oxfordshire = (now = '2023-09-15T09:00:00.000Z') => {
  const play = playRequirements(now);
  play.record(AREA, events.InspectionRecorded(inspection));
  play.record(CASE, opened);
  return play;
};

describe('the priority action plan (J3)', () => {
  const target = of('action_plan', '2023_07');
  const longstop = of('action_plan_statutory', '2023_07');

  it('is due 35 working days after receipt, and by statute 70: 27 Oct and 15 Dec 2023', () => {
    const play = oxfordshire();
    expect(play.last(target, 'RequirementImposed')).toMatchObject({
      due: '2023-10-27',
      because: '35 working days from the receipt of the report on 2023-09-08',
      counted: { from: '2023-09-08', unit: 'working-days', count: 35, calendarVersion: 'england-and-wales-2016-2028-v1' },
      imposedBy: { event: 'localArea-931@0', effectiveOn: '2023-09-15' },
      areas: ['931'],
    });
    expect(play.last(longstop, 'RequirementImposed')).toMatchObject({ due: '2023-12-15' });
  });

  it('is met by the submission on 24 Oct 2023, and not before', () => {
    const play = oxfordshire().until('2023-10-23');
    expect(play.types(target)).toEqual(['RequirementImposed']);
    play.until('2023-10-24').record(CASE, submitted('2023-10-24'));
    expect([play.types(target), play.types(longstop)]).toEqual([
      ['RequirementImposed', 'RequirementMet'],
      ['RequirementImposed', 'RequirementMet'],
    ]);
  });

  it('lapses to the team leader when it is missed, the longstop to the deputy director', () => {
    const play = oxfordshire().until('2023-12-17');
    expect(play.last('escalation-action_plan~931~inspection~2023_07', 'EscalationRaised')).toMatchObject({ level: 2, role: 'team-leader' });
    expect(play.last('escalation-action_plan_statutory~931~inspection~2023_07', 'EscalationRaised')).toMatchObject({ level: 3 });
  });

  it('is not owed until the receipt is recorded, which may be in any order with the case (reading 29)', () => {
    const play = playRequirements('2023-09-15T09:00:00.000Z');
    play.record(CASE, opened);
    play.record(AREA, events.InspectionRecorded(withoutReceipt));
    expect(play.until('2023-09-20').types(target)).toEqual([]);
    const receipt = {
      inspection: '2023_07',
      framework: '2023' as const,
      outcome: 'systemic-failings' as const,
      receivedOn: '2023-09-08',
      source,
    };
    play.record(AREA, events.InspectionReceiptRecorded(receipt));
    expect(play.last(target, 'RequirementImposed')).toMatchObject({
      due: '2023-10-27',
      imposedBy: { event: 'localArea-931@1', effectiveOn: '2023-09-08' },
    });
  });

  it('is not owed without a case, and for outcome (2) not at all', () => {
    const noCase = playRequirements('2023-09-15T09:00:00.000Z');
    noCase.record(AREA, events.InspectionRecorded(inspection));
    expect(noCase.streams('requirement')).toEqual([]);
    const inconsistent = playRequirements('2023-09-15T09:00:00.000Z');
    inconsistent.record(AREA, events.InspectionRecorded({ ...inspection, outcome: 'inconsistent' }));
    inconsistent.record(CASE, opened);
    expect(inconsistent.streams('requirement')).toEqual([]);
  });

  it('has only the longstop where a written statement of action was required, and none from before the notice (reading 29)', () => {
    const wsoa = (receivedOn: string, publishedOn: string) => {
      const play = playRequirements('2023-09-15T09:00:00.000Z');
      const recorded = { ...inspection, framework: '2016' as const, outcome: 'wsoa-required' as const, publishedOn, receivedOn };
      play.record(AREA, events.InspectionRecorded(recorded));
      play.record(CASE, opened);
      return play.streams('requirement').filter((id) => !id.startsWith('acknowledgement'));
    };
    expect(wsoa('2022-06-01', '2022-06-10')).toEqual(['action_plan_statutory~931~inspection~2023_07']);
    expect(wsoa('2017-11-20', '2017-12-04')).toEqual([]);
  });

  it('moves with a correction of the receipt, lapse and all', () => {
    const play = oxfordshire().until('2023-10-31');
    expect(play.types(target).at(-1)).toBe('RequirementLapsed');
    play.record(AREA, events.InspectionCorrected({ ...inspection, receivedOn: '2023-09-15', corrects: 0, reason: 'Mistyped' }));
    expect(play.last(target, 'RequirementRescheduled')).toMatchObject({ due: '2023-11-03', stillLapsed: false });
    expect(play.types('escalation-action_plan~931~inspection~2023_07')).toEqual(['EscalationRaised', 'EscalationWithdrawn']);
    play.until('2023-11-02').record(CASE, submitted('2023-11-02'));
    expect(play.types(target).at(-1)).toBe('RequirementMet');
  });

  it.each([
    ['15', 'still late: it keeps the day by which it was judged', []],
    ['18', 'in time: it is judged anew by the new day', ['RequirementReopened', 'RequirementRescheduled', 'RequirementMet']],
  ])('that came on 6 November was, with the receipt corrected to %s September, %s (E2)', (day, _says, then) => {
    const play = oxfordshire().until('2023-11-06');
    play.record(CASE, submitted('2023-11-06'));
    play.record(AREA, events.InspectionCorrected({ ...inspection, receivedOn: `2023-09-${day}`, corrects: 0, reason: 'Mistyped' }));
    expect(play.types(target)).toEqual(['RequirementImposed', 'RequirementLapsed', 'RequirementMetLate', ...then]);
  });

  it('is owed again where the submission is withdrawn, and ends with the case', () => {
    const play = oxfordshire().until('2023-10-24');
    play.record(CASE, submitted('2023-10-24'));
    const withdrawal = { area: '931', inspection: '2023_07', submittedOn: '2023-10-24', corrects: 1, reason: 'A draft' };
    play.record(CASE, events.ActionPlanWithdrawn(withdrawal));
    expect(play.last(target, 'RequirementReopened')).toMatchObject({ correction: 'improvementCase-931~inspection@2' });
    play.record(CASE, closed('2023-10-24'));
    expect(play.types(target).at(-1)).toBe('RequirementReleased');
    expect(play.until('2024-01-01').types('escalation-action_plan~931~inspection~2023_07')).toEqual([]);
  });

  it('is due again when it is returned, by the day set with the return', () => {
    const play = oxfordshire().until('2023-10-24');
    play.record(CASE, submitted('2023-10-24'));
    const returned = {
      area: '931',
      inspection: '2023_07',
      by: ['ofsted' as const],
      returnedOn: '2023-10-24',
      dueOn: '2023-11-14',
      reason: 'Thin',
    };
    play.record(CASE, events.ActionPlanReturned(returned));
    expect(play.last(of('plan_resubmission', 'r2'), 'RequirementImposed')).toMatchObject({ due: '2023-11-14' });
    play.until('2023-11-10').record(CASE, events.ActionPlanSubmitted({ ...submission, submittedOn: '2023-11-10', again: true }));
    expect(play.types(of('plan_resubmission', 'r2'))).toEqual(['RequirementImposed', 'RequirementMet']);
    expect(play.types(target)).toEqual(['RequirementImposed', 'RequirementMet']);
  });
});

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

describe('what has a date of its own in a case', () => {
  const step = { area: '931', step: 'n1', owner: 'u-5', what: 'Publish the data' };
  const agreedStep = events.NextStepAgreed({ ...step, dueOn: '2023-11-01', agreedOn: '2023-09-15' });
  const own = of('next_step', 'n1');

  it('is a next step: overdue, it escalates to the case lead (J6, E3)', () => {
    const play = oxfordshire();
    play.record(CASE, events.CaseLeadAssigned({ lead: 'u-1', reason: 'Appointed' }));
    play.record(CASE, agreedStep);
    expect(play.until('2023-11-03').types(own)).toEqual(['RequirementImposed', 'RequirementLapsed']);
    expect(play.last('escalation-next_step~931~inspection~n1', 'EscalationRaised')).toMatchObject({
      level: 1,
      role: 'case-lead',
      person: 'u-1',
    });
  });

  it('goes to who covers for an absent case lead, and a level higher where nobody does (E3)', () => {
    const raised = (...covers: readonly { cover?: string; from: string; to: string }[]) => {
      const play = oxfordshire();
      play.record(CASE, events.CaseLeadAssigned({ lead: 'u-1', reason: 'Appointed' }));
      for (const cover of covers) play.record(CASE, events.CoverNamed({ absent: 'u-1', ...cover, reason: 'Leave' }));
      play.record(CASE, agreedStep);
      return play.until('2023-11-03').last('escalation-next_step~931~inspection~n1', 'EscalationRaised');
    };
    expect(raised({ cover: 'u-2', from: '2023-11-02', to: '2023-11-02' })).toMatchObject({ level: 1, person: 'u-2', insteadOf: 'u-1' });
    expect(raised({ from: '2023-10-20', to: '2023-11-05' })).toMatchObject({ level: 2, role: 'team-leader' });
    expect(raised({ cover: 'u-2', from: '2023-10-20', to: '2023-11-01' })).toMatchObject({ level: 1, person: 'u-1' });
  });

  it('is told to the case lead again where the cover was withdrawn', () => {
    const play = oxfordshire();
    play.record(CASE, events.CaseLeadAssigned({ lead: 'u-1', reason: 'Appointed' }));
    const absence = { absent: 'u-1', from: '2023-10-20', to: '2023-11-05', reason: 'Leave' };
    play.record(CASE, events.CoverNamed({ ...absence, cover: 'u-2' }));
    play.record(CASE, events.CoverWithdrawn({ ...absence, corrects: 2 }));
    play.record(CASE, agreedStep);
    expect(play.until('2023-11-03').last('escalation-next_step~931~inspection~n1', 'EscalationRaised')).toMatchObject({ person: 'u-1' });
  });

  it('moves, is taken, is taken back, and is cancelled', () => {
    const play = oxfordshire();
    play.record(CASE, agreedStep);
    const { what: _what, ...moving } = step;
    play.record(CASE, events.NextStepRescheduled({ ...moving, dueOn: '2023-12-01', previousDueOn: '2023-11-01', reason: 'Later' }));
    expect(play.last(own, 'RequirementRescheduled')).toMatchObject({ due: '2023-12-01' });
    play.record(CASE, events.NextStepCompleted({ area: '931', step: 'n1', completedOn: '2023-09-15', reason: 'Done' }));
    play.record(CASE, events.NextStepReopened({ area: '931', step: 'n1', dueOn: '2023-12-01', corrects: 3, reason: 'Not done' }));
    play.record(CASE, events.NextStepCancelled({ area: '931', step: 'n1', reason: 'Not needed' }));
    expect(play.types(own)).toEqual([
      'RequirementImposed',
      'RequirementRescheduled',
      'RequirementMet',
      'RequirementReopened',
      'RequirementReleased',
    ]);
  });

  it('is an action of the plan (J3)', () => {
    const play = oxfordshire();
    const action = { area: '931', action: 'a1', outcome: 'o_apa' };
    play.record(CASE, events.ActionAdded({ ...action, owner: 'u-5', dueOn: '2023-11-01', what: 'Train staff' }));
    const rebaselined = { ...action, owner: 'u-5', dueOn: '2023-11-20', previousDueOn: '2023-11-01', reason: 'Agreed' };
    play.record(CASE, events.ActionRebaselined(rebaselined));
    play.until('2023-11-22');
    expect(play.last(of('plan_action', 'a1'), 'RequirementLapsed')).toMatchObject({ due: '2023-11-20' });
    play.record(CASE, events.ActionCompleted({ ...action, completedOn: '2023-11-22', reason: 'Done' }));
    expect(play.types(of('plan_action', 'a1')).at(-1)).toBe('RequirementMetLate');
    play.record(CASE, events.ActionReopened({ ...action, dueOn: '2023-11-20', corrects: 3, reason: 'Not done' }));
    play.record(CASE, events.ActionRemoved({ ...action, reason: 'Merged' }));
    expect(play.types(of('plan_action', 'a1')).at(-1)).toBe('RequirementReleased');
  });

  it('is an APA deep dive: it ends with its outcome and comes back with it (J4)', () => {
    const play = oxfordshire();
    const scheduled = { area: '931', deepDive: 'd1', outcome: 'o_apa', scheduledFor: '2024-01-10' };
    play.record(CASE, agreed('apa'));
    play.record(CASE, events.DeepDiveScheduled(scheduled));
    play.record(CASE, events.DeepDiveScheduled({ ...scheduled, deepDive: 'd2', scheduledFor: '2024-02-10' }));
    play.record(
      CASE,
      events.DeepDiveRescheduled({ ...scheduled, scheduledFor: '2024-01-20', previouslyFor: '2024-01-10', reason: 'Snow' }),
    );
    play.until('2024-01-20').record(CASE, dived('2024-01-20', 'apa', 'd1'));
    expect(play.types(of('apa_deep_dive', 'd1'))).toEqual(['RequirementImposed', 'RequirementRescheduled', 'RequirementMet']);
    const outcome = { area: '931', outcome: 'o_apa', kind: 'apa' as const };
    play.record(CASE, events.OutcomeAchieved({ ...outcome, achievedOn: '2024-01-20', reason: 'Seen' }));
    expect(play.types(of('apa_deep_dive', 'd2'))).toEqual(['RequirementImposed', 'RequirementReleased']);
    play.record(CASE, events.OutcomeReinstated({ ...outcome, endedOn: '2024-01-20', corrects: 6, reason: 'Too early' }));
    expect(play.types(of('apa_deep_dive', 'd2')).at(-1)).toBe('RequirementReopened');
    play.record(CASE, events.DeepDiveCancelled({ ...scheduled, deepDive: 'd2', scheduledFor: '2024-02-10', reason: 'Merged' }));
    expect(play.types(of('apa_deep_dive', 'd2')).at(-1)).toBe('RequirementReleased');
    expect(play.types(of('apa_deep_dive', 'd1')).at(-1)).toBe('RequirementMet');
  });
});

describe('the recommendation after a formal review (C17)', () => {
  const review = { review: 'v1', heldOn: '2024-02-01', contract: 'CON_22889', summary: 'All outcomes', area: '931' };
  const own = of('progress_recommendation', 'v1');
  const recommended = { review: 'v1', area: '931', recommendedOn: '2024-02-05', sufficient: true, reason: 'On track' };
  const reviewed = (change: object = {}) => {
    const play = oxfordshire();
    play.until('2023-10-12').record(CONTRACT, accepted);
    play.until('2024-02-01').record(CASE, events.FormalReviewHeld({ ...review, ...change }));
    return play;
  };

  it('is the supplier’s within 10 working days, and lapses to the contract manager', () => {
    const play = reviewed();
    expect(play.last(own, 'RequirementImposed')).toMatchObject({ due: '2024-02-15' });
    play.until('2024-02-17');
    expect(play.last('escalation-progress_recommendation~931~inspection~v1', 'EscalationRaised')).toMatchObject({
      role: 'contract-manager',
    });
  });

  it('is met by the recommendation, and owed again where that is withdrawn', () => {
    const play = reviewed().until('2024-02-05');
    play.record(CONTRACT, events.ProgressRecommended(recommended));
    play.record(CONTRACT, events.RecommendationWithdrawn({ review: 'v1', area: '931', reason: 'Another area' }));
    expect(play.types(own)).toEqual(['RequirementImposed', 'RequirementMet', 'RequirementReopened']);
  });

  it('goes by the contract as it was corrected: where none took part, none is owed', () => {
    const play = reviewed();
    const { contract: _contract, ...withoutSupplier } = review;
    play.record(CASE, events.FormalReviewCorrected({ ...withoutSupplier, corrects: 2, reason: 'The supplier took no part' }));
    expect(play.types(own)).toEqual(['RequirementImposed', 'RequirementReleased']);
  });

  it('is owed no more where the review itself is withdrawn, also after it had lapsed', () => {
    const withdrawn = events.CaseRecordWithdrawn({
      area: '931',
      record: 'formal-review',
      id: 'v1',
      corrects: 2,
      effectiveOn: '2024-02-01',
      reason: 'It was of another area',
    });
    const inTime = reviewed();
    inTime.record(CASE, withdrawn);
    expect(inTime.types(own)).toEqual(['RequirementImposed', 'RequirementReleased']);
    const late = reviewed().until('2024-02-17');
    late.record(CASE, withdrawn);
    expect(late.types(own)).toEqual(['RequirementImposed', 'RequirementLapsed', 'RequirementReleased']);
    expect(late.types('escalation-progress_recommendation~931~inspection~v1').at(-1)).toBe('EscalationWithdrawn');
  });

  it('is not owed without a supplier, and ends when VCU decides without it', () => {
    const { contract: _contract, ...withoutSupplier } = review;
    const none = oxfordshire();
    none.until('2024-02-01').record(CASE, events.FormalReviewHeld(withoutSupplier));
    expect(none.types(own)).toEqual([]);
    const decided = reviewed();
    decided.record(
      CASE,
      events.ProgressDecided({
        area: '931',
        review: 'v1',
        progress: 'sufficient',
        decidedOn: '2024-02-01',
        contract: 'CON_22889',
        withoutRecommendation: 'Urgent',
        reason: 'Seen',
      }),
    );
    expect(decided.types(own)).toEqual(['RequirementImposed', 'RequirementReleased']);
  });
});
