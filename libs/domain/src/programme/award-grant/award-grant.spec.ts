import { make, specFor } from '@app/event-sourcing/testing';
import { applicationStream } from '../../application/application.stream';
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
import { AwardDeclined, AwardWithdrawn, GrantAwarded } from '../programme.events';
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
    given(opened, granted())
      .when(command({ pence: 1 }))
      .thenRefused('award-id-taken', 'award');
  });
  it('is one per partner and period (G2)', () =>
    given(opened, awarded({ award: 'first' }))
      .when(command())
      .thenRefused('partner-already-awarded', 'partner'));
  it('agrees measured objectives, each once (G3)', () => {
    given(opened)
      .when(command({ objectives: [] }))
      .thenRefused('award-without-objectives', 'objectives');
    given(opened)
      .when(command({ objectives: [grantBody.objectives[0], grantBody.objectives[0]] }))
      .thenRefused('award-objective-twice', 'objectives');
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
  it('is refused where a known fact breaks a rule by the day of the award (G16)', () => {
    const joining = [areaFound('851', ...portsmouth, joined('safety-valve', '2021-12-01'))];
    const again = bid(...complete, submitted, excellenceJudged, assessed(4), meritAssessed, decided);
    given(opened)
      .when(command(), { found: { application: again, areas: joining } })
      .thenRefused('award-not-eligible', 'application');
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
  });
  it('is of a day from the notice to today, within the period', () => {
    given(opened)
      .when(command({ awardedOn: '2021-12-02' }))
      .thenRefused('day-in-future', 'awardedOn');
    given(opened)
      .when(command({ awardedOn: '2023-04-01' }), { now: '2023-04-01' })
      .thenRefused('award-after-period', 'period');
    given().when(command()).thenRefused('programme-not-open');
  });
});
