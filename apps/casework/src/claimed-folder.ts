import { mkdirSync } from 'node:fs';
import { claimFolder, FolderInUse, type FolderClaim } from '@app/event-store/embedded/owner';
import { SettingsInvalid, settingsFrom, type Settings } from './settings';

/** What cannot be started is said in a sentence. */
export function giveUp(error: unknown): never {
  if (error instanceof SettingsInvalid || error instanceof FolderInUse) console.error(error.message);
  else console.error(error);
  process.exit(1);
}

function claimed(): { settings: Settings; claim: FolderClaim | undefined } {
  try {
    const settings = settingsFrom(process.env, process.argv.slice(2));
    if (settings.store.kind !== 'embedded') return { settings, claim: undefined };
    mkdirSync(settings.folder, { recursive: true, mode: 0o700 });
    return { settings, claim: claimFolder(settings.folder) };
  } catch (error) {
    return giveUp(error);
  }
}

/** Claimed as this module is loaded, before all others: a second process on a folder is refused before it has loaded the server. */
export const { settings, claim } = claimed();
