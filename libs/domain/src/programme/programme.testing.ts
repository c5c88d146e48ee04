import type { Actor, DomainEvent, Found, Stream } from '@app/event-sourcing';
import { stateAfter } from '@app/event-sourcing/testing';
import { LEGAL_BASIS, NOTICE_SUPPORT_OPTIONS } from './grant-terms';
import {
  AwardAccepted,
  DeliveryObjectivesConfirmed,
  FurtherFundingApproved,
  GrantAwarded,
  ProgrammeExtended,
  ProgrammeOpened,
  type ProgrammeEvent,
} from './programme.events';

/** The published notice 2021/S 000-021741, for the specs. */
export const notice = {
  title: 'Sector-Led Improvement Partners for Special Educational Needs and Disability (SEND)',
  noticeId: '2021/S 000-021741',
  ocid: 'ocds-h6vhtk-02dc5c',
  reference: 'project_5369',
  mainCpvCode: '80000000',
  additionalCpvCodes: ['80340000'],
  publishedAt: '2021-09-02T11:49:00.000Z',
  applicationsCloseAt: '2021-11-01T12:00:00.000Z',
  fundingFrom: '2022-01-01',
  fundingUntil: '2023-03-31',
  maximumPence: 51_800_000,
};

export const programmeId = notice.reference;
export const grantManager: Actor = { who: 'u-grants', role: 'grant-manager' };
export const deputyDirector: Actor = { who: 'u-deputy', role: 'deputy-director' };

export const opened = ProgrammeOpened({ ...notice, extendableUntil: '2024-03-31', options: [...NOTICE_SUPPORT_OPTIONS] });

/** An illustrative award: no real one is on public record. */
export const grantBody = {
  award: 'illustrative_award',
  partner: '851',
  others: [] as string[],
  application: 'illustrative_bid',
  period: 'initial' as 'initial' | 'extension',
  pence: 12_000_000,
  objectives: [
    { objective: 'recipients_improve', aim: 'Recipients improve their EHC plan processes', measure: 'Share of plans within 20 weeks' },
  ],
  awardedOn: '2021-12-01',
  reason: 'Strong evidence of impact',
};

export const awarded = (change: Partial<typeof grantBody> = {}) =>
  GrantAwarded({
    ...grantBody,
    ...change,
    legalBasis: LEGAL_BASIS,
    facts: [{ area: '851', factsUpTo: 2 }],
    evidence: [{ area: '851', excellence: 'met' }],
    judgedBy: ['application-illustrative_bid@14', 'localArea-851@2'],
  });
export const accepted = AwardAccepted({ award: grantBody.award, acceptedOn: '2021-12-10' });
export const delivered = DeliveryObjectivesConfirmed({
  award: grantBody.award,
  objectives: ['recipients_improve'],
  outstanding: [],
  confirmedOn: '2023-01-20',
  evidence: 'Measured in the last quarter',
});
export const furtherFunding = FurtherFundingApproved({
  pence: 20_000_000,
  until: '2024-03-31',
  approvedOn: '2023-02-01',
  reason: 'Approved in the budget',
});
export const extended = ProgrammeExtended({
  from: '2023-04-01',
  until: '2024-03-31',
  maximumPence: 20_000_000,
  delivered: [grantBody.award],
  extendedOn: '2023-02-10',
  reason: 'Objectives are met',
});

/** Opened, awarded to Portsmouth as an illustration, accepted. */
export const running: readonly ProgrammeEvent[] = [opened, awarded(), accepted];

/** Another stream as a decision finds it after its events. */
export function foundAfter<S, E extends DomainEvent>(stream: Stream<S, E>, id: string, ...events: E[]): Found<S> {
  const revision = events.length - 1;
  return { id, state: stateAfter(stream, events, id), revision, judgedBy: `${stream.category}-${id}@${revision}` };
}
