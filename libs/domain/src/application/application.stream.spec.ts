import { stateAfter } from '@app/event-sourcing/testing';
import {
  ApplicationAccepted,
  ApplicationDeclined,
  ApplicationReopened,
  ApplicationWithdrawn,
  EligibilityAssessed,
  EvidenceJudged,
  LateSubmissionRefused,
  PeerSupportExampleAdded,
  PeerSupportExampleWithdrawn,
  ProposalCosted,
  StrengthEvidenced,
  StrengthWithdrawn,
  SupportOptionOffered,
  SupportOptionWithdrawn,
  type ApplicationEvent,
} from './application.events';
import { applicants, applicationStream, digestOfCosting, digestOfResults } from './application.stream';
import {
  assessed,
  complete,
  costed,
  costing,
  declarations,
  example,
  excellenceJudged,
  meritAssessed,
  offered,
  started,
  strength,
  submitted,
} from './application.testing';

const reason = 'A reason';
const after = (...events: ApplicationEvent[]) => stateAfter(applicationStream, events);
const draft = {
  status: 'draft',
  programme: 'project_5369',
  lead: '851',
  others: [],
  strengths: {},
  options: {},
  examples: {},
  declared: [],
  evidence: {},
};

describe('what is known of an application (G5)', () => {
  it('is nothing before it is started', () => {
    expect(applicationStream).toMatchObject({ category: 'application', collection: 'applications' });
    expect(applicationStream.initial()).toEqual({ ...draft, status: 'none', programme: '', lead: '' });
  });

  it('is its parts as they are written', () => {
    expect(after(started)).toStrictEqual(draft);
    expect(after(...complete)).toStrictEqual({
      ...draft,
      strengths: { leadership: 1 },
      options: { 'strategic-planning-and-leadership': ['leadership'] },
      examples: { neighbour: 3 },
      costing: { digest: digestOfCosting(costing), totalPence: 9_700_000 },
      declared: ['851 G12', '851 G13', '851 G14', '851 G15', '851 G22'],
    });
    expect(after(started, ...declarations, ...declarations).declared).toHaveLength(5);
  });

  it('is without the parts that were taken back', () => {
    const second = StrengthEvidenced({ ...strength.data, strength: 'data' });
    expect(after(started, strength, second, StrengthWithdrawn({ strength: 'leadership', corrects: 1, reason })).strengths).toEqual({
      data: 2,
    });
    const other = SupportOptionOffered({ ...offered.data, option: 'workforce-development' });
    const optionBack = SupportOptionWithdrawn({ option: 'workforce-development', reason });
    expect(after(started, offered, other, optionBack).options).toEqual({ 'strategic-planning-and-leadership': ['leadership'] });
    const another = PeerSupportExampleAdded({ ...example.data, example: 'region' });
    expect(after(started, example, another, PeerSupportExampleWithdrawn({ example: 'neighbour', corrects: 1, reason })).examples).toEqual({
      region: 2,
    });
    const dearer = ProposalCosted({ ...costed.data, totalPence: 9_700_001 });
    expect(after(started, costed, dearer).costing?.totalPence).toBe(9_700_001);
  });

  it('is when it was submitted, by the London day, or refused as late (G4)', () => {
    const inSummer = { ...submitted, data: { ...submitted.data, receivedAt: '2021-10-28T23:30:00.000Z' } };
    expect(after(...complete, inSummer)).toMatchObject({ status: 'submitted', submittedOn: '2021-10-29' });
    const late = LateSubmissionRefused({ receivedAt: '2021-11-01T12:00:01.000Z', applicationsCloseAt: '2021-11-01T12:00:00.000Z' });
    expect(after(started, late)).toStrictEqual({ ...draft, lateAgainst: '2021-11-01T12:00:00.000Z' });
  });

  it('is its latest assessment: what is open, how far facts were read, and whether a judgement overtook it (G16)', () => {
    const results = (result: 'met' | 'refer') => [{ rule: 'G12', result, route: 'a' as const }];
    const area = (result: 'met' | 'refer') => ({
      factsUpTo: 3,
      digest: digestOfResults(results(result)),
      open: result === 'met' ? [] : [{ rule: 'G12', result }],
    });
    expect(after(started, assessed(3)).assessment).toEqual({ ruleSet: 'notice-2021', overtaken: false, areas: { '851': area('met') } });
    expect(after(started, assessed(3, 'refer')).assessment?.areas).toEqual({ '851': area('refer') });
    expect(after(started, assessed(3), excellenceJudged).assessment).toEqual({
      ruleSet: 'notice-2021',
      overtaken: true,
      areas: { '851': area('met') },
    });
    expect(after(started, assessed(3), excellenceJudged, assessed(3)).assessment?.overtaken).toBe(false);
    const later = EligibilityAssessed({ ...assessed(4).data, ruleSet: 'framework-2023' });
    expect(after(started, assessed(3), later).assessment).toMatchObject({ ruleSet: 'framework-2023', areas: { '851': { factsUpTo: 4 } } });
  });

  it('is what persons judged of each area’s evidence, and of its merit (G12, G22)', () => {
    const routeC = EvidenceJudged({ ...excellenceJudged.data, matter: 'route-c', judgement: 'not-met' });
    const other = EvidenceJudged({ ...excellenceJudged.data, area: '850' });
    const state = after(started, excellenceJudged, routeC, other, meritAssessed);
    expect(state.evidence).toEqual({ '851': { excellence: 'met', routeC: 'not-met' }, '850': { excellence: 'met' } });
    expect(state.merit).toBe('support');
    expect('assessment' in state).toBe(false);
  });

  it('is its end, and what it was before', () => {
    const withdrawn = ApplicationWithdrawn({ reason });
    expect(after(started, withdrawn)).toStrictEqual({ ...draft, status: 'withdrawn', ended: { revision: 1, before: 'draft' } });
    const handedIn = { ...draft, submittedOn: '2021-10-28' };
    const ended = { revision: 2, before: 'submitted' };
    expect(after(started, submitted, withdrawn)).toStrictEqual({ ...handedIn, status: 'withdrawn', ended });
    const accepted = ApplicationAccepted({ acceptedOn: '2021-11-10', reason, judgedBy: [] });
    expect(after(started, submitted, accepted)).toStrictEqual({ ...handedIn, status: 'accepted', ended, acceptedOn: '2021-11-10' });
    const declined = ApplicationDeclined({ declinedOn: '2021-11-10', reason });
    expect(after(started, submitted, declined)).toStrictEqual({ ...handedIn, status: 'declined', ended });
    const reopened = ApplicationReopened({ status: 'submitted', corrects: 2, reason });
    expect(after(started, submitted, declined, reopened)).toStrictEqual({ ...handedIn, status: 'submitted' });
  });
});

describe('an application as text, to see whether another says the same', () => {
  it('has the lead first', () => expect(applicants({ lead: '851', others: ['850', '869'] })).toEqual(['851', '850', '869']));

  it.each([
    ['minutes', { minutesPerDay: 421 }],
    ['a grade', { days: [{ grade: 'management', days: 30, dayRatePence: 80_000 }, costing.days[1]!] }],
    ['days', { days: [{ ...costing.days[0]!, days: 31 }, costing.days[1]!] }],
    ['a rate', { days: [{ ...costing.days[0]!, dayRatePence: 79_999 }, costing.days[1]!] }],
    ['an item', { overheads: [{ ...costing.overheads[0]!, item: 'other' }] }],
    ['a charge', { overheads: [{ ...costing.overheads[0]!, charge: 'other-overhead' }] }],
    ['pence', { overheads: [{ ...costing.overheads[0]!, pence: 1 }] }],
  ])('costs otherwise by %s (G7, G8, G9)', (_what, change) =>
    expect(digestOfCosting({ ...costing, ...change })).not.toBe(digestOfCosting(costing)),
  );

  it('costs the same in other words of its evidence', () =>
    expect(digestOfCosting({ ...costing, overheads: [{ ...costing.overheads[0]!, evidence: 'Other words' }] as never })).toBe(
      digestOfCosting(costing),
    ));
});
