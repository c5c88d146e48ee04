import { ProtocolDoubleOptions, startProtocolDouble } from './protocol-double';

/** What the parent asks for; every request is answered under its number. */
export interface Request {
  readonly number: number;
  readonly fault: string;
  readonly parameters: readonly unknown[];
}

/** A protocol double in a process of its own: options in the first argument as JSON, faults by message, the end with the parent. */
async function serve(): Promise<void> {
  const double = await startProtocolDouble(JSON.parse(process.argv[2] ?? '{}') as ProtocolDoubleOptions);
  process.on('message', ({ number, fault, parameters }: Request) => {
    const act = double.faults[fault as keyof typeof double.faults] as (...given: readonly unknown[]) => void;
    act.apply(double.faults, [...parameters]);
    process.send?.({ number });
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ port: double.port });
}

void serve();
