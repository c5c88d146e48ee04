import type { Actor, Feature, Read } from '@app/event-sourcing';

/** Who may give which commands (P4): the commands of a stream by the roles that may give them. */
export function commandsByRoles(features: readonly Feature[]): Record<string, string[]> {
  const commands: Record<string, string[]> = {};
  for (const { command, roles } of features) (commands[roles.join(', ')] ??= []).push(command.name);
  return commands;
}

const nameOf = ({ stream, id }: Read): string => `${stream.category}-${id}`;

/** The streams that a command asks to see, by their whole names; undefined where it asks for none. */
export function readBy(
  features: readonly Feature[],
  command: string,
  body: object,
  state: object,
  id = 'spec',
): Record<string, string | string[]> | undefined {
  const reads = features.find((feature) => feature.command.name === command)?.reads?.(body, state, id);
  if (!reads) return undefined;
  const named = (read: Read | readonly Read[]): string | string[] => ('stream' in read ? nameOf(read) : read.map(nameOf));
  return Object.fromEntries(Object.entries(reads).map(([name, read]) => [name, named(read)]));
}

/** The commands of a role that may act on its own alone, and whether each may on this stream. */
export function ownBy(features: readonly Feature[], actor: Actor, state: object, id = 'spec'): Record<string, boolean | undefined> {
  const asked = features.filter(({ roles }) => roles.includes(actor.role));
  return Object.fromEntries(asked.map(({ command, own }) => [command.name, own?.[actor.role]?.(actor, state, id)]));
}
