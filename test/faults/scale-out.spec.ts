import { startProtocolDouble } from '../protocol-double/protocol-double';
import { scaleOutSuite } from './scale-out.suite';

scaleOutSuite('the protocol double', async () => {
  const double = await startProtocolDouble();
  return { url: double.url, kill: () => double.kill('lost'), restart: () => double.restart(), stop: () => double.stop() };
});
