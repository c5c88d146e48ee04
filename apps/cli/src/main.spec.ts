import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..', '..');

it('ends without complaint where its reader has read enough, as head does', async () => {
  const message = { recipient: 'role/team-leader', queuedAt: '2025-04-10T23:01:00.000Z', subject: 'The report for March', text: '' };
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ rows: [message, message, message] }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const child = spawn(process.execPath, ['-r', join(ROOT, 'test', 'from-sources.cjs'), join(__dirname, 'main.ts'), 'mailbox'], {
    cwd: ROOT,
    env: { ...process.env, CASEWORK_TOKEN: 'token', CASEWORK_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  child.stdout.destroy();
  const [code] = (await once(child, 'close')) as [number];
  server.close();
  expect({ code, complaint }).toEqual({ code: 141, complaint: '' });
});
