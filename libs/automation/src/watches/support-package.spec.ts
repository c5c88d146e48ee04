import * as events from '@app/domain/events';
import { example } from '@app/domain/told.testing';
import { playRequirements } from '../testing/play';

const PACKAGE = 'supportPackage-p1';
const proposed = events.PackageProposed({
  partner: '851~project_5369',
  recipient: '887',
  options: ['workforce-development'],
  executiveDays: 10,
  managementDays: 30,
  days: 40,
  proposedOn: '2022-02-01',
});
const review = (revision: number) => `requirement-package_review~p1~r${revision}`;
const partner = '851~project_5369';
const play = () => {
  const played = playRequirements('2022-02-01T09:00:00.000Z');
  played.record(PACKAGE, proposed);
  return played;
};

describe('the review of a package (G10)', () => {
  it('is due 10 working days after the proposal', () => {
    const played = play().until('2022-02-16T00:00:59.998Z');
    expect(played.types(review(0))).toEqual(['RequirementImposed']);
    played.until('2022-02-16T00:00:59.999Z');
    expect(played.last(review(0), 'RequirementLapsed')).toMatchObject({ due: '2022-02-15', areas: ['887'] });
  });

  it('is met by an approval or a return, and owed anew for the next proposal', () => {
    const played = play();
    played.record(PACKAGE, events.PackageReturned({ partner, returnedOn: '2022-02-01', reason: 'Too vague' }));
    played.record(PACKAGE, proposed);
    played.record(PACKAGE, events.PackageApproved({ partner, approvedOn: '2022-02-01', reason: 'Sound' }));
    expect([played.types(review(0)), played.types(review(2))]).toEqual([
      ['RequirementImposed', 'RequirementMet'],
      ['RequirementImposed', 'RequirementMet'],
    ]);
  });

  it('is owed again where the answer was taken back', () => {
    const played = play();
    played.record(PACKAGE, events.PackageApproved({ partner, approvedOn: '2022-01-17', reason: 'Meets the need' }));
    const taken = { partner, answer: 'approved' as const, answeredOn: '2022-01-17', corrects: 1, reason: 'Of another package' };
    played.record(PACKAGE, events.PackageAnswerWithdrawn(taken));
    expect(played.last(review(0), 'RequirementReopened')).toMatchObject({ correction: `${PACKAGE}@2` });
    played.record(PACKAGE, events.PackageReturned({ partner, returnedOn: '2022-01-18', reason: 'Unclear' }));
    expect(played.types(review(0))).toEqual(['RequirementImposed', 'RequirementMet', 'RequirementReopened', 'RequirementMet']);
  });

  it('ends with the package, and comes back with it', () => {
    const played = play();
    played.record(PACKAGE, events.PackageWithdrawn({ partner, reason: 'Not needed' }));
    played.record(PACKAGE, events.PackageReinstated({ partner, corrects: 1, reason: 'A mistake' }));
    expect(played.types(review(0))).toEqual(['RequirementImposed', 'RequirementReleased', 'RequirementReopened']);
  });

  const GRANT = `partner-${partner}`;
  it.each([
    ['ended', events.GrantEnded({ area: '851', endedOn: '2022-02-10', reason: 'By agreement' })],
    ['was terminated', events.WorkTerminated({ ...example(events.WorkTerminated).data, terminatedOn: '2022-02-10' })],
  ])('is owed to nobody where it would be due after its grant %s (G3, G17)', (_how, end) => {
    const played = play();
    played.record(GRANT, end);
    expect(played.types(review(0))).toEqual(['RequirementImposed', 'RequirementReleased']);
  });

  it('is owed all the same where it was due before its grant ends, and of other grants', () => {
    const played = play();
    played.record(GRANT, events.GrantEnded({ area: '851', endedOn: '2022-02-15', reason: 'By agreement' }));
    played.record('partner-886~project_5369', events.GrantEnded({ area: '851', endedOn: '2022-02-10', reason: 'By agreement' }));
    expect(played.types(review(0))).toEqual(['RequirementImposed']);
  });

  it('is owed all the same where funding runs out before it is due: the grant may go on into the further year (G3)', () => {
    const played = play();
    played.record(GRANT, example(events.PartnerEngaged, { until: '2022-02-10' }));
    expect(played.until('2022-02-17').types(review(0))).toEqual(['RequirementImposed', 'RequirementLapsed']);
  });

  it('is owed again where its grant is reopened', () => {
    const played = play();
    played.record(GRANT, events.GrantEnded({ area: '851', endedOn: '2022-02-10', reason: 'By agreement' }));
    played.record(GRANT, events.GrantReopened({ corrects: 0, reason: 'A mistake' }));
    expect(played.types(review(0))).toEqual(['RequirementImposed', 'RequirementReleased', 'RequirementReopened']);
  });

  it.each([
    ['under an award', events.PartnerEngagementWithdrawn, events.PartnerEngaged],
    ['at discretion', events.EngagementAtDiscretionWithdrawn, events.PartnerEngagedAtDiscretion],
  ] as const)('is owed to nobody while the engagement of its partner %s is taken back (G2, G19)', (_how, withdrawn, engaged) => {
    const played = play();
    played.record(GRANT, example<string, object>(withdrawn as never));
    expect(played.types(review(0))).toEqual(['RequirementImposed', 'RequirementReleased']);
    expect(played.last(review(0), 'RequirementReleased')).toMatchObject({ because: 'The engagement of its partner was taken back' });
    played.record(GRANT, example<string, object>(engaged as never));
    expect(played.last(review(0), 'RequirementReopened')).toMatchObject({ correction: `${GRANT}@1` });
  });
});
