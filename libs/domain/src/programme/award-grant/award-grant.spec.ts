import type { Found } from '@app/event-sourcing';
import { make, specFor } from '@app/event-sourcing/testing';
import { applicationStream, type ApplicationState } from '../../application/application.stream';
import {
  applicationId,
  areaFound,
  assessed,
  complete,
  excellenceJudged,
  meritAssessed,
  portsmouth,
  started,
  submitted,
} from '../../application/application.testing';
import { ApplicationAccepted, ApplicationStarted, type ApplicationEvent } from '../../application/application.events';
import { joined, rated } from '../../local-area/local-area.stories';
import { AwardAccepted, AwardDeclined, AwardWithdrawn, DiscretionaryFundingAllotted, GrantAwarded } from '../programme.events';
import { programmeStream } from '../programme.stream';
import { LEGAL_BASIS } from '../grant-terms';
import {
  accepted,
  awarded,
  delivered,
  extended,
  foundAfter,
  furtherFunding,
  grantBody,
  grantManager as actor,
  opened,
  programmeId as id,
} from '../programme.testing';
import { AwardGrant, awardGrant } from './award-grant.command';

const decided: ApplicationEvent = ApplicationAccepted({ acceptedOn: '2021-11-10', reason: 'Eligible', judgedBy: ['localArea-851@3'] });
const bid = (...events: ApplicationEvent[]) => foundAfter(applicationStream, applicationId, ...events);
const acceptedBid = bid(...complete, submitted, excellenceJudged, assessed(3), meritAssessed, decided);
const areas = [areaFound('851', ...portsmouth)];
const found = { application: acceptedBid, areas };
const given = specFor(programmeStream, awardGrant, { now: '2021-12-01', actor, id, found });
const command = (change: object = {}) => make(AwardGrant, { ...grantBody, ...change });
const granted = (change: Partial<typeof grantBody> = {}) =>
  GrantAwarded({
    ...grantBody,
    ...change,
    legalBasis: LEGAL_BASIS,
    facts: [{ area: '851', factsUpTo: 3 }],
    evidence: [{ area: '851', excellence: 'met' }],
    judgedBy: ['application-illustrative_bid@14', 'localArea-851@3'],
  });
const other = (pence: number, award = 'other_award') => awarded({ award, partner: '850', pence });
const allotted = DiscretionaryFundingAllotted({
  award: 'urgent',
  engagement: '851~project_5369~urgent',
  partner: '851',
  period: 'initial',
  pence: 1,
  legalBasis: LEGAL_BASIS,
  allottedOn: '2021-12-01',
  reason: 'Needed at once',
});

describe('awarding a grant (G2, G3, G16, G20)', () => {
  it('rests on an accepted application, under section 14 Education Act 2002 (G20)', () => {
    given(opened).when(command()).then(granted());
    expect(granted().data.legalBasis).toBe('section 14 Education Act 2002');
  });
  it('stays within £518,000 over all partners, to the penny (G2, reading 1)', () => {
    given(opened, other(39_800_000)).when(command()).then(granted());
    given(opened, other(39_800_001)).when(command()).thenRefused('award-over-maximum', 'pence');
    given(opened)
      .when(command({ pence: 51_800_000 }))
      .then(granted({ pence: 51_800_000 }));
    given(opened)
      .when(command({ pence: 51_800_001 }))
      .thenRefused('award-over-maximum', 'pence');
  });
  it('has room again where an award was declined or withdrawn (G2)', () => {
    const declined = AwardDeclined({ award: 'other_award', declinedOn: '2021-12-01', reason: 'No capacity', releasedPence: 51_800_000 });
    const withdrawn = AwardWithdrawn({ award: 'other_award', withdrawnOn: '2021-12-01', reason: 'Error', releasedPence: 51_800_000 });
    given(opened, other(51_800_000), declined).when(command()).then(granted());
    given(opened, other(51_800_000), withdrawn).when(command()).then(granted());
  });
  it('is nothing when it is awarded so, and refused under an id that is taken', () => {
    given(opened, granted()).when(command()).thenNothing();
    for (const change of [{ pence: 1 }, { application: 'another' }, { partner: '850' }, { period: 'extension' }]) {
      given(opened, granted()).when(command(change)).thenRefused('award-id-taken', 'award');
    }
  });
  it('is one per partner and period, offered or accepted (G2)', () => {
    const first = awarded({ award: 'first' });
    given(opened, first).when(command()).thenRefused('partner-already-awarded', 'partner');
    given(opened, first, AwardAccepted({ award: 'first', acceptedOn: '2021-12-01' }))
      .when(command())
      .thenRefused('partner-already-awarded', 'partner');
    given(opened, first, AwardDeclined({ award: 'first', declinedOn: '2021-12-01', reason: 'Error', releasedPence: 12_000_000 }))
      .when(command())
      .then(granted());
  });
  it('is beside what an engagement of the same area draws at discretion (G19)', () =>
    given(opened, allotted).when(command()).then(granted()));
  it('agrees measured objectives, each once (G3)', () => {
    given(opened)
      .when(command({ objectives: [] }))
      .thenRefused('award-without-objectives', 'objectives');
    given(opened)
      .when(command({ objectives: [grantBody.objectives[0], grantBody.objectives[0]] }))
      .thenRefused('award-objective-twice', 'objectives');
  });
  it('is awarded from the day on which the application was accepted (G5)', () => {
    given(opened)
      .when(command({ awardedOn: '2021-11-09' }))
      .thenRefused('award-before-acceptance', 'awardedOn');
    given(opened)
      .when(command({ awardedOn: '2021-11-10' }))
      .then(granted({ awardedOn: '2021-11-10' }));
  });
  it('goes to the lead of an accepted application of this programme (G5)', () => {
    given(opened)
      .when(command(), { found: { ...found, application: bid(...complete, submitted) } })
      .thenRefused('award-application-not-accepted', 'application');
    given(opened)
      .when(command({ partner: '850' }))
      .thenRefused('award-areas-mismatch', 'partner');
    given(opened)
      .when(command({ others: ['850'] }))
      .thenRefused('award-areas-mismatch', 'partner');
    const elsewhere = bid(ApplicationStarted({ ...started.data, programme: 'project_1' }), ...complete.slice(1), submitted, decided);
    given(opened)
      .when(command(), { found: { ...found, application: elsewhere } })
      .thenRefused('award-other-programme', 'application');
  });
  it('names the areas that apply, in whatever order they are given (G5)', () => {
    const assessedSo = acceptedBid.state.assessment!.areas['851']!;
    const joint = {
      ...acceptedBid,
      state: {
        ...acceptedBid.state,
        others: ['850', '869'],
        assessment: { ...acceptedBid.state.assessment!, areas: { '851': assessedSo, '850': assessedSo, '869': assessedSo } },
      },
    };
    const jointFound = { application: joint, areas: ['851', '850', '869'].map((area) => areaFound(area, ...portsmouth)) };
    given(opened)
      .when(command({ others: ['869', '850'] }), { found: jointFound })
      .then(
        GrantAwarded({
          ...granted({ others: ['869', '850'] }).data,
          facts: ['851', '850', '869'].map((area) => ({ area, factsUpTo: 3 })),
          evidence: [{ area: '851', excellence: 'met' }, { area: '850' }, { area: '869' }],
          judgedBy: ['application-illustrative_bid@14', 'localArea-851@3', 'localArea-850@3', 'localArea-869@3'],
        }),
      );
    const refused = (others: string[], application: Found<ApplicationState> = joint) =>
      expect(() =>
        given(opened)
          .when(command({ others }), { found: { ...jointFound, application } })
          .happened(),
      );
    refused(['850']).toThrow('The award goes to the lead of the application, 851, with the areas that apply with it: 850, 869.');
    refused([]).toThrow('with the areas that apply with it: 850, 869.');
    refused(['850'], acceptedBid).toThrow('with the areas that apply with it: none.');
  });
  it('is refused on an assessment older than the newest fact (reading 22)', () => {
    const newer = [areaFound('851', ...portsmouth, rated('outstanding', '2021-11-20'))];
    given(opened)
      .when(command(), { found: { ...found, areas: newer } })
      .thenRefused('award-assessment-stale', 'application');
    const again = bid(...complete, submitted, excellenceJudged, assessed(3), meritAssessed, decided, assessed(4));
    given(opened)
      .when(command(), { found: { application: again, areas: newer } })
      .then(
        GrantAwarded({
          ...granted().data,
          facts: [{ area: '851', factsUpTo: 4 }],
          judgedBy: ['application-illustrative_bid@15', 'localArea-851@4'],
        }),
      );
  });
  it('is refused where an area was not assessed, or an evidence was judged after its assessment (G16)', () => {
    const withAssessment = (assessment?: object) => ({
      found: { ...found, application: { ...acceptedBid, state: { ...acceptedBid.state, assessment } as ApplicationState } },
    });
    const { assessment } = acceptedBid.state;
    given(opened).when(command(), withAssessment()).thenRefused('award-assessment-stale', 'application');
    given(opened)
      .when(command(), withAssessment({ ...assessment, areas: {} }))
      .thenRefused('award-assessment-stale', 'application');
    given(opened)
      .when(command(), withAssessment({ ...assessment, overtaken: true }))
      .thenRefused('award-assessment-stale', 'application');
  });
  it('is refused where a known fact breaks a rule by the day of the award (G16)', () => {
    const joining = [areaFound('851', ...portsmouth, joined('safety-valve', '2021-12-01'))];
    const again = bid(...complete, submitted, excellenceJudged, assessed(4), meritAssessed, decided);
    given(opened)
      .when(command(), { found: { application: again, areas: joining } })
      .thenRefused('award-not-eligible', 'application', 'G13, G16');
    const later = [areaFound('851', ...portsmouth, joined('safety-valve', '2021-12-02'))];
    given(opened)
      .when(command(), { found: { application: again, areas: later } })
      .then(
        GrantAwarded({
          ...granted().data,
          facts: [{ area: '851', factsUpTo: 4 }],
          judgedBy: ['application-illustrative_bid@14', 'localArea-851@4'],
        }),
      );
  });
  it('is for the further year only where the programme is extended and the partner delivered its objectives (G3)', () => {
    const further = { award: 'second_award', period: 'extension' as const, pence: 20_000_000, awardedOn: '2023-02-15' };
    const now = '2023-02-15';
    const long = [areaFound('851', ...portsmouth)];
    given(opened, awarded(), accepted, delivered, furtherFunding, extended)
      .when(command(further), { now, found: { ...found, areas: long } })
      .then(granted(further));
    given(opened, awarded(), accepted, delivered, furtherFunding, extended)
      .when(command({ ...further, pence: 20_000_001 }), { now })
      .thenRefused('award-over-maximum', 'pence');
    given(opened, awarded(), accepted, delivered).when(command(further), { now }).thenRefused('award-extension-not-agreed', 'period');
    given(opened, awarded(), accepted).when(command(further), { now }).thenRefused('award-objectives-not-delivered', 'partner');
    const declined = AwardDeclined({ award: 'first', declinedOn: '2021-12-01', reason: 'Error', releasedPence: 12_000_000 });
    given(opened, awarded({ award: 'first' }), declined, awarded(), accepted, delivered, furtherFunding, extended)
      .when(command(further), { now })
      .then(granted(further));
    const later = awarded({ award: 'later', period: 'extension' });
    const withdrawn = AwardWithdrawn({ award: 'later', withdrawnOn: '2023-02-15', reason: 'Error', releasedPence: 12_000_000 });
    given(opened, awarded(), accepted, furtherFunding, extended, later, withdrawn)
      .when(command(further), { now })
      .thenRefused('award-objectives-not-delivered', 'partner');
  });
  it('is of a day from the notice to today, within the period', () => {
    given(opened)
      .when(command({ awardedOn: '2021-12-02' }))
      .thenRefused('day-in-future', 'awardedOn');
    given(opened)
      .when(command({ awardedOn: '2021-09-01' }))
      .thenRefused('day-before-programme', 'awardedOn');
    given(opened)
      .when(command({ awardedOn: '2021-09-02' }))
      .thenRefused('award-before-acceptance', 'awardedOn');
    given(opened)
      .when(command({ awardedOn: '2023-04-01' }), { now: '2023-04-01' })
      .thenRefused('award-after-period', 'period');
    given(opened)
      .when(command({ awardedOn: '2023-03-31' }), { now: '2023-04-01' })
      .then(granted({ awardedOn: '2023-03-31' }));
    given().when(command()).thenRefused('programme-not-open');
  });
});
