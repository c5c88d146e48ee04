import { feature } from '@app/event-sourcing';
import { FoundInstallation, foundInstallation } from './found-installation/found-installation.command';
import { installationStream } from './installation.stream';
import { NameLevelHolder, nameLevelHolder } from './name-level-holder/name-level-holder.command';

export const installationFeatures = [
  feature(FoundInstallation, installationStream, foundInstallation, {
    roles: ['system'],
    rules: ['P5'],
    says: 'Found the installation that a log belongs to',
  }),
  feature(NameLevelHolder, installationStream, nameLevelHolder, {
    roles: ['administrator', 'deputy-director'],
    rules: ['E3'],
    says: 'Name who is told at a level of the escalation ladder',
  }),
];
