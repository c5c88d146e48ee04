import { ofLiaison, ofNotices, ofRisk } from './owed-area';
import { ofCase } from './owed-case';
import { ofContract } from './owed-contract';
import { caseLead, contractManager, grantManager, type Manager } from './oracle-people';
import type { Data, Owed } from './owed-facts';
import { ofGrant, ofPackage } from './owed-grant';
import type { Entry } from './world';

/** With who answers for it. */
export type Answered = Owed & { readonly to: Manager };

/** Everything owed to anyone, by what was recorded so far. */
export function owed(entries: readonly Entry[]): Answered[] {
  const streams = new Map<string, Entry[]>();
  for (const entry of entries) streams.set(entry.meta.stream, [...(streams.get(entry.meta.stream) ?? []), entry]);
  const found: Answered[] = [];
  const answers = (to: Manager, ...duties: Owed[]): void => void found.push(...duties.map((duty) => ({ ...duty, to: duty.to ?? to })));
  for (const [name, own] of streams) {
    const what = name.slice(name.indexOf('-') + 1);
    if (name.startsWith('contract-')) answers(contractManager(what), ...ofContract(what, own));
    if (name.startsWith('improvementCase-')) answers(caseLead(what), ...ofCase(what, own, streams));
    if (name.startsWith('localArea-')) answers(caseLead(), ...ofNotices(what, own), ...ofLiaison(what, own, streams));
    if (name.startsWith('risk-')) answers(caseLead(...casesOf(own)), ...ofRisk(what, own));
    if (name.startsWith('partner-')) answers(grantManager(what), ...ofGrant(what, own));
    if (name.startsWith('supportPackage-')) answers(grantManager(grantOf(own)), ...ofPackage(what, own, streams));
  }
  return found;
}

const grantOf = (proposed: readonly Entry[]): string => (proposed[0]!.event.data as Data).partner;
const casesOf = (raised: readonly Entry[]): string[] =>
  ['inspection', 'timeliness'].map((cause) => `${(raised[0]!.event.data as Data).area}~${cause}`);
