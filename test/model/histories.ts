import fc from 'fast-check';
import { asked } from './commands';
import type { Machine } from './machine';

type Nothing = Record<string, never>;
/** A step of a history; what it says is what a failure prints. */
class Step implements fc.Command<Nothing, Machine> {
  constructor(
    private readonly says: string,
    private readonly does: (machine: Machine) => void,
  ) {}

  check = (): boolean => true;
  run = (_model: Nothing, machine: Machine): void => this.does(machine);
  toString = (): string => this.says;
}

const HOUR = 3_600_000;
const chance = fc.record({ a: fc.nat(999), b: fc.nat(999) });
const name = fc.array(fc.constantFrom(...Object.keys(asked)), { minLength: 2, maxLength: 10 });
const step = <T>(arbitrary: fc.Arbitrary<T>, says: string, does: (machine: Machine, drawn: T) => void): fc.Arbitrary<Step> =>
  arbitrary.map((drawn) => new Step(`${says}(${JSON.stringify(drawn)})`, (machine) => does(machine, drawn)));

const asks = step(fc.array(fc.tuple(name, chance), { minLength: 1, maxLength: 10, size: 'max' }), 'asks', (machine, askings) =>
  machine.asks(askings),
);
const acknowledges = step(chance, 'acknowledges', (machine, drawn) => machine.asks([[['AcknowledgeEscalation'], drawn]]));
const passes = step(fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 24, max: 24 * 70 })), 'hours pass', (machine, hours) =>
  machine.passes(hours * HOUR),
);
const jumps = step(fc.integer({ min: 1, max: 60 }), 'days jumped', (machine, days) =>
  machine.jumps(new Date(Date.parse(machine.world.now) + days * 24 * HOUR).toISOString()),
);
const due = step(fc.tuple(fc.nat(5), fc.constantFrom(-1_000, 0, 1, 1_000, 60_000, 61_000)), 'to a due moment', (machine, [which, beside]) =>
  machine.toDue(which, beside),
);
const settled = fc.nat(12);
const days = fc.integer({ min: 0, max: 40 });

/** Any history: people, clocks, and workers that come and go. */
export const histories = (most: number): fc.Arbitrary<Iterable<fc.Command<Nothing, Machine>>> =>
  fc.commands(
    [
      ...Array.from({ length: 8 }, () => asks),
      ...Array.from({ length: 3 }, () => acknowledges),
      passes,
      passes,
      due,
      due,
      jumps,
      step(fc.constant(0), 'stops', (machine) => machine.stops()),
      step(fc.constant(0), 'starts', (machine) => machine.starts()),
      step(fc.tuple(settled, days), 'dies', (machine, [after, late]) => machine.dies(after, late)),
      step(fc.constant(0), 'rebuilds', (machine) => machine.rebuilds()),
      step(fc.constant(0), 'redelivers', (machine) => machine.redelivers()),
      step(fc.tuple(days, fc.array(fc.boolean(), { minLength: 1, maxLength: 20 })), 'doubles', (machine, [late, turns]) =>
        machine.doubles(late, turns),
      ),
      step(fc.tuple(settled, days, name, chance), 'asks meanwhile', (machine, [after, late, what, drawn]) =>
        machine.asksMeanwhile(after, late, what, drawn),
      ),
    ],
    { maxCommands: most, size: 'max' },
  );
