import { started } from './global-setup';

export default async function tearDown(): Promise<void> {
  await started.cluster?.stop();
}
