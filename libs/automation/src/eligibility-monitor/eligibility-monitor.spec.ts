import { EligibilityBreached, EligibilityRestored, PartnerEngaged, PartnerEngagedAtDiscretion } from '@app/domain/events';
import * as events from '@app/domain/events';
import type { DomainEvent } from '@app/event-sourcing';
import { recorded, specForProcess } from '@app/event-sourcing/testing';
import { eligibilityMonitor } from './eligibility-monitor.process';

const source = { publisher: 'Ofsted', title: 'Inspection of children’s services' };
const rated = events.CareRatingRecorded({ rating: 'inadequate', publishedOn: '2022-03-01', source });
const fact = (revision: number) =>
  recorded<DomainEvent>(rated, { stream: 'localArea-851', revision, eventId: `e${revision}`, correlationId: `c${revision}` });

const terms = {
  area: '851',
  programme: 'project_5369',
  award: 'a1',
  pence: 100,
  from: '2022-01-01',
  until: '2023-03-31',
  engagedOn: '2022-01-10',
};
const engaged = (stream: string, upTo: number, others: string[] = []) =>
  recorded<DomainEvent>(
    PartnerEngaged({
      ...terms,
      others,
      application: 'app1',
      legalBasis: 'section 14 Education Act 2002',
      facts: ['851', ...others].map((area) => ({ area, factsUpTo: upTo, judgedBy: `localArea-${area}@${upTo}` })),
      evidence: [],
      judgedBy: 'programme-project_5369@3',
    }),
    { stream },
  );
const judged = {
  area: '851',
  rule: 'G14',
  fact: 'localArea-851@3',
  ruleSet: 'notice-2021' as const,
  effectiveOn: '2022-03-01',
  judgedBy: 'localArea-851@3',
};
const P1 = 'partner-851~project_5369';
const breached = (factsUpTo: number) => recorded<DomainEvent>(EligibilityBreached({ ...judged, factsUpTo }), { stream: P1 });
const restored = (factsUpTo: number) => recorded<DomainEvent>(EligibilityRestored({ ...judged, factsUpTo, breach: 1 }), { stream: P1 });

const steps = (area: string, ...past: Parameters<ReturnType<typeof specForProcess<object, DomainEvent>>>[1][]) =>
  specForProcess(eligibilityMonitor)(area, ...(past as never[]))
    .at('2022-03-02')
    .actions.map((action) => ('step' in action ? action.step : action.remindAt));

describe('the eligibility monitor (G16)', () => {
  it('has a partner judged on every fact since the last judged one, in order', () => {
    expect(steps('851', fact(0), fact(1), engaged(P1, 1), fact(2), fact(3))).toEqual([
      'reassess~851~project_5369~2',
      'reassess~851~project_5369~3',
    ]);
  });

  it('says to which fact, of which area, and because of what', () =>
    expect(specForProcess(eligibilityMonitor)('851', engaged(P1, 1) as never, fact(2) as never).at('2022-03-02').actions).toMatchObject([
      { send: { factsUpTo: 2, area: '851' }, to: '851~project_5369', because: { eventId: 'e2', correlationId: 'c2' } },
    ]));

  it('sees a fact that came between the assessment and the engagement', () =>
    expect(steps('851', fact(0), fact(1), fact(2), engaged(P1, 1))).toEqual(['reassess~851~project_5369~2']));

  it('asks no more about what is on record as judged, out of order or twice', () => {
    expect(steps('851', engaged(P1, 1), fact(2), fact(3), breached(3))).toEqual([]);
    expect(steps('851', engaged(P1, 1), fact(2), fact(3), breached(2), restored(3), fact(4))).toEqual(['reassess~851~project_5369~4']);
    expect(steps('851', engaged(P1, 1), fact(2), fact(3), restored(3), breached(2))).toEqual([]);
  });

  it('asks for each partner by itself, fact by fact', () =>
    expect(steps('851', engaged(P1, 1), engaged('partner-931~project_5369', 2, ['887']), fact(2), fact(3))).toEqual([
      'reassess~851~project_5369~2',
      'reassess~851~project_5369~3',
      'reassess~931~project_5369~3',
    ]));

  it('watches the areas that share a grant', () => {
    const other = recorded<DomainEvent>(rated, { stream: 'localArea-887', revision: 4, eventId: 'e4', correlationId: 'c4' });
    expect(steps('887', engaged(P1, 3, ['887']), other)).toEqual(['reassess~851~project_5369~4']);
  });

  it.each([
    ['an end is taken back', events.GrantReopened({ corrects: 4, reason: 'A mistake' })],
    ['a termination is taken back', events.TerminationReversed({ corrects: 4, reason: 'A mistake' })],
    ['it is ended', events.GrantEnded({ area: '851', endedOn: '2022-03-01', reason: 'Over' })],
    ['its work is terminated', events.WorkTerminated({} as never)],
  ])('judges what changed nothing once more where %s: the grant ends on another day, and what lies behind breaks nothing', (_what, end) => {
    const reopened = recorded<DomainEvent>(end, { stream: P1, revision: 5 });
    expect(steps('851', engaged(P1, 1), fact(2), reopened)).toEqual(['reassess~851~project_5369~2@5']);
    expect(steps('851', engaged(P1, 1), fact(2), breached(2), reopened, fact(3))).toEqual(['reassess~851~project_5369~3@5']);
    expect(steps('887', engaged(P1, -1, ['887']), reopened)).toEqual([]);
  });

  it('asks for nobody whose engagement was taken back; engaged anew, everything since its award is judged again (G2)', () => {
    const taken = { area: '851', others: ['887'], programme: 'project_5369', award: 'a1', engagedOn: '2022-01-10', corrects: 0 };
    const withdrawn = recorded<DomainEvent>(events.PartnerEngagementWithdrawn({ ...taken, reason: 'A mistake' }), {
      stream: P1,
      revision: 3,
    });
    const past = [engaged(P1, 1, ['887']), fact(2), breached(2), withdrawn];
    expect(steps('851', ...past, fact(3))).toEqual([]);
    expect(steps('851', ...past, engaged(P1, 1, ['887']))).toEqual(['reassess~851~project_5369~2@3']);
    const other = recorded<DomainEvent>(rated, { stream: 'localArea-887', revision: 4, eventId: 'e4', correlationId: 'c4' });
    expect(steps('887', engaged(P1, 3, ['887']), withdrawn, other)).toEqual([]);
  });

  it('takes no record of the partner for a fact of the area', () =>
    expect(
      steps(
        '851',
        engaged(P1, 1),
        recorded<DomainEvent>(events.GrantEnded({ area: '851', endedOn: '2022-03-01', reason: 'Over' }), { stream: P1 }),
      ),
    ).toEqual([]));

  it('watches nobody before an engagement, nor one at discretion (G19)', () => {
    const discretion = recorded<DomainEvent>(PartnerEngagedAtDiscretion({ ...terms, reportsAgreed: false, reason: 'Needed' }), {
      stream: 'partner-851~project_5369~help',
    });
    expect(steps('851', fact(0))).toEqual([]);
    expect(steps('851', fact(0), discretion, fact(1))).toEqual([]);
  });
});
