import type { EventOf } from '@app/event-sourcing';
import { make, specFor } from '@app/event-sourcing/testing';
import { DiscretionaryFundingAllotted } from '../../programme/programme.events';
import { programmeStream } from '../../programme/programme.stream';
import { foundAfter, grantManager as actor, programmeId, running } from '../../programme/programme.testing';
import { AwardReduced, ClaimRejected, EngagementAtDiscretionCorrected, GrantEnded, QuarterlyReportSubmitted } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { approvedClaim, claimed as claimedOn, engaged, engagedAtDiscretion, hours, partnerId, rate } from '../partner.testing';
import { CorrectEngagementAtDiscretion, correctEngagementAtDiscretion } from './correct-engagement-at-discretion.command';

const id = '887~project_5369~urgent';
const allotted = DiscretionaryFundingAllotted({
  award: 'urgent',
  engagement: id,
  partner: '887',
  period: 'initial',
  pence: 500_000,
  legalBasis: 'section 14 Education Act 2002',
  allottedOn: '2022-04-01',
  reason: 'Needed at once',
});
const programme = foundAfter(programmeStream, programmeId, ...running, allotted);
const given = specFor(partnerStream, correctEngagementAtDiscretion, { now: '2022-06-01', actor, id, found: { programme } });
const { reason: _reason, pence: _pence, ...terms } = engagedAtDiscretion.data;
const ofOther = { ...terms, pence: 600_000, until: '2022-09-30', corrects: 0, reason: 'Misread' };
const { programme: _programme, ...body } = ofOther;
const command = (change: object = {}) => make(CorrectEngagementAtDiscretion, { ...body, ...change });
const corrected = (change: Partial<EventOf<typeof EngagementAtDiscretionCorrected>['data']> = {}) =>
  EngagementAtDiscretionCorrected({ ...ofOther, previousAward: id, fundedUntil: change.until ?? ofOther.until, ...change });
const rated = { ...rate, data: { ...rate.data, from: '2022-05-02' } };
const claim = (name: string, days: string[]) => {
  const { data } = claimedOn(name, days);
  return { type: 'CostsClaimed' as const, data: { ...data, award: id, claimedOn: '2022-05-20' } };
};

describe('correcting the record of an engagement at discretion (G19)', () => {
  it('takes every field as it should have been recorded, once', () => {
    given(engagedAtDiscretion).when(command()).then(corrected());
    given(engagedAtDiscretion, corrected()).when(command()).thenRefused('engagement-unknown', 'corrects');
    given(engagedAtDiscretion, corrected())
      .when(command({ corrects: 1, until: '2022-10-31' }))
      .then(corrected({ corrects: 1, until: '2022-10-31' }));
  });

  it('moves between other money and an award of the programme, as long as no claim draws on it', () => {
    const { pence: _other, ...named } = body;
    const onAward = make(CorrectEngagementAtDiscretion, { ...named, award: 'urgent' });
    const drawing = corrected({ award: 'urgent', pence: 500_000 });
    given(engagedAtDiscretion).when(onAward).then(drawing);
    given(engagedAtDiscretion, drawing)
      .when(command({ corrects: 1 }))
      .then(corrected({ corrects: 1, previousAward: 'urgent' }));
    const waiting = claim('may', ['2022-05-10']);
    given(engagedAtDiscretion, rated, hours('2022-05-10'), waiting).when(onAward).thenRefused('award-claimed', 'award');
    given(engagedAtDiscretion, rated, hours('2022-05-10'), waiting, ClaimRejected({ claim: 'may', reason: 'No' }))
      .when(onAward)
      .then(drawing);
  });

  it('keeps to the rules of an engagement', () => {
    given(engagedAtDiscretion)
      .when(command({ award: 'urgent' }))
      .thenRefused('discretion-money-unclear', 'award');
    given(engagedAtDiscretion)
      .when(command({ until: '2022-05-01' }))
      .thenRefused('discretion-period-reversed', 'until');
    given(engagedAtDiscretion)
      .when(command({ engagedOn: '2022-06-02' }))
      .thenRefused('partner-day-in-future', 'engagedOn');
    given(engagedAtDiscretion)
      .when(command({ area: '931' }))
      .thenRefused('discretion-id-mismatch', 'area');
  });

  it('keeps every day that is delivered within it, to the day', () => {
    const history = [engagedAtDiscretion, rated, hours('2022-05-10')];
    given(...history)
      .when(command({ from: '2022-05-10', until: '2022-05-10' }))
      .then(corrected({ from: '2022-05-10', until: '2022-05-10' }));
    given(...history)
      .when(command({ from: '2022-05-11' }))
      .thenRefused('engagement-leaves-day');
    given(...history)
      .when(command({ until: '2022-05-09' }))
      .thenRefused('engagement-leaves-day');
  });

  it('keeps claims and reports after it, and money for what is approved, to the penny', () => {
    const waiting = claim('may', ['2022-05-10']);
    const history = [engagedAtDiscretion, rated, hours('2022-05-10'), waiting, approvedClaim(claimedOn('may', ['2022-05-10']), 0, 500_000)];
    given(...history)
      .when(command({ pence: 80_000, engagedOn: '2022-05-20' }))
      .then(corrected({ pence: 80_000, engagedOn: '2022-05-20' }));
    given(...history)
      .when(command({ pence: 79_999 }))
      .thenRefused('award-below-approved', 'pence');
    given(...history)
      .when(command({ engagedOn: '2022-05-21' }))
      .thenRefused('engagement-leaves-day');
    const report = QuarterlyReportSubmitted({
      quarter: '2022-04-01',
      submittedOn: '2022-05-25',
      progress: 'Some',
      performance: 'Good',
      impact: 'Seen',
      figures: [],
    } as never);
    given(engagedAtDiscretion, report)
      .when(command({ reportsAgreed: true, engagedOn: '2022-05-25' }))
      .then(corrected({ reportsAgreed: true, engagedOn: '2022-05-25' }));
    given(engagedAtDiscretion, report)
      .when(command({ reportsAgreed: true, engagedOn: '2022-05-26' }))
      .thenRefused('engagement-leaves-day');
    given(engagedAtDiscretion, report)
      .when(command({ reportsAgreed: false }))
      .thenRefused('reports-on-record', 'reportsAgreed');
  });

  it('is of a live engagement at discretion whose money was not reduced since', () => {
    const less = AwardReduced({ award: id, pence: 400_000, releasedPence: 100_000, reducedOn: '2022-06-01', reason: 'Less' });
    given(engagedAtDiscretion, less).when(command()).thenRefused('award-reduced', 'corrects');
    given(engaged).when(command(), { id: partnerId }).thenRefused('engagement-unknown', 'corrects');
    given(engagedAtDiscretion, GrantEnded({ area: '887', endedOn: '2022-06-01', reason: 'Done' }))
      .when(command())
      .thenRefused('grant-ended');
    given().when(command()).thenRefused('partner-not-engaged');
  });

  it('holds what it gives under the award that it names, and nothing under the one before', () => {
    const state = [engagedAtDiscretion, corrected({ award: 'urgent' })].reduce(
      (before, { type, data }, revision) => partnerStream.evolve(before, { type, data } as never, { revision, streamId: id } as never),
      partnerStream.initial(),
    );
    expect(state.awards).toEqual({ urgent: { pence: 600_000, from: '2022-05-02', until: '2022-09-30' } });
  });
});
