import { scaleOutSuite } from '../faults/scale-out.suite';
import { describeWithRealServer, RealServer } from './real-server';

describeWithRealServer('two processes on EventStoreDB and PostgreSQL', () => scaleOutSuite('a real server', () => RealServer.start()));
