import { londonDay, type Day } from '@app/calendar';
import { features } from '@app/domain';
import type { World } from './world';

const commands = new Map(features.map(({ command }) => [command.name, command]));
const deputyDirector = { who: 'u-40', role: 'deputy-director' };

/** Sends a command by its name. @returns whether something was recorded */
export const ask = (world: World, name: string, to: string, body: object, actor = deputyDirector): boolean => {
  const command = commands.get(name);
  if (!command) throw new Error(`There is no command ${name}`);
  return world.ask(Object.assign(new command(), body), to, actor);
};

export const reason = 'As seen';
export const today = ({ now }: World): Day => londonDay(now);
