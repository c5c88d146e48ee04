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
  CaseClosed,
  CaseLeadAssigned,
  CaseOpened,
  CaseOpeningCorrected,
  CaseReopened,
  DecisionRevised,
  FormalReviewCorrected,
  FormalReviewHeld,
  NextStepAgreed,
  NextStepCancelled,
  NextStepCompleted,
  NextStepReopened,
  NextStepRescheduled,
  OrderPlaced,
  ProgressDecided,
  ProgressRecommended,
  RecommendationWithdrawn,
} from '@app/domain/events';
import { fieldsOf } from '@app/event-sourcing';
import { area, here, opened, opening, shows, why, withdraw } from './case.stories';
import { JourneyNextStep, JourneyReview } from './journey-case.view';
import { bareCase, journey, on, order, source } from './local-area-journey.stories';

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
