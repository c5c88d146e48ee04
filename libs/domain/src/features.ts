import type { Feature } from '@app/event-sourcing';
import { caseFeatures } from './improvement-case/features';

/** The wiring page: every command of the system, stream by stream. */
export const features: readonly Feature[] = [...caseFeatures];
