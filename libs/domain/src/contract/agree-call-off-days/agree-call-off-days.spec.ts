import { make, specFor } from '@app/event-sourcing/testing';
import { CallOffDaysAgreed } from '../contract.events';
import { contractStream } from '../contract.stream';
import { bound, contractId as id, contractManager as actor, orderPlaced } from '../contract.testing';
import { AgreeCallOffDays, agreeCallOffDays } from './agree-call-off-days.command';

const given = specFor(contractStream, agreeCallOffDays, { now: '2023-10-20', actor, id });
const body = { daysPerMonth: '2.5', from: '2023-11-01', reason: 'As tendered' };
const command = (change: Partial<typeof body> = {}) => make(AgreeCallOffDays, { ...body, ...change });

describe('agreeing call-off days (C2)', () => {
  it('holds from a day on, until others are agreed', () => {
    given(...bound)
      .when(command())
      .then(CallOffDaysAgreed(body));
    given(...bound, CallOffDaysAgreed(body))
      .when(command())
      .thenNothing();
    given(...bound, CallOffDaysAgreed(body))
      .when(command({ daysPerMonth: '3' }))
      .then(CallOffDaysAgreed({ ...body, daysPerMonth: '3' }));
    given(...bound, CallOffDaysAgreed(body))
      .when(command({ from: '2023-12-01' }))
      .then(CallOffDaysAgreed({ ...body, from: '2023-12-01' }));
  });
  it('takes days of the term, while the contract runs', () => {
    given(...bound)
      .when(command({ from: '2023-10-11' }))
      .thenRefused('contract-day-outside-term', 'from');
    given(...bound)
      .when(command({ from: '2025-04-01' }))
      .thenRefused('contract-day-outside-term');
    given(...bound)
      .when(command(), { now: '2025-04-01' })
      .thenRefused('contract-over');
    given(orderPlaced).when(command()).thenRefused('contract-not-binding');
  });
  it.each(['0', '99.99'])('takes %s days', (daysPerMonth) =>
    given(...bound)
      .when(command({ daysPerMonth }))
      .then(CallOffDaysAgreed({ ...body, daysPerMonth })),
  );
  it.each(['-1', '2.555', '100', '1e1'])('does not take %s days', (daysPerMonth) =>
    expect(() =>
      given(...bound)
        .when(command({ daysPerMonth }))
        .happened(),
    ).toThrow('daysPerMonth'),
  );
});
