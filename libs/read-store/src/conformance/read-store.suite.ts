import { asideRowsSuite } from './aside-rows.suite';
import { changesSuite } from './changes.suite';
import { foldingSuite } from './folding.suite';
import { instancesSuite } from './instances.suite';
import { parkingSuite } from './parking.suite';
import type { Setting } from './place';
import { queriesSuite } from './queries.suite';
import { rebuildSuite } from './rebuild.suite';
import { termsSuite } from './terms.suite';
import { totalsSuite } from './totals.suite';

/** What the read store promises, on whichever database. */
export function describeReadStore(setting: Setting): void {
  describe('folds', () => foldingSuite(setting));
  describe('parks what cannot be folded', () => parkingSuite(setting));
  describe('keeps process instances', () => instancesSuite(setting));
  describe('answers questions', () => queriesSuite(setting));
  describe('tells those who poll what changed', () => changesSuite(setting));
  describe('finds rows by their terms', () => termsSuite(setting));
  describe('counts rows by what they say', () => totalsSuite(setting));
  describe('keeps in memory what was folded aside', () => asideRowsSuite(setting));
  describe('rebuilds beside what serves', () => rebuildSuite(setting));
}
