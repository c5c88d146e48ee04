import type { EventMeta } from '@app/event-sourcing';
import { stateAfter } from '@app/event-sourcing/testing';
import type { ContractEvent } from './contract.events';
import type { ContractState } from './contract.state';
import { contractStream } from './contract.stream';
import { areas } from './contract.testing';
import { longestContract } from './longest-contract.testing';

const fold = (events: readonly ContractEvent[]): ContractState =>
  events.reduce(
    (state, event, revision) => contractStream.evolve(state, event, { revision, who: 'somebody' } as EventMeta),
    contractStream.initial(),
  );

const bytes = (state: ContractState): number => JSON.stringify(state).length;

describe('the longest contract: thirty months with daily records in three areas', () => {
  const events = longestContract(0);
  const state = fold(events);

  it('has a state that grows with the months, not with what was corrected in them', () => {
    const perMonth = bytes(state) / Object.keys(state.months).length;
    expect(events.length).toBeGreaterThan(2_700);
    expect(Object.keys(state.months)).toHaveLength(30);
    expect(perMonth).toBeLessThan(31 * areas.length * 70);
    expect(bytes(fold(longestContract(3)))).toBeLessThan(bytes(state) * 1.05);
  });

  it('folds to the same state from what is stored', () =>
    expect(stateAfter(contractStream, (JSON.parse(JSON.stringify(events)) as ContractEvent[]).slice(0, 300))).toEqual(
      fold(events.slice(0, 300)),
    ));
});
