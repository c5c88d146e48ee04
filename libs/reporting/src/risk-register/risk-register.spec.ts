import {
  MitigationWithdrawn,
  RiskClosed,
  RiskCorrected,
  RiskEscalated,
  RiskMitigated,
  RiskPassedOn,
  RiskRaised,
  RiskReassessed,
  RiskReopened,
} from '@app/domain/events';
import { fieldsOf, type DomainEvent } from '@app/event-sourcing';
import { recorded, specForProjection, type Past } from '@app/event-sourcing/testing';
import { riskRegister } from './risk-register';
import { RiskMitigation, RiskRow } from './risk-register.view';

const given = specForProjection<RiskRow, DomainEvent<string, any>>(riskRegister as never);
const at = (event: DomainEvent<string, any>, stream = 'risk-r1') => recorded(event, { stream });
const why = { reason: 'r' };
const raising = {
  area: '931',
  contract: 'CON_1',
  raisedOn: '2024-01-01',
  likelihood: 2,
  impact: 3,
  score: 6,
  owner: 'u-1',
  nextReviewOn: '2024-02-01',
  summary: 'sealed',
};
const row: RiskRow = {
  ...raising,
  status: 'open',
  mitigations: [],
  assessments: [{ on: '2024-01-01', likelihood: 2, impact: 3, score: 6 }],
};

function shows(events: readonly Past<DomainEvent<string, any>>[], change: Partial<RiskRow>): void {
  given(at(RiskRaised(raising)), at(RiskRaised(raising), 'risk-r2'), ...events).rows({ r1: { ...row, ...change }, r2: row });
  given(...events).rows({});
}

describe('the risk register (E1, C15)', () => {
  it('keeps risks apart, their words sealed', () => {
    shows([], {});
    expect(fieldsOf(RiskRow).get('summary')?.classification?.kind).toBe('free-text');
    expect(fieldsOf(RiskMitigation).get('what')?.classification?.kind).toBe('free-text');
  });
  it('takes a correction, with what was mitigated since', () => {
    const mitigated = at(RiskMitigated({ mitigation: 'm1', mitigatedOn: '2024-01-05', what: 'sealed', owner: 'u-2' }));
    const mitigations = [{ mitigation: 'm1', mitigatedOn: '2024-01-05', owner: 'u-2', what: 'sealed' }];
    const corrected = at(RiskCorrected({ ...raising, impact: 5, score: 10, corrects: 0, ...why }));
    shows([mitigated], { mitigations });
    shows([mitigated, corrected], {
      impact: 5,
      score: 10,
      mitigations,
      assessments: [{ on: '2024-01-01', likelihood: 2, impact: 5, score: 10 }],
    });
    shows([mitigated, at(MitigationWithdrawn({ mitigation: 'm1', ...why }))], {});
  });
  it('shows how it was assessed over time, the twenty latest', () => {
    const assessed = (day: string) =>
      at(
        RiskReassessed({
          reassessedOn: day,
          likelihood: 4,
          impact: 4,
          score: 16,
          previousScore: 6,
          reviewDueOn: day,
          nextReviewOn: '2024-12-01',
          ...why,
        }),
      );
    const shown = (day: string) => ({ on: day, likelihood: 4, impact: 4, score: 16 });
    shows([assessed('2024-02-01')], {
      likelihood: 4,
      impact: 4,
      score: 16,
      nextReviewOn: '2024-12-01',
      assessments: [...row.assessments, shown('2024-02-01')],
    });
    const days = Array.from({ length: 22 }, (_none, index) => `2024-03-${String(index + 1).padStart(2, '0')}`);
    const { folded } = given(at(RiskRaised(raising)), ...days.map(assessed));
    expect(folded['r1']?.assessments.map(({ on }) => on)).toEqual(days.slice(2));
  });
  it('is escalated, passed on, closed and opened again (A7)', () => {
    shows([at(RiskEscalated({ area: '931', needs: ['information'], score: 6, ...why }))], { needs: ['information'] });
    shows([at(RiskPassedOn({ owner: 'u-2', previousOwner: 'u-1', ...why }))], { owner: 'u-2' });
    const closed = at(RiskClosed({ closedOn: '2024-05-01', ...why }));
    shows([closed], { status: 'closed', closedOn: '2024-05-01' });
    shows([closed, at(RiskReopened({ reopenedOn: '2024-06-01', nextReviewOn: '2024-07-01', ...why }))], { nextReviewOn: '2024-07-01' });
  });
});
