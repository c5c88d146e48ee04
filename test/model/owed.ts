import { ofLiaison, ofNotices, ofRisk } from './owed-area';
import { ofCase } from './owed-case';
import { ofContract } from './owed-contract';
import type { Owed } from './owed-facts';
import { ofGrant, ofPackage } from './owed-grant';
import type { Entry } from './world';

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
    if (name.startsWith('supportPackage-')) found.push(...ofPackage(what, own, streams));
  }
  return found;
}
