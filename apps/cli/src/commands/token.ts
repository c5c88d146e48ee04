import { issueLocalToken } from '@app/access';
import { ROLES } from '@app/domain/roles';
import { Option, type Command } from 'commander';
import { dataFolder } from '../data-folder';

const list = (text: string): string[] => text.split(',').map((part) => part.trim());

export function addToken(program: Command): void {
  program
    .command('token')
    .description('Print a token of the local issuer (example installations only)')
    .addOption(new Option('--role <role>', 'who asks').choices([...ROLES]).makeOptionMandatory())
    .option('--who <id>', 'opaque id of the person; by default the role')
    .option('--subject <id>', 'subject id, for an adviser')
    .option('--areas <ids>', 'area ids, for an LA contact', list)
    .option('--on-behalf-of <id>', 'whom the person acts for')
    .option('--hours <count>', 'lifetime', '12')
    .action(async ({ role, who, subject, areas, onBehalfOf, hours }) => {
      const claims = { role, who, subject, areas, onBehalfOf, lifetimeSeconds: Math.round(Number(hours) * 3_600) };
      process.stdout.write(`${await issueLocalToken(dataFolder(), claims)}\n`);
    });
}
