import { startProtocolDouble } from '../protocol-double/protocol-double';
import { eventStoreDbKillSuite } from './eventstoredb-kill.suite';

eventStoreDbKillSuite({
  where: 'the protocol double',
  start: () => startProtocolDouble(),
  deadline: 500,
  backWithin: 5_000,
  faults: [
    ['killed, what was in flight being kept', (double) => double.kill('kept'), (double) => double.restart()],
    ['killed, what was in flight being lost', (double) => double.kill('lost'), (double) => double.restart()],
    ['frozen', async (double) => double.faults.freeze(), async (double) => double.faults.thaw()],
  ],
});
