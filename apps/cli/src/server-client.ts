import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { issueLocalToken } from '@app/access';
import { dataFolder } from './data-folder';

/**
 * Asks the running server as administrator: with the token in CASEWORK_TOKEN, else with one of the local issuer.
 * @throws Error with the server's own sentence
 */
export async function callServer(method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> {
  const url = process.env.CASEWORK_URL ?? `http://127.0.0.1:${process.env.PORT ?? '3000'}`;
  const answer = await fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' },
    ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
  }).catch((error: unknown) => {
    throw new Error(`No server answers at ${url}: ${String((error as Error).cause ?? error)}`);
  });
  const text = await answer.text();
  if (!answer.ok) {
    const { title, code } = JSON.parse(text) as { title: string; code: string };
    throw new Error(`${title} (${code})`);
  }
  return JSON.parse(text) as unknown;
}

async function token(): Promise<string> {
  const folder = dataFolder();
  const given = process.env.CASEWORK_TOKEN;
  if (given !== undefined) return given;
  if (!existsSync(join(folder, 'issuer.json'))) {
    throw new Error(`Set CASEWORK_TOKEN to an administrator's token: ${folder} has no local issuer (CASEWORK_DATA names another folder).`);
  }
  return issueLocalToken(folder, { role: 'administrator', lifetimeSeconds: 300 });
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
