import type { Process } from '@app/event-sourcing';
import { requirementsProcess } from './requirement-engine/requirements.process';
import { requirements } from './requirements';

/** The wiring page: every process of the system. */
export const processes: readonly Process[] = [requirementsProcess(requirements)];
