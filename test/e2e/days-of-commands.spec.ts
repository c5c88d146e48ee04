import { features } from '@app/domain';
import { Refused, type Feature } from '@app/event-sourcing';
import { getMetadataStorage } from 'class-validator';
import { decided, playedExample, type Asked } from './example-world';
import { LEAD_UPS, ledUpTo, Stood } from './lead-ups';

/** Days that can lie ahead: what is due, scheduled, funded or agreed until then, or begins by an order already made. */
const AHEAD = [
  'AddAction.dueOn',
  'AgreeNextStep.dueOn',
  'CorrectEngagementAtDiscretion.until',
  'CorrectLocalAreaCodes.from',
  'CorrectOrder.completesOn',
  'CorrectProgramme.fundingUntil',
  'CorrectRisk.nextReviewOn',
  'DecideOnBreach.claimableUntil',
  'EngageAtDiscretion.until',
  'NameCover.to',
  'NameLevelHolder.from',
  'NameStandIn.to',
  'OpenProgramme.fundingUntil',
  'PlaceOrder.completesOn',
  'RaiseRisk.nextReviewOn',
  'ReassessRisk.nextReviewOn',
  'RebaselineAction.dueOn',
  'RecodeLocalArea.from',
  'RegisterLocalArea.from',
  'ReopenRisk.nextReviewOn',
  'RequestManagementInformation.dueOn',
  'RescheduleDeepDive.scheduledFor',
  'RescheduleNextStep.dueOn',
  'ReturnActionPlan.dueOn',
  'ScheduleDeepDive.scheduledFor',
  'SucceedLocalArea.succeededOn',
];

/** Days that can lie long before anything on record: facts are older than their record, and a first record has none before it. */
const LONG_AGO = [
  'CorrectCareRating.publishedOn',
  'CorrectDiagnostic.madeOn',
  'CorrectEngagementAtDiscretion.engagedOn',
  'CorrectEngagementAtDiscretion.from',
  'CorrectImprovementNotice.issuedOn',
  'CorrectInterventionMembership.from',
  'CorrectLocalAreaCodes.from',
  'CorrectLocalAreaPartner.from',
  'CorrectOrder.orderedOn',
  'CorrectRisk.raisedOn',
  'CorrectSliPartnership.from',
  'EngageAtDiscretion.engagedOn',
  'EngageAtDiscretion.from',
  'IssueImprovementNotice.issuedOn',
  'MitigateRisk.mitigatedOn',
  'NameCover.from',
  'NameLevelHolder.from',
  'NameStandIn.from',
  'OpenCase.openedOn',
  'PlaceOrder.orderedOn',
  'RaiseRisk.raisedOn',
  'RecodeLocalArea.from',
  'RecordCareRating.publishedOn',
  'RecordDiagnostic.madeOn',
  'RecordInterventionJoining.from',
  'RecordPartnerJoining.from',
  'RecordSliPartnership.from',
  'RegisterLocalArea.from',
  'SucceedLocalArea.succeededOn',
];

const daysOf = ({ command }: Feature): string[] =>
  getMetadataStorage()
    .getTargetValidationMetadatas(command, '', false, false)
    .filter(({ name }) => name === 'isDay')
    .map(({ propertyName }) => propertyName);

interface Tried {
  readonly field: string;
  readonly taken: boolean;
  /** Of a refusal. */
  readonly rule?: string;
}

/** Each day of a command that is taken as it stands, put elsewhere. */
function triedWith(day: string): { tried: Tried[]; onTheWay: (asked: Asked) => void } {
  const tried: Tried[] = [];
  const onTheWay = (asked: Asked): void => {
    if (!isTaken(asked)) return;
    for (const name of daysOf(asked.feature)) {
      const field = `${asked.feature.command.name}.${name}`;
      try {
        decided({ ...asked, body: { ...asked.body, [name]: day } });
        tried.push({ field, taken: true });
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        tried.push({ field, taken: false, rule: error.rule });
      }
    }
  };
  return { tried, onTheWay };
}

function isTaken(asked: Asked): boolean {
  try {
    return decided(asked).length > 0;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

describe('a day on which nothing can have happened', () => {
  const ahead = triedWith('2199-12-31');
  const longAgo = triedWith('1900-01-01');
  beforeAll(() => {
    const stood = new Stood();
    const both = (asked: Asked): void => [ahead, longAgo].forEach(({ onTheWay }) => onTheWay(asked));
    const world = playedExample((asked) => {
      both(asked);
      stood.see(asked);
    });
    for (const feature of features) {
      for (const { id, body } of feature.examples ?? []) {
        const actor = { who: 'u-1', role: feature.roles[0]!, subject: 's_adviser', areas: ['851'] };
        both({ world, feature, id, body, now: '2025-04-01T11:00:00.000Z', actor });
      }
      if (LEAD_UPS[feature.command.name]) both(ledUpTo(feature, world, stood));
    }
  });

  it('is tried in every day that a person can give with a command', () => {
    const triedFields = new Set(ahead.tried.map(({ field }) => field));
    const given = features
      .filter(({ roles }) => roles.some((role) => role !== 'system'))
      .flatMap((feature) => daysOf(feature).map((name) => `${feature.command.name}.${name}`));
    expect(given.length).toBeGreaterThan(100);
    expect(given.filter((field) => !triedFields.has(field))).toEqual([]);
    expect(Object.keys(LEAD_UPS).filter((name) => !ahead.tried.some(({ field }) => field.startsWith(`${name}.`)))).toEqual([]);
  });

  it.each([
    ['ahead', ahead.tried, AHEAD],
    ['long ago', longAgo.tried, LONG_AGO],
  ])('lies %s and is refused by a rule in every command, but for the days that can (P5)', (_when, tried, allowed) => {
    expect(tried.length).toBeGreaterThan(300);
    expect([...new Set(tried.filter(({ taken }) => taken).map(({ field }) => field))].sort()).toEqual(allowed);
    expect(tried.filter(({ taken, rule }) => !taken && !/^[GCAJEP]\d{1,2}(, [GCAJEP]\d{1,2})*$/.test(rule ?? ''))).toEqual([]);
  });
});
