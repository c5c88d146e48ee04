import { addMonths, type Day } from '@app/calendar';
import { endsFor, fact, first, id, later, overBefore, stayOf, stretches, termOf, type Data, type Fact, type Owed } from './owed-facts';
import { contractManager } from './oracle-people';
import type { Entry } from './world';

/** C14. */
export function ofLiaison(area: string, own: readonly Entry[], streams: ReadonlyMap<string, readonly Entry[]>): Owed[] {
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
    const stay = term && stayOf(contract, area);
    if (!term || !stay) continue;
    const ends = endsFor(contract, area);
    const liaisons: { revisions: number[]; area: string; programme: string; day: Day; by: Fact }[] = [];
    for (const entry of contract) {
      const said = entry.event.data as Data;
      const { programme, day } = said;
      const { revision } = entry.meta;
      const known = liaisons.findIndex(({ revisions }) => revisions.includes(said.corrects));
      const moved = known >= 0 && liaisons[known]!.area !== said.area;
      // Of another area it is on record since the correction.
      if (entry.event.type === 'ProgrammeLiaisonRecorded' || (entry.event.type === 'ProgrammeLiaisonCorrected' && moved))
        liaisons.push({ revisions: [revision], area: said.area, programme, day, by: fact(entry) });
      else if (entry.event.type === 'ProgrammeLiaisonCorrected')
        Object.assign(liaisons[known]!, { programme, day }).revisions.push(revision);
      if (entry.event.type === 'ProgrammeLiaisonWithdrawn' || moved) liaisons.splice(known, 1);
    }
    const commenced: Day = stay.entered ?? term.binding.commencesOn;
    const number = name.slice('contract-'.length);
    for (const { programme, advised, said } of memberships) {
      if (advised === undefined || (said.at(-1)?.end ?? END) < commenced) continue;
      const base = later(advised, commenced);
      const own = liaisons.filter((one) => one.area === area && one.programme === programme);
      for (const { from, met } of stretches(base, own)) {
        const due = addMonths(from, from === base ? 1 : 3);
        const liaison = id('programme_liaison', area, `${number}.${programme}.${from}`);
        found.set(liaison, {
          id: liaison,
          from,
          due,
          met,
          ended: first(overBefore(due, said), overBefore(due, ends)),
          level: 1,
          series: `programme_liaison ${area} ${number} ${programme}`,
          to: contractManager(number),
        });
      }
    }
  }
  return [...found.values()];
}

/** J10. */
export function ofNotices(what: string, own: readonly Entry[]): Owed[] {
  const notices = new Map<string, { revisions: number[]; lifted?: Fact; steps: Map<string, { due: Day; met?: Fact }> }>();
  for (const entry of own) {
    const said = entry.event.data as Data;
    const notice = notices.get(said.notice);
    const stated = (before?: Map<string, { due: Day; met?: Fact }>) =>
      new Map(said.steps.map(({ step, dueOn }: Data) => [step, { ...before?.get(step), due: dueOn }])) as Map<string, { due: Day }>;
    switch (entry.event.type) {
      case 'ImprovementNoticeIssued':
        notices.set(said.notice, { revisions: [entry.meta.revision], steps: stated() });
        break;
      case 'ImprovementNoticeCorrected':
        notice!.revisions.push(entry.meta.revision);
        notice!.steps = stated(notice!.steps);
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
        for (const [key, { revisions }] of notices) if (revisions.includes(said.corrects)) notices.delete(key);
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
export function ofRisk(what: string, own: readonly Entry[]): Owed[] {
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
  }));
}
