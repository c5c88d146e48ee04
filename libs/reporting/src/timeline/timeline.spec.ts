import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as events from '@app/domain/events';
import {
  AdviceDayRecorded,
  AreaPassedToSuccessors,
  AreaPassingWithdrawn,
  ApplicationStarted,
  ApplicationWithdrawn,
  CaseLeadAssigned,
  EscalationAcknowledged,
  EscalationRaised,
  GrantAwarded,
  GrantEnded,
  OrderPlaced,
  PackageProposed,
  PackageWithdrawn,
  PartnerEngaged,
  ProgrammeClosed,
  ProgressRecommended,
  RiskClosed,
  RiskRaised,
  SliPartnershipLeft,
} from '@app/domain/events';
import { declarationsIn, type DomainEvent } from '@app/event-sourcing';
import { recorded, specForProjection, type Past } from '@app/event-sourcing/testing';
import { timeline } from './timeline';
import type { TimelineEntry } from './timeline.view';

const declarations = declarationsIn(events);
const given = specForProjection<TimelineEntry, DomainEvent<string, any>>(timeline);
const source = { publisher: 'p', title: 't' };

/** Whose history an event stands in, by its place among the events. */
function subjects(...past: Past<DomainEvent<string, any>>[]): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { subjects: of, type } of Object.values(given(...past).folded)) for (const subject of of) (found[subject] ??= []).push(type);
  return found;
}

const order = {
  number: 'CON_1',
  references: [],
  title: 't',
  buyer: 'b',
  invoiceAddress: 'a',
  supplier: 's',
  orderedOn: '2023-10-12',
  commencesOn: '2023-10-12',
  completesOn: '2025-03-31',
  maximumPence: 1,
  areas: ['931', '887'],
  takesIn: [],
  firstPeriodEndsOn: '2023-10-31',
  extensionNoticeBy: '2025-02-28',
};
const adviceDay = {
  day: '2023-11-01',
  area: '931',
  person: 's',
  minutes: 60,
  dateMinutes: 60,
  purposes: ['health-partners' as const],
  onSite: true,
};
const award = {
  award: 'a1',
  partner: '851',
  others: ['887'],
  application: 'b1',
  period: 'initial' as const,
  pence: 1,
  legalBasis: 'section 14 Education Act 2002',
  objectives: [],
  awardedOn: '2021-12-01',
  reason: 'r',
  facts: [],
  evidence: [],
  judgedBy: [],
};
const engaged = {
  area: '851',
  others: ['887'],
  programme: 'p1',
  award: 'a1',
  application: 'b1',
  pence: 1,
  from: '2022-01-01',
  until: '2023-03-31',
  engagedOn: '2021-12-10',
  legalBasis: 'section 14 Education Act 2002',
  facts: [],
  evidence: [],
  judgedBy: 'programme-p1@3',
};
const packageOf = (recipient: string) => ({
  partner: '851~p1',
  recipient,
  options: ['joint-working'],
  executiveDays: 10,
  managementDays: 30,
  days: 40,
  proposedOn: '2022-02-01',
});
const risk = {
  area: '931',
  raisedOn: '2024-01-01',
  likelihood: 2,
  impact: 3,
  score: 6,
  owner: 'u-1',
  nextReviewOn: '2024-02-01',
  summary: 's',
};
const escalation = {
  cause: 'requirement-x@1',
  rule: 'J5',
  level: 2 as const,
  role: 'team-leader' as const,
  need: 'information' as const,
  because: 'b',
  what: 'improvementCase-931~inspection',
  areas: ['931'],
  since: '2024-04-12',
};

describe('the timeline (J9, P5)', () => {
  it('has a line for every event of the system', () =>
    expect(Object.keys(timeline.on).sort()).toEqual(declarations.map(({ type }) => type).sort()));

  const stored = join(__dirname, '../../../../test/stored-events');
  const golden = readdirSync(stored).filter((file) => file.endsWith('.json'));
  it.each(golden)('shows what is stored as %s, in words without a hole', (file) => {
    const [type, version] = file.split('.') as [string, string];
    const declaration = declarations.find((one) => one.type === type || one.formerly.includes(type))!;
    const data = declaration.upcast(JSON.parse(readFileSync(join(stored, file), 'utf8')) as object, Number(version.slice(1)));
    const entry = Object.values(given(recorded({ type: declaration.type, data }, { stream: 'some-thing' })).folded)[0];
    expect(entry).toMatchObject({ subjects: expect.arrayContaining(['some-thing']), type: declaration.type });
    expect(entry?.says).not.toMatch(/undefined|\[object|NaN/);
  });

  it('says who, in which role, on whose behalf, when recorded, when effective, why, and what caused it (P5)', () => {
    const left = SliPartnershipLeft({ leftOn: '2022-03-01', source });
    const assigned = CaseLeadAssigned({ lead: 'u-9', reason: 'sealed' });
    given(
      recorded(left, { stream: 'localArea-931', who: 'u-1', role: 'auditor', onBehalfOf: 'u-2', effectiveOn: '2022-03-01' }),
      recorded(assigned, { stream: 'localArea-887', recordedAt: '2022-03-02T10:00:00.000Z' }),
    ).rows({
      '00000000000000000000': {
        subjects: ['localArea-931'],
        says: "No longer a joint improvement partner for SEND and children's social care from 2022-03-01",
        type: 'SliPartnershipLeft',
        stream: 'localArea-931',
        revision: 0,
        eventId: 'event-0',
        who: 'u-1',
        role: 'auditor',
        onBehalfOf: 'u-2',
        recordedAt: '2021-09-02T09:00:00.000Z',
        effectiveOn: '2022-03-01',
        correlationId: 'correlation-0',
        causationId: 'cause-0',
      },
      '00000000000000000001': {
        subjects: ['localArea-887'],
        says: 'Case lead u-9 assigned',
        type: 'CaseLeadAssigned',
        stream: 'localArea-887',
        revision: 1,
        eventId: 'event-1',
        who: 'somebody',
        role: 'case-lead',
        recordedAt: '2022-03-02T10:00:00.000Z',
        effectiveOn: '2022-03-02',
        reason: 'sealed',
        correlationId: 'correlation-1',
        causationId: 'cause-1',
      },
    });
  });

  it('keeps a reason that is management information apart from one that is not (P1)', () => {
    const recommended = ProgressRecommended({ review: 'r1', area: '931', recommendedOn: '2024-05-01', sufficient: true, reason: 'sealed' });
    const [entry] = Object.values(given(recorded(recommended, { stream: 'contract-CON_1' })).folded);
    expect(entry).toMatchObject({ managementReason: 'sealed' });
    expect(entry).not.toHaveProperty('reason');
  });

  it('puts a case under its local area, whatever its events say of it', () =>
    expect(subjects(recorded(CaseLeadAssigned({ lead: 'u-9', reason: 'r' }), { stream: 'improvementCase-931~inspection' }))).toEqual({
      'improvementCase-931~inspection': ['CaseLeadAssigned'],
      'localArea-931': ['CaseLeadAssigned'],
    }));

  it('puts an application under the local areas that apply', () =>
    expect(
      subjects(
        recorded(ApplicationStarted({ programme: 'p1', lead: '851', others: ['887'] }), { stream: 'application-b1' }),
        recorded(ApplicationWithdrawn({ reason: 'r' }), { stream: 'application-b1' }),
      ),
    ).toEqual(
      Object.fromEntries(
        ['application-b1', 'localArea-851', 'localArea-887'].map((one) => [one, ['ApplicationStarted', 'ApplicationWithdrawn']]),
      ),
    ));

  it('follows a risk and an escalation from the event that says which area and which stream they concern', () => {
    expect(
      subjects(
        recorded(RiskClosed({ closedOn: '2024-01-01', reason: 'r' }), { stream: 'risk-2' }),
        recorded(RiskRaised(risk), { stream: 'risk-1' }),
        recorded(RiskClosed({ closedOn: '2024-03-01', reason: 'r' }), { stream: 'risk-1' }),
      ),
    ).toEqual({ 'risk-2': ['RiskClosed'], 'risk-1': ['RiskRaised', 'RiskClosed'], 'localArea-931': ['RiskRaised', 'RiskClosed'] });
    const both = ['EscalationRaised', 'EscalationAcknowledged'];
    expect(
      subjects(
        recorded(EscalationRaised(escalation), { stream: 'escalation-1' }),
        recorded(EscalationAcknowledged({ level: 2, reason: 'r' }), { stream: 'escalation-1' }),
      ),
    ).toEqual({ 'escalation-1': both, 'localArea-931': both, 'improvementCase-931~inspection': both });
  });

  it('shows what a contract does for one area in the history of that area alone', () =>
    expect(
      subjects(
        recorded(OrderPlaced(order), { stream: 'contract-CON_1' }),
        recorded(AdviceDayRecorded(adviceDay), { stream: 'contract-CON_1' }),
      ),
    ).toEqual({
      'contract-CON_1': ['OrderPlaced', 'AdviceDayRecorded'],
      'localArea-931': ['OrderPlaced', 'AdviceDayRecorded'],
      'localArea-887': ['OrderPlaced'],
    }));

  it('shows that an area passed to its successors, and what comes after, in the history of each of them (reading 26)', () => {
    const passing = { predecessor: '931', successors: ['942'], from: '2024-04-01', areas: [...order.areas, '942'], reason: 'r' };
    const terms = { title: 't', supplier: 's', commencesOn: '2023-10-12', endsOn: '2025-03-31', endedEarly: false };
    const past = subjects(
      recorded(OrderPlaced(order), { stream: 'contract-CON_1' }),
      recorded(AreaPassedToSuccessors({ ...passing, ...terms, judgedBy: 'localArea-931@1' }), { stream: 'contract-CON_1' }),
      recorded(AdviceDayRecorded({ ...adviceDay, area: '942' }), { stream: 'contract-CON_1' }),
      recorded(AreaPassingWithdrawn({ ...passing, leaving: ['942'], corrects: 1 }), { stream: 'contract-CON_1' }),
    );
    expect(past['localArea-931']).toEqual(['OrderPlaced', 'AreaPassedToSuccessors', 'AreaPassingWithdrawn']);
    expect(past['localArea-942']).toEqual(['AreaPassedToSuccessors', 'AdviceDayRecorded', 'AreaPassingWithdrawn']);
  });
  it('shows an award to those who get it, and nothing more of the programme', () =>
    expect(
      subjects(
        recorded(GrantAwarded(award), { stream: 'programme-p1' }),
        recorded(ProgrammeClosed({ closedOn: '2023-04-01', reason: 'r' }), { stream: 'programme-p1' }),
      ),
    ).toEqual({
      'programme-p1': ['GrantAwarded', 'ProgrammeClosed'],
      'localArea-851': ['GrantAwarded'],
      'localArea-887': ['GrantAwarded'],
    }));

  it('follows a grant for those who share it, and a package for its partner and its recipient', () => {
    const both = ['PartnerEngaged', 'GrantEnded'];
    expect(
      subjects(
        recorded(PartnerEngaged(engaged), { stream: 'partner-851~p1' }),
        recorded(GrantEnded({ area: '851', endedOn: '2023-03-31', reason: 'r' }), { stream: 'partner-851~p1' }),
      ),
    ).toEqual({ 'partner-851~p1': both, 'localArea-851': both, 'localArea-887': both, 'programme-p1': both });
    const all = ['PackageProposed', 'PackageWithdrawn'];
    expect(
      subjects(
        recorded(PackageProposed(packageOf('931')), { stream: 'supportPackage-k1' }),
        recorded(PackageWithdrawn({ partner: '851~p1', reason: 'r' }), { stream: 'supportPackage-k1' }),
      ),
    ).toEqual({ 'supportPackage-k1': all, 'localArea-931': all, 'localArea-851': all, 'partner-851~p1': all });
  });

  it('is read in the order of effective days', () => {
    expect(timeline.termsBy).toBe('effectiveOn');
    expect(Object.keys(timeline.columns ?? {})).toEqual(expect.arrayContaining(['subjects', 'effectiveOn']));
  });
});
