import { addDays, londonDay, type Day } from '@app/calendar';
import { features } from '@app/domain';
import type { World } from './world';

/** Two numbers that chance gives; what a command is about follows from them and from the world. */
export interface Chance {
  readonly a: number;
  readonly b: number;
}

/** Asks for something, and is refused where it does not fit. @returns whether something was recorded */
export type Asking = (world: World, chance: Chance) => boolean;

/** By the command's name. */
export type Asked = Readonly<Record<string, Asking>>;

const commands = new Map(features.map(({ command }) => [command.name, command]));
const deputyDirector = { who: 'u-40', role: 'deputy-director' };

/** Sends a command by its name. @returns whether something was recorded */
export const ask = (world: World, name: string, to: string, body: object, actor = deputyDirector): boolean => {
  const command = commands.get(name);
  if (!command) throw new Error(`There is no command ${name}`);
  return world.ask(Object.assign(new command(), body), to, actor);
};

/** What is asked of one thing, or of one among several that chance names. */
export const askedOf =
  (id: string | ((chance: Chance) => string), suffix = '', actor = deputyDirector) =>
  (name: string, body: (world: World, chance: Chance) => object): [string, Asking] => [
    `${name}${suffix}`,
    (world, chance) => ask(world, name, typeof id === 'string' ? id : id(chance), body(world, chance), actor),
  ];

export const reason = 'As seen';
export const today = ({ now }: World): Day => londonDay(now);
export const ago = (world: World, days: number): Day => addDays(today(world), -days);
export const among = <T>(choices: readonly T[], chance: number): T => choices[chance % choices.length]!;

/** Something on record: what it is called, the last revision that says so, and what that says. */
interface OnRecord {
  readonly id: string;
  readonly revision: number;
  readonly said: any;
}

/** One of the things that events of these types name in a field, as chance has it; where there is none, one that is refused. */
export function onRecord(world: World, stream: string, field: string, types: readonly string[], chance: number): OnRecord {
  const found = new Map<string, OnRecord>();
  for (const { event, meta } of world.of(stream, types)) {
    const said = event.data as any;
    found.set(said[field], { id: said[field], revision: meta.revision, said });
  }
  return found.size === 0 ? { id: 'none', revision: -1, said: {} } : among([...found.values()], chance);
}

/** One of the events of these types on a stream. */
export function onRecordAt(world: World, stream: string, types: readonly string[], chance: number): Omit<OnRecord, 'id'> {
  const entry = among(world.of(stream, types), chance);
  return { revision: entry?.meta.revision ?? -1, said: entry?.event.data ?? {} };
}

/** The last event of these types on a stream, as a correction names it. */
export const revision = (world: World, stream: string, ...types: string[]): number =>
  Math.max(-1, ...types.map((type) => world.last(stream, type)?.meta.revision ?? -1));
