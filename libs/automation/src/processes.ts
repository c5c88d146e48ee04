import type { Process } from '@app/event-sourcing';
import { awardRelease } from './award-release/award-release.process';
import { contractEnd } from './contract-end/contract-end.process';
import { eligibilityMonitor } from './eligibility-monitor/eligibility-monitor.process';
import { notifications } from './notifications/notifications.process';
import { packageTermination } from './package-termination/package-termination.process';
import { requirementsProcess } from './requirement-engine/requirements.process';
import { reportingPace } from './reporting-pace/reporting-pace.process';
import { requirements } from './requirements';
import { signals } from './signals';
import { signalsProcess } from './signals/signals.process';

/** The wiring page: every process of the system. */
export const processes: readonly Process[] = [
  requirementsProcess(requirements),
  signalsProcess(signals),
  eligibilityMonitor,
  reportingPace,
  contractEnd,
  packageTermination,
  awardRelease,
  notifications,
];
