import { setTimeout as pause } from 'node:timers/promises';
import { issueLocalToken } from '@app/access';
import { addDays } from '@app/calendar';
import { ask, Writers, type Acknowledged, type Caller } from './caller';
import { startServer } from './server';

export const KILLED_WRITERS = 16;
/** The day on which the clock of an example stands at first. */
const DAY = '2021-09-02';

/**
 * A whole server, killed so many times under its writers while its clock is moved, and stopped in the end.
 * @returns what it has acknowledged, and the moment to which its clock came
 */
export async function killUnderWriters(
  environment: NodeJS.ProcessEnv & { readonly CASEWORK_DATA: string },
  kills: number,
): Promise<{ readonly acknowledged: readonly Acknowledged[]; readonly until: string }> {
  let server = await startServer(environment);
  const caller = async (role: string): Promise<Caller> => ({
    url: () => server.url,
    token: await issueLocalToken(environment.CASEWORK_DATA, { role }),
  });
  const administrator = await caller('administrator');
  const writers = new Writers(await caller('case-lead'), {
    writers: KILLED_WRITERS,
    run: 'k',
    day: DAY,
    dueOn: (turn) => addDays(DAY, 1 + (Math.floor(turn / 4) % 5)),
  });
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      await writers.progress(60);
      expect((await ask(administrator, 'POST', '/admin/clock/advance', { by: '1d' })).status).toBe(200);
      const moving = ask(administrator, 'POST', '/admin/clock/advance', { by: '1d' }).catch(() => undefined);
      await pause((kill * 137) % 600);
      await server.end('SIGKILL');
      await moving;
      server = await startServer(environment);
    }
    await writers.progress(30);
    const acknowledged = await writers.finish();
    const moved = await ask(administrator, 'POST', '/admin/clock/advance', { by: '2d' });
    expect(moved.status).toBe(200);
    expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null });
    return { acknowledged, until: moved.body.to };
  } finally {
    writers.abandon();
  }
}
