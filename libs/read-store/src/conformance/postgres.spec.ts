import { describeReadStore } from './read-store.suite';

const postgres = process.env['CASEWORK_TEST_POSTGRES'];

jest.setTimeout(60_000);

describe('the read store on PostgreSQL', () => {
  if (postgres === undefined) {
    it('PostgreSQL was not found on this machine: this half did not run', () => {
      process.stderr.write('HALF NOT RUN: the read store on PostgreSQL (its binaries were not found)\n');
    });
    return;
  }
  let places = 0;
  const run = `spec_${process.pid}_${Date.now()}`;
  describeReadStore({ freshPlace: () => ({ postgres, schema: `${run}_${(places += 1)}` }) });
});
