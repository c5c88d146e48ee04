import { addDays, addMonths, endOfQuarter, londonDay, startOfQuarter, type Day } from '@app/calendar';
import { earlier, fact, first, id, later, overBefore, reported, workingDays, type Data, type Owed } from './owed-facts';
import type { Entry } from './world';

/** G16 to G18. */
export function ofGrant(what: string, own: readonly Entry[]): Owed[] {
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

/** G10; nothing is owed for a grant that is over (G3, G17). */
export function ofPackage(what: string, own: readonly Entry[], streams: ReadonlyMap<string, readonly Entry[]>): Owed[] {
  const proposals: Owed[] = [];
  const grant = streams.get(`partner-${(own[0]!.event.data as Data).partner}`) ?? [];
  const ends = grant.flatMap((entry) => {
    if (entry.event.type === 'GrantReopened') return [{ end: '9999-12-31', by: fact(entry) }];
    return entry.event.type === 'GrantEnded' ? [{ end: (entry.event.data as Data).endedOn as Day, by: fact(entry) }] : [];
  });
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
