import type { Feature } from '@app/event-sourcing';
import { caseFeatures } from './improvement-case/features';
import { escalationFeatures } from './escalation/features';
import { requirementFeatures } from './requirement/features';
import { contractFeatures } from './contract/features';
import { riskFeatures } from './risk/features';
import { installationFeatures } from './installation/features';
import { subjectFeatures } from './subject/features';
import { programmeFeatures } from './programme/features';
import { applicationFeatures } from './application/features';
import { partnerFeatures } from './partner/features';
import { localAreaFeatures } from './local-area/features';
import { packageFeatures } from './support-package/features';
import { nationalDsgFeatures } from './national-dsg/features';
import { timelinessFeatures } from './timeliness/features';

/** The wiring page: every command of the system, stream by stream. */
export const features: readonly Feature[] = [
  ...caseFeatures,
  ...escalationFeatures,
  ...requirementFeatures,
  ...contractFeatures,
  ...riskFeatures,
  ...installationFeatures,
  ...subjectFeatures,
  ...programmeFeatures,
  ...applicationFeatures,
  ...partnerFeatures,
  ...packageFeatures,
  ...localAreaFeatures,
  ...timelinessFeatures,
  ...nationalDsgFeatures,
];
