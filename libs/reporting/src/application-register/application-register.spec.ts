import {
  ApplicationAccepted,
  ApplicationDeclined,
  ApplicationReopened,
  ApplicationStarted,
  ApplicationSubmitted,
  ApplicationWithdrawn,
  EligibilityAssessed,
  EligibilityDeclared,
  EvidenceJudged,
  LateSubmissionRefused,
  MeritAssessed,
  PeerSupportExampleAdded,
  PeerSupportExampleWithdrawn,
  ProposalCosted,
  StrengthEvidenced,
  StrengthWithdrawn,
  SupportOptionOffered,
  SupportOptionWithdrawn,
} from '@app/domain/events';
import { fieldsOf, type DomainEvent } from '@app/event-sourcing';
import { recorded, specForProjection, type Past } from '@app/event-sourcing/testing';
import { applicationRegister } from './application-register';
import { AssessedRule, type ApplicationRow } from './application-register.view';

const given = specForProjection<ApplicationRow, DomainEvent<string, any>>(applicationRegister as never);
const at = (event: DomainEvent<string, any>, stream = 'application-b1') => recorded(event, { stream });
const why = { reason: 'sealed' };
const starting = { programme: 'p1', lead: '851', others: ['887'] };
const row: ApplicationRow = {
  ...starting,
  status: 'draft',
  strengths: [],
  examples: [],
  options: [],
  declared: [],
  refusedAsLateAt: [],
  assessed: [],
  judged: [],
};

function shows(events: readonly Past<DomainEvent<string, any>>[], change: Partial<ApplicationRow>): void {
  const started = ApplicationStarted(starting);
  given(at(started), at(started, 'application-b2'), ...events).rows({ b1: { ...row, ...change }, b2: row });
  given(...events).rows({});
}

describe('the application register (G5 to G9)', () => {
  it('shows strengths and examples, and what was taken back', () => {
    const evidenced = (strength: string) => at(StrengthEvidenced({ strength, statement: 's', evidence: 's' }));
    shows([evidenced('s2'), evidenced('s1'), evidenced('s2')], { strengths: ['s1', 's2'] });
    shows([evidenced('s2'), at(StrengthWithdrawn({ strength: 's2', corrects: 1, ...why }))], {});
    const added = at(PeerSupportExampleAdded({ example: 'e1', time: 'current', support: 's', impact: 's' }));
    shows([added], { examples: ['e1'] });
    shows([added, at(PeerSupportExampleWithdrawn({ example: 'e1', corrects: 1, ...why }))], {});
  });
  it('shows the options that are offered and what they follow from (G6)', () => {
    const offered = (strengths: string[]) => at(SupportOptionOffered({ option: 'joint-working', strengths, offer: 's' }));
    shows([offered(['s1']), offered(['s2'])], { options: [{ option: 'joint-working', strengths: ['s2'] }] });
    shows([offered(['s1']), at(SupportOptionWithdrawn({ option: 'joint-working', ...why }))], {});
  });
  it('shows the latest costing in days and pence (G7 to G9), and what is declared', () => {
    const costed = ProposalCosted({
      minutesPerDay: 420,
      days: [
        { grade: 'executive', days: 10, dayRatePence: 80_000 },
        { grade: 'management', days: 30, dayRatePence: 60_000 },
      ],
      overheads: [],
      dayCostsPence: 2_600_000,
      overheadsPence: 100,
      totalPence: 2_600_100,
    });
    shows([at(costed)], { days: 40, dayCostsPence: 2_600_000, overheadsPence: 100, totalPence: 2_600_100 });
    const declared = (area: string) => at(EligibilityDeclared({ area, requirement: 'G12', evidence: 's' }));
    shows([declared('887'), declared('851'), declared('887')], {
      declared: [
        { area: '851', requirement: 'G12' },
        { area: '887', requirement: 'G12' },
      ],
    });
  });
});

describe('the way of an application (G4, G12 to G15, G22)', () => {
  const submitted = at(
    ApplicationSubmitted({
      receivedAt: '2021-11-01T12:00:00.000Z',
      applicationsCloseAt: '2021-11-01T12:00:00.000Z',
      quotedReference: 'p1',
      onTemplate: true,
    }),
  );
  const inTime = { submittedAt: '2021-11-01T12:00:00.000Z' };

  it('is submitted in time, or refused as late', () => {
    shows([submitted], { status: 'submitted', ...inTime });
    const late = { receivedAt: '2021-11-01T12:00:01.000Z', applicationsCloseAt: '2021-11-01T12:00:00.000Z' };
    shows([at(LateSubmissionRefused(late))], { refusedAsLateAt: ['2021-11-01T12:00:01.000Z'] });
  });
  it('is assessed rule by rule, and judged by a person where the rules refer', () => {
    const result = { rule: 'G13-deficit', result: 'met' as const, balance: '4.83', threshold: '-1.00', fact: 'localArea-851@2' };
    const assessed = EligibilityAssessed({
      assessedOn: '2021-11-02',
      ruleSet: '2021-09' as never,
      areas: [{ area: '851', results: [result], factsUpTo: 3, judgedBy: 'localArea-851@3' }],
      eligible: true,
      referred: [],
    });
    shows([at(assessed)], { assessedOn: '2021-11-02', eligible: true, assessed: [{ area: '851', ...result }] });
    expect(fieldsOf(AssessedRule).get('balance')?.classification?.category).toBe('unpublished-dsg');
    const judged = (judgement: 'met' | 'not-met') =>
      at(EvidenceJudged({ area: '851', matter: 'excellence', judgement, judgedOn: '2021-11-10', ...why }));
    shows([judged('not-met'), judged('met')], {
      judged: [{ area: '851', matter: 'excellence', judgement: 'met', judgedOn: '2021-11-10' }],
    });
    shows([at(MeritAssessed({ recommendation: 'support', assessedOn: '2021-11-12', ...why }))], { merit: 'support' });
  });
  it('is accepted, declined, withdrawn, and reopened', () => {
    shows([at(ApplicationAccepted({ acceptedOn: '2021-12-01', judgedBy: [], ...why }))], { status: 'accepted', decidedOn: '2021-12-01' });
    const declined = at(ApplicationDeclined({ declinedOn: '2021-12-01', ...why }));
    shows([declined], { status: 'declined', decidedOn: '2021-12-01' });
    shows([at(ApplicationWithdrawn(why))], { status: 'withdrawn' });
    shows([submitted, declined, at(ApplicationReopened({ corrects: 2, status: 'submitted', ...why }))], {
      status: 'submitted',
      ...inTime,
    });
  });
});
