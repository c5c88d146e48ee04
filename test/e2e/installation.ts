import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueLocalToken, type TokenClaims } from '@app/access';
import { Automation, Commands, ProcessRunner } from '@app/nest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { makeLogger } from '../../apps/casework/src/logging';
import { openRuntime, type Runtime } from '../../apps/casework/src/runtime';
import { makeServer } from '../../apps/casework/src/server';
import { settingsFrom } from '../../apps/casework/src/settings';
import { Lead } from '../../apps/casework/src/worker/lead';

/** A whole installation in this process, on a folder of its own, without the example played. */
export interface Installation {
  readonly folder: string;
  readonly app: NestFastifyApplication;
  readonly runtime: Runtime;
  readonly commands: Commands;
  readonly automation: Automation;
  token(claims: TokenClaims): Promise<string>;
  /** Sends a command as somebody. */
  post(path: string, body: unknown, claims?: TokenClaims, headers?: Record<string, string>): request.Test;
  get(path: string, claims?: TokenClaims, headers?: Record<string, string>): request.Test;
  /** Stops as on SIGTERM; the folder stays. */
  stop(): Promise<void>;
  /** Stops, and takes the folder away. */
  end(): Promise<void>;
}

export async function startInstallation(
  folder = mkdtempSync(join(tmpdir(), 'casework-')),
  environment: NodeJS.ProcessEnv = {},
): Promise<Installation> {
  const runtime = await openRuntime(settingsFrom({ CASEWORK_DATA: folder, ...environment }, ['--found', 'example']));
  const logger = makeLogger('silent');
  const app = await makeServer(runtime, logger);
  const lead = new Lead(runtime, app.get(ProcessRunner), logger);
  await lead.start();
  await app.getHttpAdapter().getInstance().ready();
  const tokens = new Map<string, Promise<string>>();
  const token = (claims: TokenClaims): Promise<string> => {
    const key = JSON.stringify(claims);
    const issued = tokens.get(key) ?? issueLocalToken(folder, claims);
    tokens.set(key, issued);
    return issued;
  };
  const authorised = (test: request.Test, claims: TokenClaims, headers: Record<string, string>): request.Test => {
    const send = test.then.bind(test);
    test.then = ((...handlers: Parameters<typeof send>) =>
      token(claims).then((issued) => {
        test.set('authorization', `Bearer ${issued}`);
        return send(...handlers);
      })) as typeof test.then;
    return test.set(headers);
  };
  let stopped = false;
  const stop = async (): Promise<void> => {
    if (stopped) return;
    stopped = true;
    await app.close();
    await runtime.decider.idle();
    await lead.stop();
    await runtime.close();
  };
  return {
    folder,
    app,
    runtime,
    commands: app.get(Commands),
    automation: app.get(Automation),
    token,
    post: (path, body, claims = { role: 'case-lead' }, headers = {}) =>
      authorised(
        request(app.getHttpServer())
          .post(path)
          .send(body as object),
        claims,
        headers,
      ),
    get: (path, claims = { role: 'case-lead' }, headers = {}) => authorised(request(app.getHttpServer()).get(path), claims, headers),
    stop,
    end: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
