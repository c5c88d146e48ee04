import type { Actor } from '@app/event-sourcing';
import { LocalAreaRegistered, type LocalAreaEvent } from '../local-area/local-area.events';
import { localAreaStream } from '../local-area/local-area.stream';
import { balance, inspected2016, ofsted, rated } from '../local-area/local-area.stories';
import { ELIGIBILITY_REQUIREMENTS } from '../programme/grant-terms';
import { programmeStream } from '../programme/programme.stream';
import { foundAfter, notice, opened, programmeId } from '../programme/programme.testing';
import {
  ApplicationStarted,
  ApplicationSubmitted,
  EligibilityAssessed,
  EligibilityDeclared,
  EvidenceJudged,
  MeritAssessed,
  PeerSupportExampleAdded,
  ProposalCosted,
  StrengthEvidenced,
  SupportOptionOffered,
  type ApplicationEvent,
} from './application.events';

/** Portsmouth as published, with an illustrative rating: revisions 0 to 3, eligible on 1 Nov 2021. */
export const portsmouth: readonly LocalAreaEvent[] = [
  LocalAreaRegistered({
    name: 'Portsmouth',
    laCode: '851',
    onsCode: 'E06000044',
    region: 'South East',
    from: '1997-04-01',
    source: ofsted,
  }),
  inspected2016('2019-07-01', '2019-09-24', 0),
  rated('good', '2018-10-15'),
  balance('2020-21', '3.70'),
];

/** A local area as a decision finds it. */
export const areaFound = (id: string, ...events: LocalAreaEvent[]) => foundAfter(localAreaStream, id, ...events);

/** An illustrative bid of Portsmouth: no real one is on public record. */
export const applicationId = 'illustrative_bid';
export const applicantContact: Actor = { who: 'u-applicant', role: 'la-contact', areas: ['851'] };
export const programme = foundAfter(programmeStream, programmeId, opened);

export const started = ApplicationStarted({ programme: programmeId, lead: '851', others: [] });
export const strength = StrengthEvidenced({ strength: 'leadership', statement: 'Shared leadership', evidence: 'Inspection of 2019' });
export const offered = SupportOptionOffered({
  option: 'strategic-planning-and-leadership',
  strengths: ['leadership'],
  offer: 'Coaching of directors',
});
export const example = PeerSupportExampleAdded({
  example: 'neighbour',
  time: 'previous',
  support: 'Review of place planning',
  impact: 'Fewer placements out of area',
});
export const costing = {
  minutesPerDay: 420,
  days: [
    { grade: 'executive' as const, days: 30, dayRatePence: 80_000 },
    { grade: 'management' as const, days: 120, dayRatePence: 60_000 },
  ],
  overheads: [{ item: 'reports', charge: 'quarterly-progress-reports' as const, pence: 100_000, evidence: 'Two days a quarter' }],
};
export const costed = ProposalCosted({ ...costing, dayCostsPence: 9_600_000, overheadsPence: 100_000, totalPence: 9_700_000 });
export const declarations = ELIGIBILITY_REQUIREMENTS.map((requirement) =>
  EligibilityDeclared({ area: '851', requirement, evidence: 'Published reports' }),
);
export const submitted = ApplicationSubmitted({
  receivedAt: '2021-10-28T10:00:00.000Z',
  applicationsCloseAt: notice.applicationsCloseAt,
  quotedReference: programmeId,
  onTemplate: true,
});

/** Everything that G5 asks for: revisions 0 to 9. */
export const complete: readonly ApplicationEvent[] = [started, strength, offered, example, costed, ...declarations];

export const excellenceJudged = EvidenceJudged({
  area: '851',
  matter: 'excellence',
  judgement: 'met',
  judgedOn: '2021-11-05',
  reason: 'Evidence of impact in three areas',
});
export const meritAssessed = MeritAssessed({ recommendation: 'support', assessedOn: '2021-11-08', reason: 'A full menu' });

/** An assessment of Portsmouth up to a fact, with one result as given. */
export const assessed = (factsUpTo: number, result: 'met' | 'not-met' | 'refer' | 'unknown' = 'met') =>
  EligibilityAssessed({
    assessedOn: '2021-11-06',
    ruleSet: 'notice-2021',
    areas: [{ area: '851', results: [{ rule: 'G12', result, route: 'a' }], factsUpTo, judgedBy: `localArea-851@${factsUpTo}` }],
    eligible: result === 'met',
    referred: result === 'refer' ? ['851'] : [],
  });
