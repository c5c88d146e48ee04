import { addDays, addMonths, endOfQuarter, londonDay, startOfQuarter, type Day } from '@app/calendar';
import { earlier, fact, first, id, later, overBefore, reported, workingDays, type Data, type Fact, type Owed } from './owed-facts';
import type { Entry } from './world';

/** Every last day that a grant has had on record: as funded, as it was ended, as its work was terminated (G3, G17). */
function endsOf(own: readonly Entry[], funded: Day): { end: Day; by: Fact }[] {
  let ended: Day | undefined;
  let terminated: Day | undefined;
  const found: { end: Day; by: Fact }[] = [];
  for (const entry of own) {
    const said = entry.event.data as Data;
    if (entry.event.type === 'GrantEnded') ended = said.endedOn;
    if (entry.event.type === 'GrantReopened') ended = undefined;
    if (entry.event.type === 'WorkTerminated') terminated = said.terminatedOn;
    if (entry.event.type === 'TerminationReversed') terminated = undefined;
    const ends = [ended, terminated, funded].filter((end) => end !== undefined).sort();
    found.push({ end: ends[0]!, by: fact(entry) });
  }
  return found;
}

/** G16 to G18. */
export function ofGrant(what: string, own: readonly Entry[]): Owed[] {
  const { area: _area, engagedOn, until } = own[0]!.event.data as Data;
  const ends = endsOf(own, until);
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
    const last = of('EligibilityConfirmed', 'EligibilityConfirmationWithdrawn').findLast(
      ({ event }) => (event.data as Data).yearFrom === year,
    );
    const met = last?.event.type === 'EligibilityConfirmed' ? fact(last) : undefined;
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
    let about: Entry[] = [];
    let due = workingDays(londonDay(breach.meta.recordedAt), 10); // reading 22
    for (const entry of own) {
      if ((entry.event.data as Data).breach === breach.meta.revision && /^(BreachDecided|EligibilityRestored)$/.test(entry.event.type))
        about.push(entry);
      const open = about.length > 0 && !about.some(({ event }) => event.type === 'EligibilityRestored');
      if (entry.event.type === 'TerminationReversed' && open) {
        about = []; // to be decided on again
        due = later(due, workingDays(londonDay(entry.meta.recordedAt), 10));
      }
    }
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
  for (const doubt of of('ExcellenceDoubted')) {
    // G22
    const { area } = doubt.event.data as Data;
    const since = own.filter(({ event, meta }) => meta.revision > doubt.meta.revision && (event.data as Data).area === area);
    const end = since.find(
      ({ event }) =>
        event.type === 'ExcellenceDoubtWithdrawn' || (event.type === 'EvidenceJudgedAgain' && (event.data as Data).matter === 'excellence'),
    );
    const due = workingDays(londonDay(doubt.meta.recordedAt), 10);
    found.push({
      id: id('excellence_judgement', what, `r${doubt.meta.revision}`),
      from: '',
      due,
      met: end?.event.type === 'EvidenceJudgedAgain' ? fact(end) : undefined,
      ended: first(end?.event.type === 'ExcellenceDoubtWithdrawn' ? fact(end) : undefined, overBefore(due, ends)),
      level: 1,
    });
  }
  return found;
}

/** G10; nothing is owed for a grant that is over (G3, G17). */
export function ofPackage(what: string, own: readonly Entry[], streams: ReadonlyMap<string, readonly Entry[]>): Owed[] {
  const proposals: Owed[] = [];
  const grant = streams.get(`partner-${(own[0]!.event.data as Data).partner}`) ?? [];
  const ends = endsOf(grant, '9999-12-31');
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
  return proposals.map((proposal) => ({ ...proposal, ended: first(proposal.ended, overBefore(proposal.due, ends)) }));
}
