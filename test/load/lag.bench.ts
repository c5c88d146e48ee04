import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { features } from '@app/domain';
import { projections } from '@app/reporting';
import { openRuntime, type Runtime } from '../../apps/casework/src/runtime';
import { settingsFrom } from '../../apps/casework/src/settings';
import { Country } from './country';
import { medianOf, quantile, table } from './measuring';

/** What stands in the log already: contracts enough that each is written to a few times a second; commands a second, and for how many seconds. */
const EVENTS = 60_000;
const PACE = 1_000;
const SECONDS = 7;
/** Commands sent together, and every how many-th of them is watched. */
const TOGETHER = 10;
const WATCHED = 10;
const PATIENCE = 10_000;

const record = features.find(({ command }) => command.name === 'RecordProgrammeLiaison')!;
const actor = { who: 'u-1', role: 'contract-manager' };
const FIRST_DAY = Date.UTC(2024, 0, 8);
const DAY = 86_400_000;

interface Seen {
  readonly answered: number[];
  readonly lags: number[];
  readonly rate: number;
}

/** Sends at a steady pace, and waits after some of the answers until what was recorded can be read. */
async function paced({ decider, readStore }: Runtime, country: Country, from: number): Promise<Seen> {
  const [answered, lags]: [number[], number[]] = [[], []];
  const send = async (number: number): Promise<void> => {
    const [turn, copy] = [Math.floor((from + number) / country.copies), (from + number) % country.copies];
    const day = new Date(FIRST_DAY + turn * DAY).toISOString().slice(0, 10);
    const command = Object.assign(new record.command(), { area: country.named('931', copy), programme: 'safety-valve', day });
    const sent = performance.now();
    const { position } = await decider.handle({ feature: record, command, id: country.named('CON_22889', copy), actor });
    const recorded = performance.now();
    answered.push(recorded - sent);
    if (number % WATCHED !== 0) return;
    const names = projections.map(({ name }) => name);
    const readable = await readStore.waitFor(names[number % names.length]!, position!, PATIENCE);
    lags.push(readable ? performance.now() - recorded : PATIENCE);
  };
  const began = performance.now();
  const sending: Promise<void>[] = [];
  for (let number = 0; number < PACE * SECONDS; number += 1) {
    sending.push(send(number));
    if (number % TOGETHER === TOGETHER - 1) await sleep(Math.max(0, began + ((number + 1) / PACE) * 1_000 - performance.now()));
  }
  await Promise.all(sending);
  return { answered, lags, rate: answered.length / ((performance.now() - began) / 1_000) };
}

/** How far reading is behind writing on the embedded store, with every read model on. */
export async function lagBench(rounds: number): Promise<void> {
  const country = await Country.found();
  country.growTo(EVENTS);
  const runtime = await openRuntime(settingsFrom({ CASEWORK_DATA: country.folder }, []));
  await runtime.foldRunner.start();
  while (!(await runtime.foldRunner.caughtUp(600_000)));
  const seen: Seen[] = [];
  for (let round = 0; round < rounds; round += 1) seen.push(await paced(runtime, country, round * PACE * SECONDS));
  const over = (of: (one: Seen) => number): number => medianOf(seen.map(of));
  table(
    `Milliseconds from a command’s answer until it can be read, ${PACE} commands a second, every read model (${projections.length}) on`,
    ['commands a second', 'answer, median', 'answer, p99', 'lag, median', 'lag, p99 (asked < 50)'],
    [
      [
        over(({ rate }) => rate),
        over(({ answered }) => medianOf(answered)),
        over(({ answered }) => quantile(answered, 0.99)),
        over(({ lags }) => medianOf(lags)),
        over(({ lags }) => quantile(lags, 0.99)),
      ],
    ],
  );
  await runtime.foldRunner.stop();
  await runtime.close();
  rmSync(country.folder, { recursive: true, force: true });
}
