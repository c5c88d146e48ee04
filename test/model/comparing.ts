import type { Entry, Told, World } from './world';
import type { Oracle } from './oracle';

/** Requirements and escalations as text, a line each, so that a difference is one line. */
export interface Outcome {
  readonly requirements: readonly string[];
  /** Whether somebody has to act, by escalation. */
  readonly live: readonly string[];
  /** Everything that was ever told, lapse by lapse and level by level. */
  readonly history: readonly string[];
}

/** A due day counts while something is owed; what is settled keeps the one by which it was judged. */
const line = (id: string, status: string, due: string): string =>
  `${id} ${status}${status === 'open' || status === 'lapsed' ? ` ${due}` : ''}`;
/** E.g. `2:team-leader:u-2`. */
const telling = ({ level, role, person }: Pick<Told, 'level' | 'role' | 'person'>): string =>
  [level, role, person].filter((one) => one !== undefined).join(':');
const live = (status: string): boolean => status === 'open' || status === 'acknowledged';

/** What the oracle says must be. */
export function expected({ requirements, escalations, reminded, withdrawnAtOnce, glimpsed }: Oracle): Outcome {
  const raised = [...escalations];
  return {
    requirements: [...requirements]
      .filter(([id, { status }]) => status !== 'released' || !glimpsed.has(id))
      .map(([id, { status, due }]) => line(id, status, due))
      .sort(),
    live: raised
      .filter(([, { status }]) => live(status))
      .map(([id]) => id)
      .sort(),
    history: [
      ...[...requirements].map(([id, { lapses }]) => `${id} lapsed: ${lapses.join(' ')}`),
      ...raised.map(
        ([id, { status, told }]) =>
          `${id} ${status} told: ${told.map(telling).join(' ')}, to be acknowledged ${withdrawnAtOnce.has(id) ? '?' : told.length} times`,
      ),
      ...[...reminded].map((id) => `reminded: requirement-${id}`),
    ].sort(),
  };
}

const own = (id: string): boolean => !id.startsWith('acknowledgement~');

/** What the log says, event by event. */
export function actual(world: World, { withdrawnAtOnce, glimpsed }: Oracle): Outcome {
  const of = (name: string): Entry[] => world.log.filter(({ meta }) => meta.stream === name);
  const state = (name: string) => world.state<{ status: string; imposed?: { due: string } }>(name)!;
  const ids = world.ids('requirement').filter(own);
  const raised = world.ids('escalation');
  const told = new Map<string, string[]>();
  for (const one of world.told.values()) if (one.level) told.set(one.about, [...(told.get(one.about) ?? []), telling(one)]);
  const owedAcknowledgements = (id: string): number | string =>
    withdrawnAtOnce.has(id) ? '?' : world.ids('requirement').filter((one) => one.startsWith(`acknowledgement~${id}~`)).length;
  const lapses = (id: string): string[] => {
    return of(`requirement-${id}`).flatMap(({ event: { type, data } }) =>
      type === 'RequirementLapsed' ? [(data as { due: string }).due] : [],
    );
  };
  return {
    requirements: ids
      .map((id) => ({ id, ...state(`requirement-${id}`) }))
      .filter(({ id, status }) => status !== 'released' || !glimpsed.has(id))
      .map(({ id, status, imposed }) => line(id, status, imposed!.due))
      .sort(),
    live: raised.filter((id) => live(state(`escalation-${id}`).status)).sort(),
    history: [
      ...ids.map((id) => `${id} lapsed: ${lapses(id).join(' ')}`),
      ...raised.map((id) => {
        const { status } = state(`escalation-${id}`);
        return `${id} ${status} told: ${told.get(`escalation-${id}`)?.join(' ')}, to be acknowledged ${owedAcknowledgements(id)} times`;
      }),
      ...[...world.told.values()].flatMap(({ id, kind }) => (kind === 'reminder' ? [`reminded: ${id}`] : [])),
    ].sort(),
  };
}

/** Escalations and steps up that were made twice for one cause: none, whatever ran twice (E4). */
export function doubled({ log }: World): string[] {
  const seen = new Set<string>();
  return log.flatMap(({ event: { type, data }, meta }) => {
    const { cause, lapse } = data as { cause?: string; lapse?: string };
    if (meta.category !== 'escalation' || (cause === undefined && lapse === undefined)) return [];
    const key = `${meta.streamId} ${type} ${cause ?? lapse}`;
    const again = seen.has(key);
    seen.add(key);
    return again ? [key] : [];
  });
}
