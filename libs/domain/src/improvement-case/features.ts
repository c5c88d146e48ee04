import { feature } from '@app/event-sourcing';
import { caseStream } from './improvement-case.stream';
import { OpenCase, openCase } from './open-case/open-case.command';

export const caseFeatures = [
  feature(OpenCase, caseStream, openCase, { roles: ['case-lead'], rules: ['J2'], says: 'Open a case for a local area' }),
];
