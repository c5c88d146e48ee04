import { eventStoreDbKillSuite } from '../faults/eventstoredb-kill.suite';
import { describeWithRealServer, RealServer } from './real-server';

describeWithRealServer('EventStoreDB killed under writers', () =>
  eventStoreDbKillSuite({
    where: 'an EventStoreDB server',
    start: () => RealServer.start(),
    backWithin: 30_000,
    faults: [
      ['killed', (server) => server.kill(), (server) => server.restart()],
      ['frozen', (server) => server.freeze(), (server) => server.thaw()],
    ],
  }),
);
