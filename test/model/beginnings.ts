import { addDays } from '@app/calendar';
import { ask, reason, today } from './asking';
import { apa } from './asked-case';
import { inTime } from './asked-timeliness';
import { AREA, CASE, CONTRACT, LEAD, source, TIMELINESS } from './scene';
import type { World } from './world';

/** The order of the example, bound on its first day: without it most of what is watched would never begin. */
export function bind(world: World): void {
  const order = {
    number: CONTRACT,
    references: ['Project_8404'],
    title: 'SEND and AP Advisory Services',
    invoiceAddress: 'As agreed',
    supplier: 'Red Kite Solutions (SEN) Ltd',
    orderedOn: '2023-10-12',
    commencesOn: '2023-10-12',
    completesOn: '2025-03-31',
    maximumPence: 5_850_000,
    areas: [AREA],
    breakOn: '2024-03-31',
  };
  ask(world, 'PlaceOrder', CONTRACT, order);
  for (const party of ['supplier', 'buyer']) ask(world, 'AcceptOrder', CONTRACT, { party, acceptedOn: '2023-10-12' });
}

/** A case in full course: inspected, opened, with an outcome, a lead, a risk, a next step, a notice and advisers of a programme. */
export function begin(world: World): void {
  const day = today(world);
  const about = { area: AREA, inspection: 'i1' };
  ask(world, 'RecordInspection', AREA, {
    inspection: 'i1',
    framework: '2023',
    outcome: 'systemic-failings',
    priorityAreas: 5,
    visitedFrom: '2023-07-13',
    publishedOn: '2023-09-15',
    receivedOn: '2023-09-08',
    source,
  });
  ask(world, 'OpenCase', CASE, { ...about, cause: 'inspection', openedOn: '2023-09-20', reason });
  ask(world, 'AgreeOutcome', CASE, { outcome: 'o1', kind: 'afi', words: 'As published', measures: ['As agreed'], agreedOn: day });
  ask(world, 'AssignCaseLead', CASE, { lead: LEAD, reason });
  ask(world, 'AgreeNextStep', CASE, { step: 'p0', owner: 'u-7', dueOn: addDays(day, 20), what: 'Meet', agreedOn: day });
  const risk = { area: AREA, raisedOn: day, likelihood: 3, impact: 3, owner: 'u-7', nextReviewOn: addDays(day, 30), summary: 'Seen' };
  ask(world, 'RaiseRisk', 'k1', risk);
  ask(world, 'RecordInterventionJoining', AREA, { programme: 'safety-valve', from: '2023-03-16', advisers: true, source });
  ask(world, 'AgreeOutcome', CASE, { ...apa, words: 'As published', measures: ['As agreed'], agreedOn: day });
  ask(world, 'OpenCase', TIMELINESS, { area: AREA, cause: 'timeliness', openedOn: '2023-10-01', reason });
  ask(world, 'AgreeOutcome', TIMELINESS, { ...inTime, agreedOn: day });
  const step = { step: 's1', words: 'Done', dueOn: addDays(day, 60) };
  ask(world, 'IssueImprovementNotice', AREA, { notice: 'n0', issuedOn: day, steps: [step], source });
}
