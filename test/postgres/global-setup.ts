import { startThrowawayCluster, type ThrowawayCluster } from './throwaway-cluster';

/** The cluster of this test run, between set-up and tear-down. */
export const started: { cluster?: ThrowawayCluster | undefined } = {};

/** One PostgreSQL per test run; specs find its address in `CASEWORK_TEST_POSTGRES`, which may also name a server that is there already. */
export default async function setUp(): Promise<void> {
  if (process.env['CASEWORK_TEST_POSTGRES']) return;
  started.cluster = await startThrowawayCluster();
  if (started.cluster) process.env['CASEWORK_TEST_POSTGRES'] = started.cluster.url;
}
