import { feature } from '@app/event-sourcing';
import { FoundInstallation, foundInstallation } from './found-installation/found-installation.command';
import { installationStream } from './installation.stream';
import { VCU } from '../roles';
import { NameLevelHolder, nameLevelHolder } from './name-level-holder/name-level-holder.command';
import { NameStandIn, nameStandIn } from './name-stand-in/name-stand-in.command';
import { WithdrawStandIn, withdrawStandIn } from './withdraw-stand-in/withdraw-stand-in.command';

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
  feature(NameStandIn, installationStream, nameStandIn, {
    roles: [...VCU, 'administrator'],
    rules: ['E3'],
    says: 'Name who stands in for an absent person, at whatever level',
  }),
  feature(WithdrawStandIn, installationStream, withdrawStandIn, {
    roles: [...VCU, 'administrator'],
    rules: ['E3', 'P5'],
    says: 'Withdraw an absence that does not take place',
  }),
];
