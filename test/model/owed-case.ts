import { addMonths, type Day } from '@app/calendar';
import { fact, first, id, later, overBefore, stayOf, stretches, termOf, workingDays, type Data, type Fact, type Owed } from './owed-facts';
import { contractManager } from './oracle-people';
import type { Entry } from './world';

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

export function ofCase(what: string, own: readonly Entry[], streams: ReadonlyMap<string, readonly Entry[]>): Owed[] {
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
      case 'FormalReviewCorrected':
        reviews.set(said.review, { ...reviews.get(said.review), heldOn: said.heldOn, contract: said.contract });
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
      const stay = term && stayOf(entries, area);
      return term && stay ? [stay.entered ?? (term.binding.commencesOn as Day)] : [];
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
      found.push({ id: id(definition, what, item), from: '', due, met, ended: first(ended, closed), level: 1 });
  for (const [dive, { due, met, ended, outcome }] of dives)
    found.push({
      id: id('apa_deep_dive', what, dive),
      from: '',
      due,
      met,
      ended: first(ended, outcomes.get(outcome), closed),
      level: 1,
      series: `apa_deep_dive ${what} ${outcome}`,
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
      to: contractManager(contract!),
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
