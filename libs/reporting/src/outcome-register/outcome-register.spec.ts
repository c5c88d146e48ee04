import {
  CaseRecordWithdrawn,
  DeepDiveCorrected,
  DeepDiveRecorded,
  OutcomeAchieved,
  OutcomeAgreed,
  OutcomeReinstated,
  OutcomeReworded,
  OutcomeWithdrawn,
  ReportSubmitted,
} from '@app/domain/events';
import { fieldsOf, type DomainEvent } from '@app/event-sourcing';
import { recorded, specForProjection, type Past } from '@app/event-sourcing/testing';
import { outcomeRegister } from './outcome-register';
import { OutcomeAnswer, OutcomeFindings, OutcomeRow, ReportedTrajectory } from './outcome-register.view';

const given = specForProjection<OutcomeRow, DomainEvent<string, any>>(outcomeRegister as never);
const at = (event: DomainEvent<string, any>, stream = 'improvementCase-931~inspection') => recorded(event, { stream });
const why = { reason: 'r' };
const area = '931';
const agreeing = { area, outcome: 'o1', kind: 'apa' as const, words: 'Words', measures: ['m'], agreedOn: '2023-10-12' };
const row: OutcomeRow = { ...agreeing, case: '931~inspection', status: 'agreed', findings: [], reported: [] };
const second: OutcomeRow = { ...row, outcome: 'o2', kind: 'afi' };

/** Upon two agreed outcomes these events make this of the first and leave the second. */
function shows(events: readonly Past<DomainEvent<string, any>>[], change: Partial<OutcomeRow>): void {
  given(at(OutcomeAgreed(agreeing)), at(OutcomeAgreed({ ...agreeing, outcome: 'o2', kind: 'afi' })), ...events).rows({
    '931~inspection~o1': { ...row, ...change },
    '931~inspection~o2': second,
  });
  given(...events).rows({});
}

const answer = { answer: 'partly' as const, words: 'sealed' };
const found = (rating: 'on-track' | 'at-risk') => ({
  clearPlans: answer,
  leadersUnderstand: answer,
  vcuUnderstands: answer,
  mitigations: 'sealed',
  rating,
  trajectory: 'improving' as const,
});
const dive = (deepDive: string, heldOn: string, rating: 'on-track' | 'at-risk', outcome = 'o1') => ({
  area,
  deepDive,
  kind: 'six-monthly' as const,
  heldOn,
  linesOfEnquiry: 'sealed',
  progressMade: 'sealed',
  findings: [{ outcome, ...found(rating) }],
});
const finding = (deepDive: string, on: string, rating: 'on-track' | 'at-risk') => ({
  deepDive,
  kind: 'six-monthly' as const,
  on,
  ...found(rating),
});
const held = at(DeepDiveRecorded({ ...dive('d1', '2024-03-27', 'at-risk'), nextSteps: [] }));

describe('the outcome register (A1)', () => {
  it('keeps outcomes apart: reworded, achieved, withdrawn, pursued again', () => {
    shows([], {});
    shows([at(OutcomeReworded({ area, outcome: 'o1', kind: 'apa', words: 'Better', measures: ['n'], ...why }))], {
      words: 'Better',
      measures: ['n'],
    });
    shows([at(OutcomeAchieved({ area, outcome: 'o1', kind: 'apa', achievedOn: '2025-01-01', ...why }))], {
      status: 'achieved',
      endedOn: '2025-01-01',
    });
    const withdrawn = at(OutcomeWithdrawn({ area, outcome: 'o1', kind: 'apa', withdrawnOn: '2025-01-01', ...why }));
    shows([withdrawn], { status: 'withdrawn', endedOn: '2025-01-01' });
    shows([withdrawn, at(OutcomeReinstated({ area, outcome: 'o1', kind: 'apa', endedOn: '2025-01-01', corrects: 2, ...why }))], {});
  });
});

describe('the answers of A4 over time', () => {
  it('stand by the day of the deep dive, and the latest says how the outcome stands', () => {
    const late = at(DeepDiveRecorded({ ...dive('d0', '2024-01-10', 'on-track'), nextSteps: [] }));
    shows([held, late], {
      rating: 'at-risk',
      trajectory: 'improving',
      findings: [finding('d0', '2024-01-10', 'on-track'), finding('d1', '2024-03-27', 'at-risk')],
    });
  });
  it('are corrected, leave an outcome that the deep dive was not on, and are withdrawn', () => {
    const correcting = { previouslyHeldOn: '2024-03-27', corrects: 2, ...why };
    shows([held, at(DeepDiveCorrected({ ...dive('d1', '2024-03-26', 'on-track'), ...correcting }))], {
      rating: 'on-track',
      trajectory: 'improving',
      findings: [finding('d1', '2024-03-26', 'on-track')],
    });
    const { folded } = given(
      at(OutcomeAgreed(agreeing)),
      at(OutcomeAgreed({ ...agreeing, outcome: 'o2', kind: 'afi' })),
      held,
      at(DeepDiveCorrected({ ...dive('d1', '2024-03-27', 'at-risk', 'o2'), ...correcting })),
    );
    expect([folded['931~inspection~o1']?.findings, folded['931~inspection~o2']?.findings]).toEqual([
      [],
      [finding('d1', '2024-03-27', 'at-risk')],
    ]);
    const withdrawn = (record: 'deep-dive' | 'stocktake') =>
      at(CaseRecordWithdrawn({ area, record, id: 'd1', effectiveOn: '2024-03-27', corrects: 2, ...why }));
    shows([held, withdrawn('deep-dive')], {});
    shows([held, withdrawn('stocktake')], {
      rating: 'at-risk',
      trajectory: 'improving',
      findings: [finding('d1', '2024-03-27', 'at-risk')],
    });
  });
  it('are management information (P1)', () => {
    const closed = (view: new () => object, field: string) => fieldsOf(view).get(field)?.classification?.category;
    for (const field of ['rating', 'trajectory']) {
      expect([closed(OutcomeRow, field), closed(OutcomeFindings, field)]).toEqual(['management-information', 'management-information']);
    }
    expect([closed(OutcomeAnswer, 'answer'), closed(OutcomeAnswer, 'words'), closed(OutcomeFindings, 'mitigations')]).toEqual(
      Array(3).fill('management-information'),
    );
    expect(closed(ReportedTrajectory, 'trajectory')).toBe('management-information');
  });
});

describe('what the supplier reports of an outcome (C9, C16)', () => {
  const report = (period: string, submittedOn: string, trajectory: 'steady' | 'worsening', ofArea = '931') =>
    at(
      ReportSubmitted({
        period,
        periodEndsOn: period,
        rhythm: 'monthly',
        submittedOn,
        sections: [{ area: ofArea, outcomes: [{ outcome: 'o1', progress: 'sealed', trajectory }], risks: [] }],
        judgedBy: [],
      }),
      'contract-CON_1',
    );
  const reported = (period: string, on: string, trajectory: 'steady' | 'worsening') => ({ contract: 'CON_1', period, on, trajectory });

  it('stands beside it by period; a report that is submitted again takes the place of the first', () => {
    shows([report('2023-12-01', '2024-01-05', 'steady'), report('2023-11-01', '2024-01-06', 'steady')], {
      reported: [reported('2023-11-01', '2024-01-06', 'steady'), reported('2023-12-01', '2024-01-05', 'steady')],
    });
    shows([report('2023-12-01', '2024-01-05', 'steady'), report('2023-12-01', '2024-01-12', 'worsening')], {
      reported: [reported('2023-12-01', '2024-01-12', 'worsening')],
    });
    shows([report('2023-12-01', '2024-01-05', 'steady', '887')], {});
  });
});
