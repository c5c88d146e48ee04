import type { ContractEvent, PackageEvent, PartnerEvent } from '@app/domain/events';
import { changed, present, put } from '../lists';
import { type JourneyLines } from './journey-lists';
import type {
  JourneyBreach,
  JourneyContract,
  JourneyGrant,
  JourneyPackage,
  JourneyReport,
  LocalAreaJourney,
} from './local-area-journey.view';

const onContract = (row: LocalAreaJourney, contract: string, change: (one: JourneyContract) => JourneyContract): LocalAreaJourney => ({
  ...row,
  contracts: changed(row.contracts, (one) => one.contract === contract, change),
});

/** Whether a report on a period is about the area: from its day on about a successor, and no longer about whom it succeeds (reading 26). */
const isAbout = ({ succeeds, passesOn }: JourneyContract, period: string): boolean =>
  (succeeds === undefined || succeeds.some(({ from }) => from <= period)) && (passesOn === undefined || period < passesOn);

/** The report on the latest period stands, whenever it came in. */
function withReport(
  row: LocalAreaJourney,
  contract: string,
  area: string,
  data: { period: string; periodEndsOn: string; area?: string },
  status: JourneyReport['status'],
): LocalAreaJourney {
  if (data.area !== undefined && data.area !== area) return row;
  const { period, periodEndsOn } = data;
  return onContract(row, contract, (one) =>
    !isAbout(one, period) || (one.lastReport && one.lastReport.period > period)
      ? one
      : { ...one, lastReport: { period, periodEndsOn, status } },
  );
}

/** With an end as it follows where something was taken back; a completion stays where the end does. */
const endedAnew = (one: JourneyContract, endsOn: string, endedEarly: boolean): JourneyContract => ({
  ...one,
  status: endedEarly ? 'ended-early' : one.status === 'completed' && one.endsOn === endsOn ? 'completed' : 'binding',
  endsOn,
});

/** Contracts under which the area is advised (C1 to C10). */
export const contractLines: JourneyLines<ContractEvent> = {
  OrderPlaced: (row, { number, title, supplier, commencesOn, completesOn }) => ({
    ...row,
    contracts: [
      ...row.contracts,
      { contract: number, title, supplier, status: 'placed', commencesOn, endsOn: completesOn, rhythm: 'monthly' },
    ],
  }),
  OrderCorrected: (row, { areas, title, supplier, commencesOn, endsOn, binding }, { streamId }, key) => {
    const others = row.contracts.filter((one) => one.contract !== streamId);
    const known = row.contracts.find((one) => one.contract === streamId);
    if (!areas.includes(key) && known?.succeeds === undefined) return { ...row, contracts: others };
    const before: JourneyContract = known ?? {
      contract: streamId,
      title,
      supplier,
      status: binding ? 'binding' : 'placed',
      commencesOn,
      endsOn,
      rhythm: 'monthly',
    };
    const status = before.status === 'completed' && before.endsOn !== endsOn ? 'binding' : before.status;
    return { ...row, contracts: [...others, { ...before, title, supplier, status, commencesOn, endsOn }] };
  },
  AreaPassedToSuccessors: (row, data, { streamId }, key) => {
    const { predecessor, successors, from, title, supplier, commencesOn, endsOn, endedEarly } = data;
    if (key === predecessor) return onContract(row, streamId, (one) => ({ ...one, passedTo: successors, passesOn: from }));
    if (!successors.includes(key)) return row;
    const status = endedEarly ? 'ended-early' : 'binding';
    const known = row.contracts.find((one) => one.contract === streamId);
    if (known)
      return onContract(row, streamId, (one) => (one.succeeds ? { ...one, succeeds: [...one.succeeds, { predecessor, from }] } : one));
    const joined: JourneyContract = {
      contract: streamId,
      title,
      supplier,
      status,
      commencesOn,
      endsOn,
      succeeds: [{ predecessor, from }],
      rhythm: 'monthly',
    };
    return { ...row, contracts: [...row.contracts, joined] };
  },
  AreaPassingWithdrawn: (row, { predecessor, successors, leaving }, { streamId }, key) => {
    if (leaving.includes(key)) return { ...row, contracts: row.contracts.filter((one) => one.contract !== streamId) };
    if (key === predecessor) return onContract(row, streamId, ({ passedTo: _to, passesOn: _on, ...one }) => one);
    if (!successors.includes(key)) return row;
    return onContract(row, streamId, (one) =>
      one.succeeds ? { ...one, succeeds: one.succeeds.filter((other) => other.predecessor !== predecessor) } : one,
    );
  },
  OrderWithdrawn: (row, _data, { streamId }) => onContract(row, streamId, (one) => ({ ...one, status: 'withdrawn' })),
  OrderDeclined: (row, _data, { streamId }) => onContract(row, streamId, (one) => ({ ...one, status: 'declined' })),
  OrderAccepted: (row, { binding }, { streamId }) => (binding ? onContract(row, streamId, (one) => ({ ...one, status: 'binding' })) : row),
  ContractExtended: (row, { completion }, { streamId }) =>
    onContract(row, streamId, (one) => ({ ...one, status: 'binding', endsOn: completion })),
  ExtensionCorrected: (row, { completion }, { streamId }) =>
    onContract(row, streamId, (one) => ({ ...one, status: 'binding', endsOn: completion })),
  ExtensionRecordWithdrawn: (row, { endsOn, endedEarly }, { streamId }) =>
    onContract(row, streamId, (one) => endedAnew(one, endsOn, endedEarly)),
  BreakAnswered: (row, { endsOn }, { streamId }) => onContract(row, streamId, (one) => ({ ...one, endsOn })),
  BreakAnswerWithdrawn: (row, { endsOn, endedEarly }, { streamId }) =>
    onContract(row, streamId, (one) => endedAnew(one, endsOn, endedEarly)),
  ContractEndedEarly: (row, { endsOn }, { streamId }) => onContract(row, streamId, (one) => ({ ...one, status: 'ended-early', endsOn })),
  EarlyEndWithdrawn: (row, { endsOn }, { streamId }) => onContract(row, streamId, (one) => ({ ...one, status: 'binding', endsOn })),
  ContractCompleted: (row, { endsOn }, { streamId }) =>
    onContract(row, streamId, (one) => (one.status === 'ended-early' ? one : { ...one, status: 'completed', endsOn })),
  ReportingIncreased: (row, { area, rhythm }, { streamId }, key) =>
    area === key ? onContract(row, streamId, (one) => ({ ...one, rhythm })) : row,
  ReportingEased: (row, { area, rhythm }, { streamId }, key) =>
    area === key ? onContract(row, streamId, (one) => ({ ...one, rhythm })) : row,
  ReportSubmitted: (row, data, { streamId }, key) => withReport(row, streamId, key, data, 'submitted'),
  ReportReturned: (row, data, { streamId }, key) => withReport(row, streamId, key, data, 'returned'),
  ReportAccepted: (row, data, { streamId }, key) => withReport(row, streamId, key, data, 'accepted'),
};

const onGrant = (row: LocalAreaJourney, grant: string, change: (one: JourneyGrant) => JourneyGrant): LocalAreaJourney => ({
  ...row,
  grants: changed(row.grants, (one) => one.grant === grant, change),
});

const engaged = (
  row: LocalAreaJourney,
  grant: string,
  { programme, from, until }: { programme: string; from: string; until: string },
  atDiscretion: boolean,
): LocalAreaJourney => ({
  ...row,
  grants: [...row.grants, { grant, programme, status: 'engaged', atDiscretion, from, until, breaches: [] }],
});

const withoutGrant = (row: LocalAreaJourney, grant: string): LocalAreaJourney => ({
  ...row,
  grants: row.grants.filter((one) => one.grant !== grant),
});

const isBreach =
  ({ area, rule }: Pick<JourneyBreach, 'area' | 'rule'>) =>
  (one: JourneyBreach): boolean =>
    one.area === area && one.rule === rule;

const sinceOf = ({ since }: JourneyBreach): string => since;

/** Grants that the area holds or shares (G16, G17). */
export const grantLines: JourneyLines<PartnerEvent> = {
  PartnerEngaged: (row, data, { streamId }) => engaged(row, streamId, data, false),
  PartnerEngagedAtDiscretion: (row, data, { streamId }) => engaged(row, streamId, data, true),
  EngagementAtDiscretionCorrected: (row, { from, fundedUntil }, { streamId }) =>
    onGrant(row, streamId, (one) => ({ ...one, from, until: fundedUntil })),
  PartnerEngagementWithdrawn: (row, _data, { streamId }) => withoutGrant(row, streamId),
  EngagementAtDiscretionWithdrawn: (row, _data, { streamId }) => withoutGrant(row, streamId),
  GrantExtended: (row, { until }, { streamId }) =>
    onGrant(row, streamId, (one) => ({ ...one, until: until > one.until ? until : one.until })),
  GrantExtensionWithdrawn: (row, { fundedUntil }, { streamId }) => onGrant(row, streamId, (one) => ({ ...one, until: fundedUntil })),
  GrantEnded: (row, { endedOn }, { streamId }) => onGrant(row, streamId, (one) => ({ ...one, status: 'ended', endedOn })),
  GrantReopened: (row, _data, { streamId }) =>
    onGrant(row, streamId, ({ endedOn: _ended, ...one }) => ({
      ...one,
      status: one.terminatedOn === undefined ? 'engaged' : 'terminated',
    })),
  WorkTerminated: (row, { terminatedOn }, { streamId }) =>
    onGrant(row, streamId, (one) => ({ ...one, status: 'terminated', terminatedOn })),
  TerminationReversed: (row, _data, { streamId }) =>
    onGrant(row, streamId, ({ terminatedOn: _terminated, ...one }) => ({
      ...one,
      status: 'engaged',
      breaches: one.breaches.map(({ decision: _decision, remedyBy: _remedyBy, ...breach }) => breach),
    })),
  EligibilityBreached: (row, { area, rule, effectiveOn }, { streamId }) =>
    onGrant(row, streamId, (one) => ({
      ...one,
      breaches: put(one.breaches, isBreach({ area, rule }), { area, rule, since: effectiveOn }, sinceOf),
    })),
  EligibilityRestored: (row, data, { streamId }) =>
    onGrant(row, streamId, (one) => ({ ...one, breaches: one.breaches.filter((breach) => !isBreach(data)(breach)) })),
  BreachDecided: (row, { area, rule, decision, remedyBy }, { streamId }) =>
    onGrant(row, streamId, (one) => ({
      ...one,
      breaches: changed(one.breaches, isBreach({ area, rule }), ({ remedyBy: _before, ...breach }) =>
        present({ ...breach, decision, remedyBy }),
      ),
    })),
};

const onPackage = (row: LocalAreaJourney, id: string, change: (one: JourneyPackage) => JourneyPackage): LocalAreaJourney => ({
  ...row,
  packages: changed(row.packages, (one) => one.package === id, change),
});

const withoutPackage = (row: LocalAreaJourney, id: string): LocalAreaJourney => ({
  ...row,
  packages: row.packages.filter((one) => one.package !== id),
});

/** Under the area that receives it; a package that goes to another area leaves this one. */
function withPackage(
  row: LocalAreaJourney,
  area: string,
  id: string,
  { partner, recipient, days }: { partner: string; recipient: string; days: number },
  status: JourneyPackage['status'],
): LocalAreaJourney {
  const others = withoutPackage(row, id);
  return recipient === area ? { ...others, packages: [...others.packages, { package: id, partner, days, status }] } : others;
}

const closed = (row: LocalAreaJourney, id: string, status: JourneyPackage['status']): LocalAreaJourney =>
  onPackage(row, id, (one) => ({ ...one, status, was: one.was ?? one.status }));

/** Support that the area receives (G10, G11, G17). */
export const packageLines: JourneyLines<PackageEvent> = {
  PackageProposed: (row, data, { streamId }, area) => withPackage(row, area, streamId, data, 'proposed'),
  PackageRescoped: (row, data, { streamId }, area) => withPackage(row, area, streamId, data, 'approved'),
  PackageApproved: (row, _data, { streamId }) => onPackage(row, streamId, (one) => ({ ...one, status: 'approved' })),
  PackageReturned: (row, _data, { streamId }) => onPackage(row, streamId, (one) => ({ ...one, status: 'returned' })),
  PackageAnswerWithdrawn: (row, _data, { streamId }) => onPackage(row, streamId, (one) => ({ ...one, status: 'proposed' })),
  PackageWithdrawn: (row, _data, { streamId }) => closed(row, streamId, 'withdrawn'),
  PackageCompleted: (row, _data, { streamId }) => closed(row, streamId, 'completed'),
  PackageTerminated: (row, _data, { streamId }) => closed(row, streamId, 'terminated'),
  PackageReinstated: (row, _data, { streamId }) => onPackage(row, streamId, ({ was, ...one }) => ({ ...one, status: was ?? one.status })),
};
