import fc from 'fast-check';
import { CaseClosed, CaseOpened, CaseRated, ContractSigned, MemoryLog, ReportReceived } from './fixture';

const number = fc.integer({ min: 0, max: 3 });
const text = fc.constantFrom('Süd', 'naïve "quoted" \\ back', 'a', 'Ω😀', '{,}', "o'clock", '', 'NULL');

const happening = fc.oneof(
  fc.record({ what: fc.constant('opened' as const), of: number, area: text }),
  fc.record({ what: fc.constant('rated' as const), of: number, rating: fc.option(fc.integer({ min: -3, max: 9 })), poison: fc.boolean() }),
  fc.record({ what: fc.constant('closed' as const), of: number }),
  fc.record({ what: fc.constant('signed' as const), of: number, cases: fc.array(number, { maxLength: 3 }) }),
  fc.record({ what: fc.constant('reported' as const), of: number, month: text }),
);

type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

function record(log: MemoryLog, happened: Happening, poison: boolean): void {
  const { of } = happened;
  switch (happened.what) {
    case 'opened':
      log.append(`case-c${of}`, CaseOpened({ area: happened.area || 'none', openedOn: `2024-01-0${of + 1}` }));
      break;
    case 'rated':
      log.append(`case-c${of}`, CaseRated({ rating: happened.rating, poison: poison && happened.poison && of === 3 }));
      break;
    case 'closed':
      log.append(`case-c${of}`, CaseClosed({ closedOn: '2024-02-01' }));
      break;
    case 'signed':
      log.append(`contract-k${of}`, ContractSigned({ cases: happened.cases.map((number) => `c${number}`) }));
      break;
    case 'reported':
      log.append(`contract-k${of}`, ReportReceived({ month: happened.month }));
      break;
  }
}

/** Logs of up to 60 events over a few cases and contracts; with `poison` some of them cannot be folded. */
export const histories = ({ poison = false } = {}): fc.Arbitrary<MemoryLog> =>
  fc.array(happening, { minLength: 1, maxLength: 60, size: 'max' }).map((happened) => {
    const log = new MemoryLog();
    for (const one of happened) record(log, one, poison);
    return log;
  });

/** The same 3,000 events each time, over 50 cases. */
export function longLog(): MemoryLog {
  const log = new MemoryLog();
  for (let number = 0; number < 3_000; number += 1) {
    const stream = `case-c${(number * 7) % 50}`;
    if (number < 50) log.append(stream, CaseOpened({ area: `A${number % 9}`, openedOn: '2024-01-01' }));
    else log.append(stream, CaseRated({ rating: number % 10, poison: number % 1_000 === 999 }));
    if (number % 100 === 0) log.append('contract-k1', ContractSigned({ cases: [`c${number / 100}`] }));
    if (number % 40 === 0) log.append('contract-k1', ReportReceived({ month: `month ${number}` }));
  }
  return log;
}
