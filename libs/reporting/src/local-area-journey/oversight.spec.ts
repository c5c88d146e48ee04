import {
  BoardMeetingCorrected,
  BoardMeetingRecorded,
  DeepDiveCancelled,
  DeepDiveCorrected,
  DeepDiveRecorded,
  DeepDiveRescheduled,
  DeepDiveScheduled,
  OutcomeAchieved,
  OutcomeAgreed,
  OutcomeReinstated,
  OutcomeReworded,
  OutcomeWithdrawn,
  StocktakeCorrected,
  StocktakeRecorded,
  TimelinessProgressCorrected,
  TimelinessProgressReported,
} from '@app/domain/events';
import { fieldsOf } from '@app/event-sourcing';
import { area, here, shows, why, withdraw } from './case.stories';
import { JourneyOversightFinding, JourneyRating, JourneyTimelinessUpdate } from './journey-case.view';

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
