import * as events from '@app/domain/events';
import { accepted, CASE, CONTRACT, of, oxfordshire } from './case.testing';

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
