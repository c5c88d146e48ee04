import { RiskClosed, RiskCorrected, RiskRaised, RiskReassessed, RiskReopened } from '@app/domain/events';
import { playRequirements } from '../testing/play';

const raise = {
  area: '851',
  contract: 'CON_22889',
  raisedOn: '2024-01-08',
  likelihood: 3,
  impact: 4,
  score: 12,
  owner: 'u-21',
  nextReviewOn: '2024-02-08',
  summary: 'Delivery may slip',
};
const reassess = (reassessedOn: string, reviewDueOn: string, nextReviewOn: string) =>
  RiskReassessed({ reassessedOn, reviewDueOn, nextReviewOn, likelihood: 2, impact: 4, score: 8, previousScore: 12, reason: 'Better' });
const RISK = 'risk-r1';
const review = (revision: number) => `requirement-risk_review~r1~r${revision}`;

const raised = () => {
  const play = playRequirements('2024-01-08T09:00:00.000Z');
  play.record(RISK, RiskRaised(raise));
  return play;
};

describe('the review of a risk (C15, E1)', () => {
  it('is due on the day that was set, and each reassessment sets the next', () => {
    const play = raised().until('2024-02-08');
    play.record(RISK, reassess('2024-02-08', '2024-02-08', '2024-03-08'));
    expect(play.types(review(0))).toEqual(['RequirementImposed', 'RequirementMet']);
    expect(play.last(review(1), 'RequirementImposed')).toMatchObject({ due: '2024-03-08', areas: ['851'] });
  });

  it('goes a level higher where the one before lapsed too, also where both were set on one day (E3)', () => {
    const play = raised().until('2024-02-08');
    play.record(RISK, reassess('2024-02-08', '2024-02-08', '2024-02-10'));
    play.until('2024-02-12');
    play.record(RISK, reassess('2024-02-08', '2024-02-10', '2024-02-13'));
    play.until('2024-02-15');
    expect(play.last('escalation-risk_review~r1~r1', 'EscalationRaised')).toMatchObject({ level: 1 });
    expect(play.last('escalation-risk_review~r1~r2', 'EscalationRaised')).toMatchObject({ level: 2 });
  });

  it('lapses to whose contract or grant it is, or to the case lead', () => {
    const role = (change: object) => {
      const play = playRequirements('2024-01-08T09:00:00.000Z');
      const { contract: _contract, ...rest } = raise;
      play.record(RISK, RiskRaised({ ...rest, ...change }));
      return play.until('2024-02-10').last<{ role: string }>('escalation-risk_review~r1~r0', 'EscalationRaised')?.role;
    };
    expect([role({ contract: 'CON_22889' }), role({ grant: '851~project_5369' }), role({})]).toEqual([
      'contract-manager',
      'grant-manager',
      'case-lead',
    ]);
  });

  it('ends with the risk and begins anew when it is opened again', () => {
    const play = raised();
    play.record(RISK, RiskClosed({ closedOn: '2024-01-08', reason: 'Gone' }));
    expect(play.types(review(0))).toEqual(['RequirementImposed', 'RequirementReleased']);
    play.record(RISK, RiskReopened({ reopenedOn: '2024-01-08', nextReviewOn: '2024-01-20', reason: 'Back' }));
    expect(play.until('2024-02-20').types(review(2))).toEqual(['RequirementImposed', 'RequirementLapsed']);
    expect(play.types(review(0))).toEqual(['RequirementImposed', 'RequirementReleased']);
  });

  it('moves where the first record is corrected', () => {
    const play = raised();
    play.record(RISK, RiskCorrected({ ...raise, nextReviewOn: '2024-02-15', corrects: 0, reason: 'Mistyped' }));
    expect(play.last(review(0), 'RequirementRescheduled')).toMatchObject({ previousDue: '2024-02-08', due: '2024-02-15' });
  });
});
