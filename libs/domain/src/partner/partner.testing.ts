import type { Actor } from '@app/event-sourcing';
import { LEGAL_BASIS } from '../programme/grant-terms';
import { programmeStream } from '../programme/programme.stream';
import { foundAfter, grantBody, programmeId, running } from '../programme/programme.testing';
import type { PackageEvent } from '../support-package/support-package.events';
import { PackageApproved, PackageProposed } from '../support-package/support-package.events';
import { packageStream } from '../support-package/support-package.stream';
import {
  ClaimApproved,
  CostsClaimed,
  DeliveryRecorded,
  EligibilityBreached,
  PartnerEngaged,
  PartnerEngagedAtDiscretion,
  RateAgreed,
  WorkTerminated,
} from './partner.events';

/** An illustrative grant to Portsmouth: no real one is on public record. */
export const partnerId = '851~project_5369';
export const award = grantBody.award;
export const contact: Actor = { who: 'u-partner', role: 'la-contact', areas: ['851'] };
export const programme = foundAfter(programmeStream, programmeId, ...running);

export const engaged = PartnerEngaged({
  area: '851',
  others: [],
  programme: programmeId,
  award,
  application: grantBody.application,
  pence: grantBody.pence,
  from: '2022-01-01',
  until: '2023-03-31',
  engagedOn: '2021-12-15',
  legalBasis: LEGAL_BASIS,
  facts: [{ area: '851', factsUpTo: 2 }],
  evidence: [{ area: '851', excellence: 'met' }],
  judgedBy: 'programme-project_5369@2',
});

export const engagedAtDiscretion = PartnerEngagedAtDiscretion({
  area: '887',
  programme: programmeId,
  pence: 500_000,
  from: '2022-05-02',
  until: '2022-08-31',
  engagedOn: '2022-05-02',
  reportsAgreed: false,
  reason: 'Needed at once',
});

export const breached = EligibilityBreached({
  area: '851',
  rule: 'G13-deficit',
  balance: '-1.00',
  threshold: '-1.00',
  fact: 'localArea-851@4',
  ruleSet: 'notice-2021',
  effectiveOn: '2022-03-31',
  judgedBy: 'localArea-851@4',
  factsUpTo: 4,
});

export const terminated = WorkTerminated({
  area: '851',
  terminatedOn: '2022-06-20',
  claimableUntil: '2022-07-31',
  rules: ['G13-deficit'],
  reason: 'The deficit is not short-lived',
});

/** A director at £800 a day. */
export const rate = RateAgreed({ person: 'director-1', grade: 'executive', pence: 80_000, from: '2022-01-01' });

/** A package as a decision finds it: of 40 days for Medway, approved on 1 Feb 2022. */
export const packageFound = (id = 'medway_1', ...more: PackageEvent[]) =>
  foundAfter(
    packageStream,
    id,
    PackageProposed({
      partner: partnerId,
      recipient: id.startsWith('medway') ? '887' : '931',
      options: ['workforce-development'],
      executiveDays: 10,
      managementDays: 30,
      days: 40,
      proposedOn: '2022-01-10',
    }),
    PackageApproved({ partner: partnerId, approvedOn: '2022-02-01', reason: 'Meets the need' }),
    ...more,
  );

/** Hours of the director for the Medway package, alone on their day. */
export const hours = (day: string, minutes = 420, person = 'director-1') =>
  DeliveryRecorded({ package: 'medway_1', recipient: '887', person, day, minutes, minutesOnDay: minutes, isDay: minutes >= 420 });

/** A claim that waits, of the director's days at £800; overheads in pence. */
export const claimed = (claim: string, days: string[], overheadsPence = 0, ratePence = 80_000) =>
  CostsClaimed({
    claim,
    award,
    dayCostsPence: days.length * ratePence,
    overheadsPence,
    totalPence: days.length * ratePence + overheadsPence,
    claimedOn: '2022-04-01',
    lines: [{ person: 'director-1', ratePence, days }],
    overheads:
      overheadsPence === 0
        ? []
        : [{ item: 'reports', charge: 'quarterly-progress-reports', pence: overheadsPence, evidence: 'Two days of an officer' }],
  });

/** The approval of such a claim, with what was approved on the award before. */
export const approvedClaim = ({ data }: ReturnType<typeof claimed>, before = 0, awardPence = grantBody.pence) =>
  ClaimApproved({
    claim: data.claim,
    award,
    dayCostsPence: data.dayCostsPence,
    overheadsPence: data.overheadsPence,
    totalPence: data.totalPence,
    approvedOn: '2022-04-10',
    approvedOnAwardPence: before + data.totalPence,
    awardRemainingPence: awardPence - before - data.totalPence,
  });
