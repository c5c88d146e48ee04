import { londonInstant } from '@app/calendar';
import { bodyOf, uuidV5, type Automation, type CommandRequest, type Commands, type KeptRecords, type MovableClock } from '@app/nest';
import type { Script } from './script';

export interface Stage {
  readonly commands: Commands;
  readonly automation: Automation;
  readonly clock: MovableClock;
  readonly kept: KeptRecords;
  readonly tell: (line: string) => void;
  readonly script: Script;
  /** Ends the play between two entries; it goes on there another time. */
  readonly signal?: AbortSignal;
}

/** How many entries are played between two lines of progress. */
const PROGRESS_EVERY = 25;

async function sent(index: number, commands: Commands, request: CommandRequest): Promise<void> {
  try {
    await commands.send(request);
  } catch (error) {
    throw new Error(
      `Entry ${index + 1} (${request.feature.command.name}) of the example could not be played: ${(error as Error).message}`,
      { cause: error },
    );
  }
}

/**
 * Plays the two published cases day by day through the ordinary command path: the clock is moved to each entry's time, so that lapses and
 * escalations on the way come from the automation. What was interrupted goes on where it was; what was played is not played again.
 */
export const playExample = (stage: Stage): Promise<void> => stage.clock.whileStill(() => play(stage));

async function play({ commands, automation, clock, kept, tell, script: { entries, ends }, signal }: Stage): Promise<void> {
  const played = Number((await kept.get('example/played')) ?? 0);
  if (played > entries.length) return;
  tell(
    played === 0
      ? `Playing the two published cases: ${entries.length} entries …`
      : `Going on with the example at entry ${played + 1} of ${entries.length} …`,
  );
  for (let index = played; index < entries.length; index += 1) {
    if (signal?.aborted) return;
    const { day, at, do: feature, to, as, who, subject, with: body } = entries[index]!;
    const moment = londonInstant(day, at);
    if (moment > clock.now()) await automation.advanceTo(moment);
    await sent(index, commands, {
      feature,
      command: bodyOf(feature.command, body),
      id: to,
      actor: { who, role: as, ...(subject !== undefined && { subject }) },
      commandId: uuidV5(['example', String(index)]),
    });
    await kept.put('example/played', String(index + 1));
    if ((index + 1) % PROGRESS_EVERY === 0) tell(`  ${String(index + 1).padStart(4)} of ${entries.length}   ${day}`);
  }
  if (signal?.aborted) return;
  const end = londonInstant(ends, '09:00');
  if (end > clock.now()) await automation.advanceTo(end);
  await automation.settled();
  await kept.put('example/played', String(entries.length + 1));
  tell(`Played: the clock stands at ${clock.now()} and runs on.`);
}
