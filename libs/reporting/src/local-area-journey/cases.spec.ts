import {
  ActionAdded,
  ActionCompleted,
  ActionPlanAccepted,
  ActionPlanAnswerWithdrawn,
  ActionPlanPublished,
  ActionPlanReturned,
  ActionPlanSubmissionCorrected,
  ActionPlanSubmitted,
  ActionPlanWithdrawn,
  ActionRebaselined,
  ActionRemoved,
  ActionReopened,
  BoardMeetingCorrected,
  BoardMeetingRecorded,
  CaseClosed,
  CaseLeadAssigned,
  CaseOpened,
  CaseOpeningCorrected,
  CaseRecordWithdrawn,
  CaseReopened,
  DecisionRevised,
  DeepDiveCancelled,
  DeepDiveCorrected,
  DeepDiveRecorded,
  DeepDiveRescheduled,
  DeepDiveScheduled,
  FormalReviewCorrected,
  FormalReviewHeld,
  NextStepAgreed,
  NextStepCancelled,
  NextStepCompleted,
  NextStepReopened,
  NextStepRescheduled,
  OrderPlaced,
  OutcomeAchieved,
  OutcomeAgreed,
  OutcomeReinstated,
  OutcomeReworded,
  OutcomeWithdrawn,
  ProgressDecided,
  ProgressRecommended,
  RecommendationWithdrawn,
  StocktakeCorrected,
  StocktakeRecorded,
  TimelinessProgressCorrected,
  TimelinessProgressReported,
} from '@app/domain/events';
import { fieldsOf } from '@app/event-sourcing';
import { JourneyNextStep, JourneyOversightFinding, JourneyRating, JourneyReview, JourneyTimelinessUpdate } from './journey-case.view';
import type { JourneyCase } from './journey-case.view';
import { bareCase, journey, on, order, source } from './local-area-journey.stories';

const here = on('improvementCase-931~inspection');
const why = { reason: 'r' };
const area = '931';
const opening = {
  area,
  cause: 'inspection' as const,
  inspection: '2023',
  openedOn: '2023-09-18',
  ...why,
  judgedBy: 'localArea-931@3',
};
const opened = here(CaseOpened(opening), 0);
const withdraw = (record: 'deep-dive' | 'stocktake' | 'board-meeting' | 'timeliness-progress' | 'formal-review', id: string) =>
  here(CaseRecordWithdrawn({ area, record, id, effectiveOn: '2024-03-27', corrects: 1, ...why }), 99);

/** Upon an opened case these events make this of it. */
const shows = (events: readonly ReturnType<typeof here>[], change: Partial<JourneyCase>) =>
  journey(opened, ...events).shows({
    openCases: change.status === 'closed' ? 0 : 1,
    cases: [bareCase({ inspection: '2023', ...change })],
  });

describe('a case in the journey (J2)', () => {
  it('is opened, has a lead, is closed and opened again', () => {
    shows([], {});
    shows([here(CaseLeadAssigned({ lead: 'u-1', ...why }))], { lead: 'u-1' });
    const closed = here(CaseClosed({ area, cause: 'inspection', closedOn: '2025-01-01', passedTo: ['900'], ...why }));
    shows([closed], { status: 'closed', closedOn: '2025-01-01', passedTo: ['900'] });
    const reopened = here(CaseReopened({ area, cause: 'inspection', reopenedOn: '2025-02-01', ...why }));
    shows([closed, reopened], { reopenedOn: '2025-02-01' });
  });
  it('takes the correction of its opening', () =>
    shows([here(CaseOpeningCorrected({ ...opening, inspection: '2024', openedOn: '2023-09-19', corrects: 0 }))], {
      inspection: '2024',
      openedOn: '2023-09-19',
    }));
  it('stands beside the other case of its area', () => {
    const other = on('improvementCase-931~timeliness');
    const { inspection: _none, ...because } = opening;
    journey(opened, other(CaseOpened({ ...because, cause: 'timeliness' })), other(CaseLeadAssigned({ lead: 'u-2', ...why }))).shows({
      openCases: 2,
      cases: [bareCase({ inspection: '2023' }), bareCase({ case: '931~timeliness', cause: 'timeliness', lead: 'u-2' })],
    });
  });
});

describe('the plan (J3)', () => {
  const inspection = '2023';
  const submitted = here(
    ActionPlanSubmitted({ area, inspection, to: ['ofsted'], submittedOn: '2023-10-24', again: false, judgedBy: 'localArea-931@3' }),
    1,
  );
  const step = { is: 'submitted' as const, on: '2023-10-24', with: ['ofsted'], record: 1 };
  const returned = here(ActionPlanReturned({ area, inspection, by: ['ofsted'], returnedOn: '2023-11-20', dueOn: '2023-12-04', ...why }), 2);
  const back = { is: 'returned' as const, on: '2023-11-20', with: ['ofsted'], dueOn: '2023-12-04', record: 2 };
  const again = here(
    ActionPlanSubmitted({ area, inspection, to: ['ofsted'], submittedOn: '2023-12-01', again: true, judgedBy: 'localArea-931@3' }),
    3,
  );
  const accepted = here(ActionPlanAccepted({ area, inspection, by: ['ofsted'], acceptedOn: '2023-12-12', ...why }), 4);
  const published = here(ActionPlanPublished({ area, inspection, publishedOn: '2023-12-18', source }), 5);

  it('is submitted, returned and due again', () => {
    shows([submitted], { plans: [{ inspection, status: 'submitted', submittedOn: '2023-10-24', steps: [step] }] });
    shows([submitted, returned], {
      plans: [
        {
          inspection,
          status: 'returned',
          submittedOn: '2023-10-24',
          returnedOn: '2023-11-20',
          dueOn: '2023-12-04',
          steps: [step, back],
        },
      ],
    });
  });
  it('is submitted again, accepted and published', () =>
    shows([submitted, returned, again, accepted, published], {
      plans: [
        {
          inspection,
          status: 'published',
          submittedOn: '2023-12-01',
          acceptedOn: '2023-12-12',
          returnedOn: '2023-11-20',
          publishedOn: '2023-12-18',
          steps: [
            step,
            back,
            { is: 'submitted', on: '2023-12-01', with: ['ofsted'], record: 3 },
            { is: 'accepted', on: '2023-12-12', with: ['ofsted'], record: 4 },
            { is: 'published', on: '2023-12-18', with: [], record: 5 },
          ],
        },
      ],
    }));
  it('is owed as before when its submission, or the answer to it, should not have been recorded', () => {
    const answer = here(
      ActionPlanAnswerWithdrawn({ area, inspection, answer: 'returned', effectiveOn: '2023-11-20', corrects: 2, ...why }),
      3,
    );
    shows([submitted, returned, answer], { plans: [{ inspection, status: 'submitted', submittedOn: '2023-10-24', steps: [step] }] });
    const gone = here(ActionPlanWithdrawn({ area, inspection, submittedOn: '2023-10-24', corrects: 1, ...why }), 4);
    shows([submitted, gone], { plans: [] });
  });
  it('takes the correction of a submission in its place', () => {
    const corrected = here(
      ActionPlanSubmissionCorrected({
        area,
        inspection,
        to: ['care-quality-commission'],
        submittedOn: '2023-10-23',
        again: false,
        judgedBy: 'localArea-931@3',
        corrects: 1,
        ...why,
      }),
      3,
    );
    shows([submitted, returned, corrected], {
      plans: [
        {
          inspection,
          status: 'returned',
          submittedOn: '2023-10-23',
          returnedOn: '2023-11-20',
          dueOn: '2023-12-04',
          steps: [{ is: 'submitted', on: '2023-10-23', with: ['care-quality-commission'], record: 3 }, back],
        },
      ],
    });
  });
  it('has actions with owners and dates', () => {
    const action = { action: 'a1', outcome: 'o1', owner: 'u-1', dueOn: '2024-01-31' };
    const added = here(ActionAdded({ area, ...action, what: 'sealed' }));
    const other = here(ActionAdded({ area, ...action, action: 'a2', what: 'sealed' }));
    const completed = here(ActionCompleted({ area, action: 'a1', outcome: 'o1', completedOn: '2024-01-30', ...why }));
    const second = { ...action, action: 'a2', status: 'open' as const };
    shows([added, other, completed], { actions: [{ ...action, status: 'completed', completedOn: '2024-01-30' }, second] });
    const moved = ActionRebaselined({
      area,
      action: 'a1',
      outcome: 'o1',
      owner: 'u-2',
      dueOn: '2024-03-31',
      previousDueOn: '2024-01-31',
      ...why,
    });
    shows([added, other, here(moved)], { actions: [{ ...action, owner: 'u-2', dueOn: '2024-03-31', status: 'open' }, second] });
    shows([added, other, here(ActionRemoved({ area, action: 'a1', outcome: 'o1', ...why }))], {
      actions: [{ ...action, status: 'removed' }, second],
    });
    const reopened = here(ActionReopened({ area, action: 'a1', outcome: 'o1', dueOn: '2024-02-28', corrects: 3, ...why }));
    shows([added, other, completed, reopened], { actions: [{ ...action, dueOn: '2024-02-28', status: 'open' }, second] });
  });
});

const agreed = here(OutcomeAgreed({ area, outcome: 'o1', kind: 'apa', words: 'Words', measures: ['m'], agreedOn: '2023-10-12' }));
const outcome = { outcome: 'o1', kind: 'apa' as const, words: 'Words', status: 'agreed' as const, agreedOn: '2023-10-12', ratings: [] };

describe('outcomes (A1, A4)', () => {
  it('are agreed and reworded', () => {
    const other = here(OutcomeAgreed({ area, outcome: 'o2', kind: 'afi', words: 'W', measures: ['m'], agreedOn: '2023-10-12' }));
    const reworded = here(OutcomeReworded({ area, outcome: 'o1', kind: 'apa', words: 'Better', measures: ['m'], ...why }));
    shows([agreed, other, reworded], {
      outcomes: [
        { ...outcome, words: 'Better' },
        { ...outcome, outcome: 'o2', kind: 'afi', words: 'W' },
      ],
    });
  });
  it('are achieved, withdrawn and pursued again', () => {
    const achieved = here(OutcomeAchieved({ area, outcome: 'o1', kind: 'apa', achievedOn: '2025-01-01', ...why }));
    shows([agreed, achieved], { outcomes: [{ ...outcome, status: 'achieved', endedOn: '2025-01-01' }] });
    const withdrawn = here(OutcomeWithdrawn({ area, outcome: 'o1', kind: 'apa', withdrawnOn: '2025-01-02', ...why }));
    shows([agreed, withdrawn], { outcomes: [{ ...outcome, status: 'withdrawn', endedOn: '2025-01-02' }] });
    const again = here(OutcomeReinstated({ area, outcome: 'o1', kind: 'apa', endedOn: '2025-01-02', corrects: 3, ...why }));
    shows([agreed, withdrawn, again], { outcomes: [outcome] });
  });
});

describe('deep dives (J4)', () => {
  const answer = { answer: 'yes' as const, words: 'sealed' };
  const finding = { outcome: 'o1', clearPlans: answer, leadersUnderstand: answer, vcuUnderstands: answer };
  const dive = (deepDive: string, heldOn: string, rating: 'on-track' | 'at-risk', kind: 'six-monthly' | 'apa' = 'six-monthly') => ({
    area,
    deepDive,
    kind,
    heldOn,
    linesOfEnquiry: 'sealed',
    progressMade: 'sealed',
    findings: [{ ...finding, rating, trajectory: 'improving' as const }],
  });
  const held = here(DeepDiveRecorded({ ...dive('d1', '2024-03-27', 'at-risk'), nextSteps: [] }), 2);
  const rated = (deepDive: string, heldOn: string, rating: 'on-track' | 'at-risk') => ({
    deepDive,
    on: heldOn,
    rating,
    trajectory: 'improving' as const,
  });

  it('rate each outcome over time, by the day on which they were held (A4)', () => {
    const late = here(DeepDiveRecorded({ ...dive('d0', '2024-01-10', 'on-track'), nextSteps: [] }), 3);
    shows([agreed, held, late], {
      deepDives: [
        { deepDive: 'd0', kind: 'six-monthly', heldOn: '2024-01-10', record: 3 },
        { deepDive: 'd1', kind: 'six-monthly', heldOn: '2024-03-27', record: 2 },
      ],
      outcomes: [{ ...outcome, ratings: [rated('d0', '2024-01-10', 'on-track'), rated('d1', '2024-03-27', 'at-risk')] }],
    });
    expect(fieldsOf(JourneyRating).get('rating')?.classification?.category).toBe('management-information');
    expect(fieldsOf(JourneyRating).get('trajectory')?.classification?.category).toBe('management-information');
  });
  it('are corrected, rating included, and withdrawn', () => {
    const corrected = here(
      DeepDiveCorrected({ ...dive('d1', '2024-03-26', 'on-track'), previouslyHeldOn: '2024-03-27', corrects: 2, ...why }),
      3,
    );
    shows([agreed, held, corrected], {
      deepDives: [{ deepDive: 'd1', kind: 'six-monthly', heldOn: '2024-03-26', record: 3 }],
      outcomes: [{ ...outcome, ratings: [rated('d1', '2024-03-26', 'on-track')] }],
    });
    shows([agreed, held, withdraw('deep-dive', 'd1')], { outcomes: [outcome] });
  });
  it('on areas of priority action are scheduled, rescheduled, cancelled or held; withdrawn, they are scheduled still', () => {
    const scheduling = { area, deepDive: 'd2', outcome: 'o1', scheduledFor: '2024-05-01' };
    const scheduled = here(DeepDiveScheduled(scheduling));
    const planned = { deepDive: 'd2', kind: 'apa' as const, outcome: 'o1', scheduledFor: '2024-05-01' };
    shows([scheduled], { deepDives: [planned] });
    const moved = here(DeepDiveRescheduled({ ...scheduling, scheduledFor: '2024-06-01', previouslyFor: '2024-05-01', ...why }));
    shows([scheduled, moved], { deepDives: [{ ...planned, scheduledFor: '2024-06-01' }] });
    shows([scheduled, here(DeepDiveCancelled({ ...scheduling, ...why }))], {});
    const heldToo = here(DeepDiveRecorded({ ...dive('d2', '2024-05-02', 'on-track', 'apa'), nextSteps: [] }), 4);
    shows([agreed, scheduled, heldToo], {
      deepDives: [{ ...planned, heldOn: '2024-05-02', record: 4 }],
      outcomes: [{ ...outcome, ratings: [rated('d2', '2024-05-02', 'on-track')] }],
    });
    shows([agreed, scheduled, heldToo, withdraw('deep-dive', 'd2')], { deepDives: [planned], outcomes: [outcome] });
  });
});

describe('oversight (J5)', () => {
  const partners = (oversight: 'weak' | 'effective', partner = 'Council') => [{ partner, oversight, evidence: 'sealed' }];
  const stocktake = here(
    StocktakeRecorded({ area, stocktake: 's1', heldOn: '2024-06-24', partners: partners('effective'), summary: 'sealed' }),
    2,
  );
  const board = here(
    BoardMeetingRecorded({
      area,
      meeting: 'b1',
      heldOn: '2024-02-01',
      partners: [...partners('weak'), ...partners('weak', 'Board')],
      summary: 'sealed',
    }),
    3,
  );
  const found = (where: 'stocktake' | 'board-meeting', id: string, day: string, oversight: 'weak' | 'effective') => ({
    on: day,
    in: where,
    id,
    oversight,
  });

  it('is a trend per partner over stocktakes and board meetings, by their days', () => {
    shows([stocktake, board], {
      stocktakes: [{ id: 's1', heldOn: '2024-06-24', record: 2 }],
      boardMeetings: [{ id: 'b1', heldOn: '2024-02-01', record: 3 }],
      oversight: [
        { partner: 'Board', findings: [found('board-meeting', 'b1', '2024-02-01', 'weak')] },
        {
          partner: 'Council',
          findings: [found('board-meeting', 'b1', '2024-02-01', 'weak'), found('stocktake', 's1', '2024-06-24', 'effective')],
        },
      ],
    });
    expect(fieldsOf(JourneyOversightFinding).get('oversight')?.classification?.category).toBe('management-information');
  });
  it('takes corrections and withdrawals', () => {
    const correctedStocktake = here(
      StocktakeCorrected({
        area,
        stocktake: 's1',
        heldOn: '2024-06-25',
        partners: partners('weak'),
        summary: 'sealed',
        previouslyHeldOn: '2024-06-24',
        corrects: 2,
        ...why,
      }),
      4,
    );
    shows([stocktake, correctedStocktake], {
      stocktakes: [{ id: 's1', heldOn: '2024-06-25', record: 4 }],
      oversight: [{ partner: 'Council', findings: [found('stocktake', 's1', '2024-06-25', 'weak')] }],
    });
    const correctedBoard = here(
      BoardMeetingCorrected({
        area,
        meeting: 'b1',
        heldOn: '2024-02-02',
        partners: partners('effective'),
        summary: 's',
        corrects: 3,
        ...why,
      }),
      4,
    );
    shows([board, correctedBoard], {
      boardMeetings: [{ id: 'b1', heldOn: '2024-02-02', record: 4 }],
      oversight: [{ partner: 'Council', findings: [found('board-meeting', 'b1', '2024-02-02', 'effective')] }],
    });
    shows([stocktake, board, withdraw('stocktake', 's1'), withdraw('board-meeting', 'b1')], {});
  });
});

describe('updates on timeliness (A3)', () => {
  const update = { area, report: 't1', reportedOn: '2024-01-10', progress: 'sealed', adherence: 'sealed', trajectory: 'steady' as const };
  const first = here(TimelinessProgressReported(update), 2);
  it('stand in the order of their days, are corrected and withdrawn', () => {
    const second = here(TimelinessProgressReported({ ...update, report: 't0', reportedOn: '2023-12-10' }), 3);
    const shown = { id: 't1', heldOn: '2024-01-10', trajectory: 'steady' as const, record: 2 };
    shows([first, second], { timelinessUpdates: [{ ...shown, id: 't0', heldOn: '2023-12-10', record: 3 }, shown] });
    const corrected = here(
      TimelinessProgressCorrected({ ...update, trajectory: 'worsening', previouslyReportedOn: '2024-01-10', corrects: 2, ...why }),
      3,
    );
    shows([first, corrected], { timelinessUpdates: [{ ...shown, trajectory: 'worsening', record: 3 }] });
    shows([first, withdraw('timeliness-progress', 't1')], {});
    expect(fieldsOf(JourneyTimelinessUpdate).get('trajectory')?.classification?.category).toBe('management-information');
  });
});

describe('next steps (J6)', () => {
  const step = { step: 'n1', owner: 'u-1', dueOn: '2024-05-01', what: 'sealed' };
  const agreedOn = { area, agreedOn: '2024-03-27' };
  const one = here(NextStepAgreed({ ...agreedOn, ...step, outcome: 'o1' }));
  const two = here(NextStepAgreed({ ...agreedOn, ...step, step: 'n2', dueOn: '2024-04-01' }));
  const first = { ...step, outcome: 'o1' };
  const second = { ...step, step: 'n2', dueOn: '2024-04-01' };

  it('are open in the order of their due days, what is to be done sealed', () => {
    shows([one, two], { nextSteps: { open: [second, first], settled: [] } });
    const moved = here(NextStepRescheduled({ area, step: 'n1', owner: 'u-2', dueOn: '2024-03-30', previousDueOn: '2024-05-01', ...why }));
    shows([one, two, moved], { nextSteps: { open: [{ ...first, owner: 'u-2', dueOn: '2024-03-30' }, second], settled: [] } });
    expect(fieldsOf(JourneyNextStep).get('what')?.classification).toMatchObject({ kind: 'free-text', category: 'management-information' });
  });
  it('are completed or cancelled, and open again where that was wrong', () => {
    const completed = here(NextStepCompleted({ area, step: 'n1', completedOn: '2024-04-20', ...why }));
    shows([one, two, completed], { nextSteps: { open: [second], settled: [first] } });
    shows([one, two, here(NextStepCancelled({ area, step: 'n2', ...why }))], { nextSteps: { open: [first], settled: [second] } });
    const reopened = here(NextStepReopened({ area, step: 'n1', dueOn: '2024-06-01', corrects: 3, ...why }));
    shows([one, two, completed, reopened], { nextSteps: { open: [second, { ...first, dueOn: '2024-06-01' }], settled: [] } });
  });
});

describe('formal reviews (C17, J8)', () => {
  const held = here(FormalReviewHeld({ area, review: 'r1', heldOn: '2024-04-10', contract: 'CON_1', summary: 'sealed' }), 2);
  const review = { review: 'r1', heldOn: '2024-04-10', contract: 'CON_1', record: 2 };
  const decision = { area, review: 'r1', progress: 'not-sufficient' as const, decidedOn: '2024-04-20', ...why };

  it('are held, corrected, withdrawn, and decided by VCU', () => {
    shows([held], { reviews: [review] });
    const corrected = here(FormalReviewCorrected({ area, review: 'r1', heldOn: '2024-04-11', summary: 'sealed', corrects: 2, ...why }), 3);
    shows([held, corrected], { reviews: [{ review: 'r1', heldOn: '2024-04-11', record: 3 }] });
    shows([held, withdraw('formal-review', 'r1')], {});
    shows([held, here(ProgressDecided(decision), 3)], {
      reviews: [{ ...review, progress: 'not-sufficient', decidedOn: '2024-04-20' }],
    });
    const revised = DecisionRevised({ ...decision, progress: 'sufficient', decidedOn: '2024-05-01', corrects: 3 });
    shows([held, here(ProgressDecided(decision), 3), here(revised, 4)], {
      reviews: [{ ...review, progress: 'sufficient', decidedOn: '2024-05-01' }],
    });
  });
  it('show what the supplier recommended beside what VCU decided, to the area that it is about', () => {
    const contract = on('contract-CON_1');
    const placed = contract(OrderPlaced({ ...order, areas: ['931'] }));
    const recommended = contract(
      ProgressRecommended({ area, review: 'r1', recommendedOn: '2024-04-12', sufficient: true, reason: 'sealed' }),
    );
    const reviews = (...events: ReturnType<typeof here>[]) => journey(opened, placed, held, ...events).rows()['931']?.cases[0]?.reviews;
    expect(reviews(recommended)).toEqual([{ ...review, recommendedOn: '2024-04-12', recommendedSufficient: true }]);
    expect(reviews(recommended, contract(RecommendationWithdrawn({ area, review: 'r1', ...why })))).toEqual([review]);
    const ofAnother = ProgressRecommended({ area: '887', review: 'r1', recommendedOn: '2024-04-12', sufficient: true, reason: 'sealed' });
    expect(reviews(contract(ofAnother))).toEqual([review]);
    expect(reviews(recommended, contract(RecommendationWithdrawn({ area: '887', review: 'r1', ...why })))).toHaveLength(1);
    for (const field of ['recommendedSufficient', 'progress']) {
      expect(fieldsOf(JourneyReview).get(field)?.classification?.category).toBe('management-information');
    }
  });
});
