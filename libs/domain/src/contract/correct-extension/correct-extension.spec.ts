import { make, specFor, stateAfter } from '@app/event-sourcing/testing';
import { ContractExtended, ExtensionCorrected } from '../contract.events';
import { contractStream } from '../contract.stream';
import { areas, bound, contractId as id, contractManager as actor, noticeGiven, terminated } from '../contract.testing';
import { CorrectExtension, correctExtension } from './correct-extension.command';

const given = specFor(contractStream, correctExtension, { now: '2025-04-10', actor, id });
const body = { agreedOn: '2025-03-20', months: 3, reason: 'Three months were agreed', corrects: 4 };
const command = (change: Partial<typeof body> = {}) => make(CorrectExtension, { ...body, ...change });
const extended = ContractExtended({
  agreedOn: '2025-03-20',
  months: 6,
  totalMonths: 6,
  previousEnd: '2025-03-31',
  completion: '2025-09-30',
  areas,
  reason: 'More time',
});
const history = [...bound, noticeGiven('2025-02-28', '2025-02-28', '2025-03-31'), extended];
const corrected = ExtensionCorrected({
  ...body,
  totalMonths: 3,
  previousEnd: '2025-03-31',
  completion: '2025-06-30',
  extensionNoticeBy: '2025-05-31',
  areas,
});

describe('correcting the latest extension (C6)', () => {
  it('takes its place: the end follows', () => {
    given(...history)
      .when(command())
      .then(corrected);
    expect(stateAfter(contractStream, [...history, corrected]).terms).toMatchObject({ extensionMonths: 3, endsOn: '2025-06-30' });
    given(...history, corrected)
      .when(command())
      .thenRefused('contract-nothing-to-correct', 'corrects');
    given(...history, corrected)
      .when(command({ corrects: 5, months: 12 }))
      .then(
        ExtensionCorrected({
          ...body,
          corrects: 5,
          months: 12,
          totalMonths: 12,
          previousEnd: '2025-03-31',
          completion: '2026-03-31',
          areas,
        }),
      );
  });

  it('corrects the latest step only, upon the notice that it had', () => {
    const second = [
      ...history,
      noticeGiven('2025-08-31', '2025-08-31', '2025-09-30'),
      ContractExtended({ ...extended.data, agreedOn: '2025-09-01', totalMonths: 12, previousEnd: '2025-09-30', completion: '2026-03-31' }),
    ];
    const now = '2025-10-01';
    given(...second)
      .when(command(), { now })
      .thenRefused('contract-nothing-to-correct');
    given(...second)
      .when(command({ corrects: 6, agreedOn: '2025-08-30' }), { now })
      .thenRefused('extension-agreed-before-notice');
    given(...second)
      .when(command({ corrects: 6, agreedOn: '2025-09-01', months: 7 }), { now })
      .thenRefused('extension-over-twelve-months');
    expect(
      given(...second)
        .when(command({ corrects: 6, agreedOn: '2025-09-01' }), { now })
        .happened()[0]?.data,
    ).toMatchObject({
      totalMonths: 9,
      completion: '2025-12-31',
    });
  });

  it('does not end the contract in the past', () => {
    given(...history)
      .when(command(), { now: '2025-07-01' })
      .thenRefused('extension-correction-in-the-past', 'months');
    given(...history)
      .when(command(), { now: '2025-06-30' })
      .then(corrected);
  });

  it('keeps to the rules of an extension', () => {
    given(...bound)
      .when(command())
      .thenRefused('contract-nothing-to-correct');
    given(...history)
      .when(command({ agreedOn: '2025-04-01' }))
      .thenRefused('extension-agreed-after-end');
    given(...history, terminated)
      .when(command())
      .thenRefused('extension-of-ending-contract');
  });
});
