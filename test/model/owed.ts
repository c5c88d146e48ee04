import {
  addDays,
  addMonths,
  addWorkingDays,
  endOfMonth,
  endOfQuarter,
  lastInstantOf,
  londonDay,
  startOfQuarter,
  type Day,
} from '@app/calendar';
import type { Entry } from './world';

/** Something on record, and since when. */
export interface Fact {
  readonly at: string;
  /** Day on which it was so. */
  readonly on: Day;
  readonly event: string;
}

/** One duty, as the rules have it from everything that people have recorded. */
export interface Owed {
  readonly id: string;
  readonly from: Day;
  readonly due: Day;
  readonly met?: Fact;
  /** It was met because its cause has gone: nothing came late. */
  readonly gone?: boolean;
  /** What it served has ended. */
  readonly ended?: Fact;
  readonly level: 1 | 2 | 3;
  /** A second lapse in a row within it starts a level higher. */
  readonly series?: string;
  /** Goes to the case lead, or who covers. */
  readonly lead?: boolean;
}

type Data = any;
const fact = ({ meta }: Entry): Fact => ({ at: meta.recordedAt, on: meta.effectiveOn, event: `${meta.stream}@${meta.revision}` });
const first = (...facts: (Fact | undefined)[]): Fact | undefined =>
  facts.filter((one) => one !== undefined).sort((a, b) => (a.at < b.at ? -1 : 1))[0];
const workingDays = (day: Day, count: number): Day => addWorkingDays(day, count).day;
const earlier = (one: Day, other: Day): Day => (one < other ? one : other);
const later = (one: Day, other: Day): Day => (one > other ? one : other);
const id = (definition: string, what: string, period: string): string => `${definition}~${what}~${period}`.replaceAll('-', '_');

/** Since when the record has said, without a break, that the last day lies before a day. */
const overBefore = (day: Day, ends: readonly { end: Day; by: Fact }[]): Fact | undefined => {
  let since: Fact | undefined;
  for (const { end, by } of ends) since = end < day ? (since ?? by) : undefined;
  return since;
};

/** A report that came in time and was returned has some working days from its return; it is met by the last one, unless that was returned. */
function reported(due: Day, entries: readonly Entry[], resubmission: number): { due: Day; met?: Fact } {
  let submitted: Fact | undefined;
  let inTime = true;
  for (const entry of entries) {
    if (entry.event.type.endsWith('Submitted')) {
      submitted = fact(entry);
      inTime &&= submitted.at <= lastInstantOf(due);
    } else {
      submitted = undefined;
      if (inTime) due = later(due, workingDays(londonDay(entry.meta.recordedAt), resubmission));
    }
  }
  return { due, met: submitted };
}

/** From one occurrence to the next, in the order in which they were recorded. */
function stretches(base: Day, occurrences: readonly { day: Day; by: Fact }[]): { from: Day; met?: Fact }[] {
  const found: { from: Day; met?: Fact }[] = [{ from: base }];
  for (const { day, by } of occurrences) {
    if (day <= found.at(-1)!.from) continue;
    found.at(-1)!.met = { ...by, on: day };
    found.push({ from: day });
  }
  return found;
}

/** Everything owed to anyone, by what was recorded so far. */
export function owed(entries: readonly Entry[]): Owed[] {
  const streams = new Map<string, Entry[]>();
  for (const entry of entries) streams.set(entry.meta.stream, [...(streams.get(entry.meta.stream) ?? []), entry]);
  const found: Owed[] = [];
  for (const [name, own] of streams) {
    const what = name.slice(name.indexOf('-') + 1);
    if (name.startsWith('contract-')) found.push(...ofContract(what, own));
    if (name.startsWith('improvementCase-')) found.push(...ofCase(what, own, streams));
    if (name.startsWith('localArea-')) found.push(...ofNotices(what, own), ...ofLiaison(what, own, streams));
    if (name.startsWith('risk-')) found.push(...ofRisk(what, own));
    if (name.startsWith('partner-')) found.push(...ofGrant(what, own));
    if (name.startsWith('supportPackage-')) found.push(...ofPackage(what, own));
  }
  return found;
}

/** C1, C4 to C6: the binding acceptance, and every end that was ever set. */
function termOf(own: readonly Entry[]): { binding: Data; ends: { end: Day; by: Fact }[]; end: Day } | undefined {
  const binding = own.find(({ event }) => event.type === 'OrderAccepted' && (event.data as Data).binding);
  if (!binding) return undefined;
  const set = ['OrderAccepted', 'ContractExtended', 'BreakAnswered', 'ContractEndedEarly', 'EarlyEndWithdrawn', 'ContractCompleted'];
  const ends = own
    .filter(({ event, meta }) => set.includes(event.type) && meta.revision >= binding.meta.revision)
    .map((entry) => ({
      end: ((data: Data) => data.endsOn ?? data.completion ?? data.completesOn)(entry.event.data) as Day,
      by: fact(entry),
    }));
  return { binding: binding.event.data, ends, end: ends.at(-1)!.end };
}

function ofContract(what: string, own: readonly Entry[]): Owed[] {
  const term = termOf(own);
  if (!term) return [];
  const { binding, ends, end } = term;
  const of = (type: string, test: (data: Data) => boolean = () => true) =>
    own.filter(({ event }) => event.type === type && test(event.data));
  const met = (type: string, test?: (data: Data) => boolean): Fact | undefined => of(type, test).map(fact)[0];
  /** The first of a kind, on the day that was recorded for it last. */
  const metOn = (type: string, correction: string, test: (entry: Entry) => boolean): Fact | undefined => {
    const recorded = of(type).filter(test).map(fact)[0];
    return recorded && { ...recorded, on: of(correction).filter(test).map(fact).at(-1)?.on ?? recorded.on };
  };
  const start: Day = binding.commencesOn;
  const found: Owed[] = [];
  const quality = addDays(start, 14); // C11
  const notHeld = of('QualityDiscussionWithdrawn').at(-1)?.meta.revision ?? -1;
  found.push({
    id: id('quality_approach', what, start),
    from: start,
    due: quality,
    met: metOn('QualityApproachDiscussed', 'QualityApproachCorrected', ({ meta }) => meta.revision > notHeld),
    ended: overBefore(quality, ends),
    level: 1,
  });
  const breakOn: Day | undefined = (of('OrderPlaced').at(-1)!.event.data as Data).breakOn; // C4
  if (breakOn)
    found.push({
      id: id('break_answer', what, breakOn),
      from: start,
      due: breakOn,
      met: met('BreakAnswered'),
      ended: overBefore(breakOn, ends),
      level: 3,
    });
  for (const { event } of of('ManagementInformationRequested')) {
    // C12
    const { request, requestedOn, dueOn } = event.data as Data;
    const cancelled = met('ManagementInformationRequestCancelled', (data) => data.request === request);
    found.push({
      id: id('management_information', what, request),
      from: requestedOn,
      due: dueOn,
      met: metOn(
        'ManagementInformationProvided',
        'ManagementInformationCorrected',
        (entry) => (entry.event.data as Data).request === request,
      ),
      ended: first(cancelled, overBefore(dueOn, ends)),
      level: 1,
      series: `management_information ${what}`,
    });
  }
  const reports = (from: Day, area?: string) =>
    own.filter(
      ({ event }) =>
        (event.type === 'ReportSubmitted' || event.type === 'ReportReturned') &&
        (event.data as Data).period === from &&
        (event.data as Data).area === area,
    );
  const report = (from: Day, to: Day, area?: string): void => {
    const period = area === undefined ? from : `${area}.${from}`;
    found.push({
      id: id('monthly_report', what, period),
      from,
      ...reported(addDays(to, 10), reports(from, area), 5),
      level: 1,
      series: `monthly_report ${what} ${area}`,
    });
  };
  for (let from = start; from <= end; from = addDays(endOfMonth(from), 1)) report(from, earlier(endOfMonth(from), end)); // C9
  const rhythms = new Map<string, { from: Day; periodDays?: number }[]>(); // C10
  for (const { event } of own.filter(({ event: { type } }) => type === 'ReportingIncreased' || type === 'ReportingEased')) {
    const { area, from, periodDays } = event.data as Data;
    rhythms.set(area, [...(rhythms.get(area) ?? []).filter((before) => before.from < from), { from, periodDays }]);
  }
  for (const [area, changes] of rhythms) {
    for (const [index, { from: begins, periodDays }] of changes.entries()) {
      const last = earlier(changes[index + 1] ? addDays(changes[index + 1]!.from, -1) : end, end);
      for (let from = begins; periodDays !== undefined && from <= last; from = addDays(from, periodDays))
        report(from, earlier(addDays(from, periodDays - 1), last), area);
    }
  }
  found.push({
    id: id('confidentiality_review', what, 'end'),
    from: addDays(end, 1),
    due: addDays(end, 60),
    met: of('ConfidentialityDecided').map(fact).at(-1),
    level: 1,
  }); // P1
  return found;
}

interface Occurrence {
  day: Day;
  by: Fact;
  revisions: number[];
}

interface Dated {
  readonly due: Day;
  readonly met?: Fact;
  readonly ended?: Fact;
}

/** A next step or an action of a plan: what became of it. */
function dueOn(items: Map<string, Dated>, item: string, became: string, day: Day, by: Fact): void {
  const before = items.get(item)!;
  if (became === 'Agreed' || became === 'Added') items.set(item, { due: day });
  if (became === 'Rescheduled' || became === 'Rebaselined') items.set(item, { ...before, due: day });
  if (became === 'Completed') items.set(item, { ...before, met: by });
  if (became === 'Cancelled' || became === 'Removed') items.set(item, { ...before, ended: by });
  if (became === 'Reopened') items.set(item, { due: before.due });
}

function ofCase(what: string, own: readonly Entry[], streams: ReadonlyMap<string, readonly Entry[]>): Owed[] {
  const data = (entry: Entry): Data => entry.event.data;
  let since: Day | undefined;
  let reopened = false;
  let closed: Fact | undefined;
  const outcomes = new Map<string, Fact | undefined>();
  const occurred = { deep_dive: [] as Occurrence[], stocktake: [] as Occurrence[], timeliness_update: [] as Occurrence[] };
  const inspected = what.endsWith('~inspection');
  const dives = new Map<string, Dated & { outcome: string }>();
  let submissions: { inspection: string; by: Fact; revisions: number[] }[] = [];
  const returns: { revision: number; inspection: string; returnedOn: Day; due: Day; withdrawn?: Fact }[] = [];
  const dated = { next_step: new Map<string, Dated>(), plan_action: new Map<string, Dated>() };
  const reviews = new Map<string, { heldOn: Day; contract?: string; decided?: Fact }>();
  for (const entry of own) {
    const said = data(entry);
    const by = fact(entry);
    const { revision } = entry.meta;
    const [, held] = /^(DeepDive|Stocktake|TimelinessProgress)(Recorded|Reported|Corrected)$/.exec(entry.event.type) ?? [];
    const rhythm = ({ DeepDive: 'deep_dive', Stocktake: 'stocktake', TimelinessProgress: 'timeliness_update' } as const)[held ?? ''];
    if (rhythm) {
      const list = occurred[rhythm];
      const known = list.findIndex(({ revisions }) => revisions.includes(said.corrects));
      const day: Day = said.heldOn ?? said.reportedOn;
      if (said.kind === 'apa') {
        if (known >= 0) list.splice(known, 1); // an APA deep dive does not stand in for a six-monthly one
      } else if (known >= 0) Object.assign(list[known]!, { day }).revisions.push(revision);
      else list.push({ day, by, revisions: [revision] });
    }
    const dive = dives.get(said.deepDive);
    if (held === 'DeepDive' && dive)
      dives.set(said.deepDive, { ...dive, met: said.kind !== 'apa' ? undefined : dive.met ? { ...dive.met, on: said.heldOn } : by });
    const [, item, became] = /^(NextStep|Action)([A-Z][a-z]+)$/.exec(entry.event.type) ?? [];
    if (item === 'NextStep') dueOn(dated.next_step, said.step, became!, said.dueOn, by);
    if (item === 'Action') dueOn(dated.plan_action, said.action, became!, said.dueOn, by);
    switch (entry.event.type) {
      case 'CaseOpened':
        since = said.openedOn;
        break;
      case 'CaseOpeningCorrected':
        if (!reopened) since = said.openedOn;
        break;
      case 'CaseClosed':
        closed = by;
        break;
      case 'CaseReopened':
        [since, closed, reopened] = [said.reopenedOn, undefined, true];
        break;
      case 'OutcomeAgreed':
      case 'OutcomeReinstated':
        outcomes.set(said.outcome, undefined);
        break;
      case 'OutcomeAchieved':
      case 'OutcomeWithdrawn':
        outcomes.set(said.outcome, by);
        break;
      case 'CaseRecordWithdrawn': {
        if (said.record === 'formal-review') reviews.delete(said.id);
        if (said.record === 'deep-dive' && dives.has(said.id)) dives.set(said.id, { ...dives.get(said.id)!, met: undefined });
        for (const list of Object.values(occurred))
          list.splice(0, list.length, ...list.filter(({ revisions }) => !revisions.includes(said.corrects)));
        break;
      }
      case 'DeepDiveScheduled':
        dives.set(said.deepDive, { due: said.scheduledFor, outcome: said.outcome });
        break;
      case 'DeepDiveRescheduled':
        dives.set(said.deepDive, { ...dive!, due: said.scheduledFor });
        break;
      case 'DeepDiveCancelled':
        dives.set(said.deepDive, { ...dive!, ended: by });
        break;
      case 'ActionPlanSubmitted':
        submissions.push({ inspection: said.inspection, by, revisions: [revision] });
        break;
      case 'ActionPlanSubmissionCorrected':
        for (const one of submissions)
          if (one.revisions.includes(said.corrects)) {
            one.by = { ...one.by, on: said.submittedOn };
            one.revisions.push(revision);
          }
        break;
      case 'ActionPlanWithdrawn':
        submissions = submissions.filter(({ revisions }) => !revisions.includes(said.corrects));
        break;
      case 'ActionPlanReturned':
        returns.push({ revision, inspection: said.inspection, returnedOn: said.returnedOn, due: said.dueOn });
        break;
      case 'ActionPlanAnswerWithdrawn':
        for (const one of returns) if (one.revision === said.corrects) one.withdrawn = by;
        break;
      case 'FormalReviewHeld':
        reviews.set(said.review, { heldOn: said.heldOn, contract: said.contract });
        break;
      case 'ProgressDecided':
        reviews.get(said.review)!.decided = by;
        break;
    }
  }
  if (since === undefined) return [];
  const found: Owed[] = [];
  const area = what.split('~')[0]!;
  for (const { inspection, received, outcome } of inspected ? inspectionsOf(streams.get(`localArea-${area}`) ?? []) : []) {
    // J3, reading 29
    const met = submissions.find((submission) => submission.inspection === inspection)?.by;
    const plan = { from: received, met, ended: closed };
    if (outcome === 'systemic-failings')
      found.push({ id: id('action_plan', what, inspection), due: workingDays(received, 35), ...plan, level: 2 });
    if (outcome === 'systemic-failings' || outcome === 'wsoa-required')
      found.push({ id: id('action_plan_statutory', what, inspection), due: workingDays(received, 70), ...plan, level: 3 });
  }
  for (const { revision, inspection, returnedOn, due, withdrawn } of returns) {
    const met = submissions.find((submission) => submission.inspection === inspection && submission.revisions[0]! > revision)?.by;
    found.push({
      id: id('plan_resubmission', what, `r${revision}`),
      from: returnedOn,
      due,
      met,
      ended: first(withdrawn, closed),
      level: 2,
      series: `plan_resubmission ${what} ${inspection}`,
    });
  }
  const commenced = [...streams]
    .flatMap(([name, entries]) => {
      // reading 13
      const term = name.startsWith('contract-') ? termOf(entries) : undefined;
      return term && term.binding.areas.includes(area) ? [term.binding.commencesOn as Day] : [];
    })
    .sort()[0];
  if (commenced && outcomes.size > 0) {
    // A3, J4, J5
    const ends = [...outcomes.values()];
    const over = ends.every((end) => end) ? ends.sort((a, b) => (a!.at < b!.at ? -1 : 1)).at(-1) : undefined;
    for (const [definition, list] of Object.entries(occurred).filter(([of]) => (of === 'timeliness_update') !== inspected))
      for (const { from, met } of stretches(later(since, commenced), list))
        found.push({
          id: id(definition, what, from),
          from,
          due: addMonths(from, inspected ? 6 : 1),
          met,
          ended: first(over, closed),
          level: inspected ? 2 : 1,
          series: `${definition} ${what}`,
        });
  }
  for (const [definition, items] of Object.entries(dated))
    // J3, J6
    for (const [item, { due, met, ended }] of items)
      found.push({ id: id(definition, what, item), from: '', due, met, ended: first(ended, closed), level: 1, lead: true });
  for (const [dive, { due, met, ended, outcome }] of dives)
    found.push({
      id: id('apa_deep_dive', what, dive),
      from: '',
      due,
      met,
      ended: first(ended, outcomes.get(outcome), closed),
      level: 1,
      series: `apa_deep_dive ${what} ${outcome}`,
      lead: true,
    });
  for (const [review, { heldOn, contract, decided }] of reviews) {
    // C17
    const supplier = contract === undefined ? undefined : streams.get(`contract-${contract}`);
    const term = supplier && termOf(supplier);
    if (!supplier || !term) continue;
    const due = workingDays(heldOn, 10);
    let met: Fact | undefined;
    for (const entry of supplier) {
      if (data(entry).review !== review) continue;
      if (entry.event.type === 'ProgressRecommended') met = fact(entry);
      if (entry.event.type === 'RecommendationWithdrawn') met = undefined;
    }
    found.push({
      id: id('progress_recommendation', what, review),
      from: heldOn,
      due,
      met,
      ended: first(decided, closed, overBefore(due, term.ends)),
      level: 1,
      series: `progress_recommendation ${what}`,
    });
  }
  return found;
}

/** The inspections on record whose receipt is known. */
function inspectionsOf(area: readonly Entry[]): { inspection: string; received: Day; outcome: string }[] {
  const known = new Map<string, { revisions: number[]; received?: Day; outcome: string }>();
  for (const { event, meta } of area) {
    const said = event.data as Data;
    if (event.type === 'InspectionRecorded' || event.type === 'InspectionCorrected')
      known.set(said.inspection, {
        revisions: [...(known.get(said.inspection)?.revisions ?? []), meta.revision],
        received: said.receivedOn,
        outcome: said.outcome,
      });
    if (event.type === 'InspectionReceiptRecorded') known.get(said.inspection)!.received = said.receivedOn;
    if (event.type === 'FactWithdrawn')
      for (const [inspection, { revisions }] of known) if (revisions.includes(said.corrects)) known.delete(inspection);
  }
  return [...known].flatMap(([inspection, { received, outcome }]) => (received ? [{ inspection, received, outcome }] : []));
}

/** C14. */
function ofLiaison(area: string, own: readonly Entry[], streams: ReadonlyMap<string, readonly Entry[]>): Owed[] {
  interface Membership {
    revisions: number[];
    programme: string;
    advised?: Day;
    /** What the record has said of its end, one after another. */
    said: { end: Day; by: Fact }[];
  }
  let memberships: Membership[] = [];
  const END = '9999-12-31';
  for (const entry of own) {
    const { programme, from, advisers, leftOn, corrects } = entry.event.data as Data;
    const by = fact(entry);
    const running = memberships.find((one) => one.programme === programme && (one.said.at(-1)?.end ?? END) === END);
    const corrected = memberships.find(({ revisions }) => revisions.includes(corrects));
    switch (entry.event.type) {
      case 'InterventionProgrammeJoined':
        memberships.push({ revisions: [entry.meta.revision], programme, advised: advisers ? from : undefined, said: [] });
        break;
      case 'InterventionAdvisersRecorded':
        running!.advised = advisers ? (running!.advised ?? from) : undefined;
        break;
      case 'InterventionProgrammeLeft':
        running!.said.push({ end: leftOn, by });
        break;
      case 'InterventionMembershipCorrected':
        Object.assign(corrected!, { programme, advised: advisers ? from : undefined });
        corrected!.revisions.push(entry.meta.revision);
        corrected!.said.push({ end: leftOn ?? END, by });
        break;
      case 'FactWithdrawn':
        memberships = memberships.filter((one) => one !== corrected);
    }
  }
  const found = new Map<string, Owed>();
  for (const [name, contract] of streams) {
    const term = name.startsWith('contract-') ? termOf(contract) : undefined;
    if (!term?.binding.areas.includes(area)) continue;
    const liaisons: { revisions: number[]; programme: string; day: Day; by: Fact }[] = [];
    for (const entry of contract) {
      const { programme, day, corrects } = entry.event.data as Data;
      const { revision } = entry.meta;
      const known = liaisons.findIndex(({ revisions }) => revisions.includes(corrects));
      if (entry.event.type === 'ProgrammeLiaisonRecorded') liaisons.push({ revisions: [revision], programme, day, by: fact(entry) });
      if (entry.event.type === 'ProgrammeLiaisonCorrected') Object.assign(liaisons[known]!, { programme, day }).revisions.push(revision);
      if (entry.event.type === 'ProgrammeLiaisonWithdrawn') liaisons.splice(known, 1);
    }
    const commenced: Day = term.binding.commencesOn;
    const number = name.slice('contract-'.length);
    for (const { programme, advised, said } of memberships) {
      if (advised === undefined || (said.at(-1)?.end ?? END) < commenced) continue;
      const base = later(advised, commenced);
      const own = liaisons.filter((one) => one.programme === programme);
      for (const { from, met } of stretches(base, own)) {
        const due = addMonths(from, from === base ? 1 : 3);
        const liaison = id('programme_liaison', area, `${number}.${programme}.${from}`);
        found.set(liaison, {
          id: liaison,
          from,
          due,
          met,
          ended: first(overBefore(due, said), overBefore(due, term.ends)),
          level: 1,
          series: `programme_liaison ${number} ${programme}`,
        });
      }
    }
  }
  return [...found.values()];
}

/** J10. */
function ofNotices(what: string, own: readonly Entry[]): Owed[] {
  const notices = new Map<string, { revision: number; lifted?: Fact; steps: Map<string, { due: Day; met?: Fact }> }>();
  for (const entry of own) {
    const said = entry.event.data as Data;
    const notice = notices.get(said.notice);
    const stated = (before?: Map<string, { due: Day; met?: Fact }>) =>
      new Map(said.steps.map(({ step, dueOn }: Data) => [step, { ...before?.get(step), due: dueOn }])) as Map<string, { due: Day }>;
    switch (entry.event.type) {
      case 'ImprovementNoticeIssued':
        notices.set(said.notice, { revision: entry.meta.revision, steps: stated() });
        break;
      case 'ImprovementNoticeVaried':
        notice!.steps = stated(notice!.steps);
        break;
      case 'ImprovementNoticeStepConfirmed':
        notice!.steps.get(said.step)!.met = fact(entry);
        break;
      case 'NoticeStepConfirmationWithdrawn':
        notice!.steps.get(said.step)!.met = undefined;
        break;
      case 'ImprovementNoticeLifted':
        notice!.lifted = fact(entry);
        break;
      case 'ImprovementNoticeReinstated':
        notice!.lifted = undefined;
        break;
      case 'FactWithdrawn':
        for (const [key, { revision }] of notices) if (revision === said.corrects) notices.delete(key);
    }
  }
  return [...notices].flatMap(([notice, { lifted, steps }]) =>
    [...steps].map(([step, { due, met }]): Owed => ({
      id: id('notice_steps', what, `${notice}.${step}`),
      from: '',
      due,
      met,
      ended: lifted,
      level: 3,
    })),
  );
}

/** C15, E1. */
function ofRisk(what: string, own: readonly Entry[]): Owed[] {
  const reviews: { revision: number; from: Day; due: Day; met?: Fact; ended?: Fact }[] = [];
  for (const entry of own) {
    const said = entry.event.data as Data;
    const last = reviews.at(-1);
    if (entry.event.type === 'RiskCorrected') reviews[0]!.due = said.nextReviewOn;
    if (entry.event.type === 'RiskReassessed') last!.met = fact(entry);
    if (entry.event.type === 'RiskClosed') last!.ended = fact(entry);
    if (['RiskRaised', 'RiskReassessed', 'RiskReopened'].includes(entry.event.type))
      reviews.push({ revision: entry.meta.revision, from: said.raisedOn ?? said.reassessedOn ?? said.reopenedOn, due: said.nextReviewOn });
  }
  return reviews.map(({ revision, ...review }) => ({
    id: id('risk_review', what, `r${revision}`),
    ...review,
    level: 1,
    series: `risk_review ${what}`,
    lead: true,
  }));
}

/** G16 to G18. */
function ofGrant(what: string, own: readonly Entry[]): Owed[] {
  const { area: _area, engagedOn, until } = own[0]!.event.data as Data;
  const ends = own.flatMap((entry) => {
    const { type, data } = entry.event;
    return type === 'PartnerEngaged' || type === 'GrantReopened'
      ? [{ end: until as Day, by: fact(entry) }]
      : type === 'GrantEnded'
        ? [{ end: (data as Data).endedOn as Day, by: fact(entry) }]
        : [];
  });
  const of = (...types: string[]) => own.filter(({ event }) => types.includes(event.type));
  const found: Owed[] = [];
  for (let quarter = startOfQuarter(engagedOn); quarter <= until; quarter = addMonths(quarter, 3)) {
    const to = earlier(endOfQuarter(quarter), until);
    const reports = of('QuarterlyReportSubmitted', 'QuarterlyReportReturned').filter(
      ({ event }) => (event.data as Data).quarter === quarter,
    );
    found.push({
      id: id('quarterly_report', what, quarter),
      from: later(quarter, engagedOn),
      ...reported(addDays(to, 28), reports, 10),
      ended: overBefore(to, ends),
      level: 1,
      series: `quarterly_report ${what}`,
    });
  }
  for (let year = engagedOn; year <= until; year = addMonths(year, 12)) {
    const due = addDays(addMonths(year, 12), -1);
    const met = of('EligibilityConfirmed')
      .filter(({ event }) => (event.data as Data).yearFrom === year)
      .map(fact)[0];
    found.push({
      id: id('eligibility_confirmation', what, year),
      from: year,
      due,
      met,
      ended: overBefore(due, ends),
      level: 1,
      series: `eligibility_confirmation ${what}`,
    });
  }
  for (const breach of of('EligibilityBreached')) {
    const about = own.filter(
      ({ event }) => ['BreachDecided', 'EligibilityRestored'].includes(event.type) && (event.data as Data).breach === breach.meta.revision,
    );
    const due = workingDays(londonDay(breach.meta.recordedAt), 10); // reading 22
    found.push({
      id: id('breach_decision', what, `r${breach.meta.revision}`),
      from: '',
      due,
      met: about.map(fact)[0],
      gone: about[0]?.event.type === 'EligibilityRestored', // a decision that nobody need take any more
      ended: overBefore(due, ends),
      level: 3,
    });
    for (const [index, entry] of about.entries()) {
      const { remedyBy } = entry.event.data as Data;
      if (remedyBy)
        found.push({
          id: id('breach_remedy', what, `r${entry.meta.revision}`),
          from: '',
          due: remedyBy,
          met: about.slice(index + 1).map(fact)[0],
          ended: overBefore(remedyBy, ends),
          level: 3,
        });
    }
  }
  return found;
}

/** G10. */
function ofPackage(what: string, own: readonly Entry[]): Owed[] {
  const proposals: Owed[] = [];
  for (const entry of own) {
    const { event, meta } = entry;
    const last = proposals.length - 1;
    const became = (change: Partial<Owed>): Owed => (proposals[last] = { ...proposals[last]!, ...change });
    if (event.type === 'PackageProposed') {
      const recorded = londonDay(meta.recordedAt);
      proposals.push({ id: id('package_review', what, `r${meta.revision}`), from: '', due: workingDays(recorded, 10), level: 1 });
    }
    if (event.type === 'PackageApproved' || event.type === 'PackageReturned') became({ met: fact(entry) });
    if (event.type === 'PackageAnswerWithdrawn') became({ met: undefined });
    if (event.type === 'PackageWithdrawn' || event.type === 'PackageTerminated') became({ ended: fact(entry) });
    if (event.type === 'PackageReinstated') became({ ended: undefined });
  }
  return proposals;
}
