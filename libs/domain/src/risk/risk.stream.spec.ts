import { stateAfter } from '@app/event-sourcing/testing';
import {
  MitigationWithdrawn,
  RiskCorrected,
  RiskEscalated,
  RiskMitigated,
  RiskPassedOn,
  RiskReassessed,
  RiskReopened,
} from './risk.events';
import type { RiskEvent } from './risk.events';
import { riskStream } from './risk.stream';
import { closed, raised } from './risk.testing';

const reason = 'A reason';
const after = (...events: RiskEvent[]) => stateAfter(riskStream, events);
const open = {
  status: 'open',
  area: '931',
  outcome: '931_3',
  owner: 'u-lead',
  score: 12,
  likelihood: 3,
  impact: 4,
  nextReviewOn: '2024-02-10',
  latestOn: '2024-01-10',
  mitigations: {},
};
const mitigated = RiskMitigated({ mitigation: 'm1', mitigatedOn: '2024-01-14', what: 'Weekly review', owner: 'u-2' });
const reassessed = RiskReassessed({
  reassessedOn: '2024-02-09',
  likelihood: 2,
  impact: 4,
  score: 8,
  previousScore: 12,
  reviewDueOn: '2024-02-10',
  nextReviewOn: '2024-03-09',
  reason,
});

describe('what is known of a risk (E1)', () => {
  it('is nothing before it is raised', () => {
    expect(riskStream).toMatchObject({ category: 'risk', collection: 'risks' });
    expect(riskStream.initial()).toEqual({ status: 'none', mitigations: {} });
  });

  it('is what it belongs to and how it stands, as it was raised or last corrected', () => {
    expect(after(raised)).toStrictEqual({ ...open, correctable: 0 });
    const { outcome: _outcome, ...bare } = raised.data;
    const corrected = RiskCorrected({
      ...bare,
      contract: 'CON_22889',
      grant: '931~project_5369',
      likelihood: 5,
      score: 20,
      corrects: 0,
      judgedBy: 'contract-CON_22889@2',
      reason,
    });
    const { outcome: _none, ...openBare } = open;
    expect(after(raised, corrected)).toStrictEqual({
      ...openBare,
      contract: 'CON_22889',
      grant: '931~project_5369',
      likelihood: 5,
      score: 20,
      correctable: 1,
    });
  });

  it('is its latest review, after which the raising is not corrected any more', () =>
    expect(after(raised, reassessed)).toStrictEqual({
      ...open,
      likelihood: 2,
      score: 8,
      nextReviewOn: '2024-03-09',
      latestOn: '2024-02-09',
    }));

  it('is its mitigations, and whether each stands', () => {
    const other = RiskMitigated({ ...mitigated.data, mitigation: 'm2' });
    const withdrawn = MitigationWithdrawn({ mitigation: 'm1', reason });
    expect(after(raised, mitigated, other, withdrawn)).toStrictEqual({ ...open, correctable: 0, mitigations: { m1: false, m2: true } });
    const corrected = RiskCorrected({ ...raised.data, corrects: 0, reason });
    expect(after(raised, mitigated, corrected).mitigations).toEqual({ m1: true });
  });

  it('is its owner, its escalation, its end and its reopening', () => {
    const escalated = RiskEscalated({ area: '931', needs: ['information'], score: 12, reason });
    expect(after(raised, escalated)).toStrictEqual(open);
    expect(after(raised, RiskPassedOn({ owner: 'u-2', previousOwner: 'u-lead', reason }))).toStrictEqual({ ...open, owner: 'u-2' });
    expect(after(raised, closed)).toStrictEqual({ ...open, status: 'closed', latestOn: '2024-01-20' });
    const reopened = RiskReopened({ reopenedOn: '2024-02-01', nextReviewOn: '2024-03-01', reason });
    expect(after(raised, closed, reopened)).toStrictEqual({ ...open, nextReviewOn: '2024-03-01', latestOn: '2024-02-01' });
  });
});
