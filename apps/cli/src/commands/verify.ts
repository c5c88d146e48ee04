import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FolderInUse } from '@app/event-store';
import type { Command } from 'commander';
import { dataFolder } from '../data-folder';
import { followFold } from '../follow-fold';
import { callServer, printJson } from '../server-client';
import { verifyEventStoreDb, verifyFolder } from '../verify-chains';

interface Verified {
  readonly name: string;
  readonly same: boolean;
  readonly served: { readonly rows: number; readonly sha256: string };
  readonly replayed: { readonly rows: number; readonly sha256: string };
}

export function addVerify(program: Command): void {
  program
    .command('verify')
    .description(
      'While the server runs: whether the rows that serve are those of a fresh replay, of every read model and process or of those named. With the server stopped, or with --chains: follow the hash chain of every stream',
    )
    .argument('[names...]', 'as in status')
    .option('--json', 'as the server says it')
    .option('--chains', 'follow the hash chains: in the data folder, with the server stopped, or in the EventStoreDB of EVENTSTORE_URL')
    .action(async (names: string[], { json, chains }: { json?: boolean; chains?: boolean }) => {
      if (chains === true) return verifyStore();
      if (names.length === 0 && (await offline())) return;
      await verifyRows(names, json === true);
    });
}

/** Where the server that has this environment keeps its events. */
function verifyStore(): Promise<void> {
  if (process.env.CASEWORK_STORE !== 'eventstoredb') return verifyFolder(dataFolder());
  const url = process.env.EVENTSTORE_URL;
  if (url === undefined) throw new Error('EVENTSTORE_URL must be set where the store is EventStoreDB.');
  return verifyEventStoreDb(url);
}

/** @returns whether there is a data folder that no server has, and it was verified */
async function offline(): Promise<boolean> {
  const folder = dataFolder();
  if (!existsSync(join(folder, 'events.db'))) return false;
  try {
    await verifyFolder(folder);
    return true;
  } catch (error) {
    if (error instanceof FolderInUse) return false;
    throw error;
  }
}

async function verifyRows(named: readonly string[], json: boolean): Promise<void> {
  const { folds } = (await callServer('GET', '/admin/status')) as { folds: readonly { name: string }[] };
  const results: Verified[] = [];
  for (const name of named.length > 0 ? named : folds.map((fold) => fold.name)) {
    const verified = await followFold<Verified>('verify', 'verified', name);
    results.push(verified);
    if (!json) process.stdout.write(`${sentence(verified)}\n`);
  }
  if (json) printJson(results);
  const wrong = results.filter(({ same }) => !same).length;
  if (!json) process.stdout.write(`${results.length} verified: ${wrong === 0 ? 'all are those of a fresh replay' : `${wrong} are not`}.\n`);
  if (wrong > 0) process.exitCode = 1;
}

const sentence = ({ name, same, served, replayed }: Verified): string =>
  same
    ? `${name}: ${served.rows} rows, ${served.sha256.slice(0, 12)}, as a fresh replay`
    : `${name}: ${served.rows} rows, ${served.sha256.slice(0, 12)}; a fresh replay has ${replayed.rows}, ${replayed.sha256.slice(0, 12)}. Rebuild it.`;
