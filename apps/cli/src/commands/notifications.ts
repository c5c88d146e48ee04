import { Option, type Command } from 'commander';
import { callServer, printJson } from '../server-client';

export function addNotifications(program: Command): void {
  const notifications = program.command('notifications').description('What people are told: what is queued, delivered, parked');
  notifications
    .command('list')
    .description('How many there are, and the newest of one state')
    .addOption(new Option('--state <state>', 'which').choices(['parked', 'queued', 'delivered']).default('parked'))
    .action(async ({ state }: { state: string }) => printJson(await callServer('GET', `/admin/notifications?state=${state}`)));
  notifications
    .command('retry')
    .description('Deliver what is parked once more, under the same id')
    .argument('[message]', 'id of a message; by default everything that is parked')
    .action(async (message?: string) =>
      printJson(await callServer('POST', `/admin/notifications${message === undefined ? '' : `/${encodeURIComponent(message)}`}/retry`)),
    );
}

interface Mailbox {
  readonly rows: readonly { readonly recipient: string; readonly queuedAt: string; readonly subject: string; readonly text: string }[];
}

export function addMailbox(program: Command): void {
  program
    .command('mailbox')
    .description('Messages to people and roles that have no address in the settings, the newest first')
    .option('--role <role>', 'as whom, with a token of the local issuer', 'team-leader')
    .option('--to <recipient>', 'only to person/<id> or role/<role>')
    .option('--limit <count>', 'how many', '20')
    .option('--read', 'the whole messages', false)
    .action(async ({ role, to, limit, read }: { role: string; to?: string; limit: string; read: boolean }) => {
      const question = new URLSearchParams({ limit, ...(to !== undefined && { recipient: to }) });
      const { rows } = (await callServer('GET', `/v1/mailbox?${question}`, undefined, { role })) as Mailbox;
      for (const { recipient, queuedAt, subject, text } of rows) {
        process.stdout.write(`${queuedAt.slice(0, 10)}  ${recipient}  ${subject}\n${read ? `\n${text}\n` : ''}`);
      }
    });
}
