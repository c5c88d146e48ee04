import { EventStoreDBClient, jsonEvent, JSONEventType, ResolvedEvent } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { ProtocolDouble, startProtocolDouble } from './protocol-double';

/** What the specs of the common behaviour run against: the double, and with it a real server where `EVENTSTORE_URL` names one. */
export interface Served {
  readonly url: string;
  /** Only a double can be told what to do. */
  readonly double: ProtocolDouble | undefined;
  stop(): Promise<void>;
}

type Start = (options?: Parameters<typeof startProtocolDouble>[0]) => Promise<Served>;

export function servers(): [name: string, start: Start][] {
  const start: Start = async (options) => {
    const double = await startProtocolDouble(options);
    return { url: double.url, double, stop: () => double.stop() };
  };
  const url = process.env.EVENTSTORE_URL;
  const real: [string, Start][] =
    url === undefined ? [] : [['a real server', async () => ({ url, double: undefined, stop: async () => undefined })]];
  return [['the protocol double', start], ...real];
}

/** Per-call credentials, of whatever kind, take the client to the unary append. */
export const UNARY = { credentials: { username: 'admin', password: 'changeit' } };

const run = randomUUID().slice(0, 8);
let named = 0;

/** Every stream of {@link aStream} in this run begins so. */
export const PREFIX = `double${run}~`;

/** A stream that nobody has written to. */
export const aStream = (): string => `double${run}~${(named += 1)}`;

export const anEvent = (data: Record<string, string | number> = {}, id?: string) =>
  jsonEvent<JSONEventType>({ id, type: 'ReportReceived', data, metadata: { who: 'case-lead' } });

/** So many events, told apart by their number. */
export const events = (count: number) => Array.from({ length: count }, (_nothing, number) => anEvent({ number }));

export const ids = (some: readonly { id: string }[]): string[] => some.map(({ id }) => id);

/** Everything that a read gives. */
export async function all(reading: AsyncIterable<ResolvedEvent>) {
  const found: NonNullable<ResolvedEvent['event']>[] = [];
  for await (const { event } of reading) found.push(event!);
  return found;
}

/** The error that `act` ends in. */
export async function failure(act: Promise<unknown>): Promise<Error & { type?: string; code?: number }> {
  const answered = Symbol('answered');
  const outcome = await act.then(
    () => answered,
    (error: unknown) => error,
  );
  if (!(outcome instanceof Error)) throw new Error('it was answered');
  return outcome;
}

/** The answer to `act`, asked again as long as it ends in an error of that type; by default as long as the server is not there. */
export async function persistently<Answer>(act: () => Promise<Answer>, type?: string): Promise<Answer> {
  for (;;) {
    try {
      return await act();
    } catch (error) {
      const found = error as { code?: number; type?: string };
      if (type === undefined ? found.code !== 14 : found.type !== type) throw error;
    }
  }
}

/** Clients that are disposed of together. */
export class Clients {
  private readonly open: EventStoreDBClient[] = [];

  to({ url }: { url: string }, settings = ''): EventStoreDBClient {
    const client = EventStoreDBClient.connectionString(`${url}${settings}`);
    this.open.push(client);
    return client;
  }

  async dispose(): Promise<void> {
    await Promise.all(this.open.splice(0).map((client) => client.dispose()));
  }
}
