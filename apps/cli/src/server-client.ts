import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { issueLocalToken, type TokenClaims } from '@app/access';
import { dataFolder } from './data-folder';

type Claims = Pick<TokenClaims, 'role' | 'who'>;

/**
 * Asks the running server, by default as administrator: with the token in CASEWORK_TOKEN, else with one of the local issuer.
 * @throws Error with the server's own sentence
 */
export async function callServer(method: 'GET' | 'POST', path: string, body?: object, claims?: Claims): Promise<unknown> {
  const answer = await ask(path, claims, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
  });
  return answer.json();
}

interface Lines {
  readonly claims?: Claims;
  readonly accept?: string;
  readonly file?: { readonly type: string; readonly body: Readable };
}

/** What the server answers line by line, as it comes; a file is sent as it is read. @throws Error with the server's own sentence */
export async function* linesFromServer<T>(method: 'GET' | 'POST', path: string, { claims, accept, file }: Lines = {}): AsyncGenerator<T> {
  const answer = await ask(path, claims, {
    method,
    headers: { ...(accept !== undefined && { accept }), ...(file && { 'content-type': file.type }) },
    ...(file && { body: file.body as never, duplex: 'half' }),
  } as RequestInit);
  let rest = '';
  const text = new TextDecoder();
  for await (const piece of piecesOf(answer)) {
    const lines = (rest + text.decode(piece, { stream: true })).split('\n');
    rest = lines.pop()!;
    for (const line of lines) yield JSON.parse(line) as T;
  }
  if (rest !== '') throw BROKEN_OFF();
}

async function* piecesOf({ body }: Response): AsyncGenerator<Uint8Array> {
  try {
    yield* body as unknown as AsyncIterable<Uint8Array>;
  } catch {
    throw BROKEN_OFF();
  }
}

const BROKEN_OFF = (): Error => new Error('The server stopped in the middle of its answer.');

async function ask(path: string, claims: Claims | undefined, init: RequestInit): Promise<Response> {
  const url = process.env.CASEWORK_URL ?? `http://127.0.0.1:${process.env.PORT ?? '3000'}`;
  const headers = { ...(init.headers as Record<string, string>), authorization: `Bearer ${await token(claims)}` };
  const answer = await fetch(url + path, { ...init, headers }).catch((error: unknown) => {
    throw new Error(`No server answers at ${url}: ${String((error as Error).cause ?? error)}`);
  });
  if (answer.ok) return answer;
  const { title, code } = (await answer.json()) as { title: string; code: string };
  throw new Error(`${title} (${code})`);
}

async function token(claims: Claims = { role: 'administrator' }): Promise<string> {
  const given = process.env.CASEWORK_TOKEN;
  if (given !== undefined) return given;
  const folder = dataFolder();
  if (!existsSync(join(folder, 'issuer.json'))) {
    throw new Error(
      `Set CASEWORK_TOKEN to a token of the role ${claims.role}: ${folder} has no local issuer (CASEWORK_DATA names another folder).`,
    );
  }
  return issueLocalToken(folder, { ...claims, lifetimeSeconds: 300 });
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
