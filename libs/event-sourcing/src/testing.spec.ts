import { IsInt } from 'class-validator';
import type { Decide } from './decision';
import { declarationsIn, defineEvent, type EventOf } from './event';
import { defineProcess } from './process';
import { defineProjection } from './projection';
import { defineRefusals } from './refusal';
import { evolveWith, partsOfStream, streamName, type Stream } from './stream';
import { deepFreeze, recorded, specFor, specForProcess, specForProjection, stateAfter } from './testing';

class AddedShape {
  @IsInt() amount!: number;
}
const Added = defineEvent('Added', AddedShape, { says: ({ amount }) => `Added ${amount}` });
const Emptied = defineEvent('Emptied', class EmptiedShape {}, { says: () => 'Emptied' });
type Purse = EventOf<typeof Added> | EventOf<typeof Emptied>;
interface State {
  readonly pence: number;
  readonly by?: string;
}
const stream: Stream<State, Purse> = {
  category: 'purse',
  collection: 'purses',
  events: declarationsIn({ Added, Emptied }),
  initial: () => ({ pence: 0 }),
  evolve: evolveWith<State, Purse>({
    Added: ({ pence }, { amount }, { who }) => ({ pence: pence + amount, by: who }),
    Emptied: () => ({ pence: 0 }),
  }),
};
const refuse = defineRefusals({ 'purse-too-full': { says: 'A purse holds {most} pence at most.', rule: 'G2' } });
class Add {
  @IsInt() amount!: number;
}
const facts = { now: '2024-06-01', actor: { who: 'u-1', role: 'case-lead' } };
const add: Decide<Add, State, Purse> = ({ amount }, { pence }) => {
  if (pence + amount > 100) throw refuse('purse-too-full', { field: 'amount', values: { most: 100 } });
  return amount === 0 ? [] : [Added({ amount })];
};
const given = specFor(stream, add, facts);

describe('the given–when–then grammar', () => {
  it('passes for exactly these events, nothing, or this refusal', () => {
    given(Added({ amount: 60 }))
      .when({ amount: 40 })
      .then(Added({ amount: 40 }));
    given().when({ amount: 0 }).thenNothing();
    given(Added({ amount: 60 }))
      .when({ amount: 41 })
      .thenRefused('purse-too-full', 'amount');
  });
  it('fails for other events, other codes, other fields, and where nothing was refused', () => {
    expect(() =>
      given()
        .when({ amount: 1 })
        .then(Added({ amount: 2 })),
    ).toThrow();
    expect(() => given().when({ amount: 1 }).then()).toThrow();
    expect(() => given().when({ amount: 1 }).thenRefused('purse-too-full')).toThrow('but this happened');
    expect(() => given().when({ amount: 101 }).thenRefused('another')).toThrow();
    expect(() => given().when({ amount: 101 }).thenRefused('purse-too-full', 'other')).toThrow();
  });
  it('catches a rule that mutates what it was handed', () => {
    const greedy: Decide<Add, { pence: number }, Purse> = (_command, state) => {
      state.pence = 0;
      return [];
    };
    expect(() =>
      specFor(stream as Stream<{ pence: number }, Purse>, greedy, facts)()
        .when({ amount: 1 })
        .thenNothing(),
    ).toThrow(TypeError);
  });
  it('catches an event without its shape, of another stream, or that JSON would change', () => {
    const answering =
      (event: object): Decide<Add, State, Purse> =>
      () => [event as Purse];
    const when = (event: object) => specFor(stream, answering(event), facts)().when({ amount: 1 });
    expect(() => when({ type: 'Added', data: { amount: 'much' } }).then()).toThrow('amount');
    expect(() => when({ type: 'Unheard', data: {} }).then()).toThrow('no event of purse');
    expect(() => when({ type: 'Added', data: { amount: 1, note: undefined } }).then()).toThrow();
  });
  it('catches a refusal whose sentence has a hole', () => {
    const holed: Decide<Add, State, Purse> = () => {
      throw refuse('purse-too-full');
    };
    expect(() => specFor(stream, holed, facts)().when({ amount: 1 }).thenRefused('purse-too-full')).toThrow('the sentence has a hole');
  });
  it('gives events the provenance that a spec asks for', () =>
    expect(stateAfter(stream, [recorded(Added({ amount: 5 }), { who: 'u-9' })])).toEqual({ pence: 5, by: 'u-9' }));
  it('locks a value and everything in it', () => {
    const value = deepFreeze({ parts: [{ amount: 1 }] });
    expect(() => (value.parts[0]!.amount = 2)).toThrow(TypeError);
  });
});

describe('a stream', () => {
  it('has a line for every event: another one is a bug', () =>
    expect(() => stream.evolve({ pence: 0 }, { type: 'Unheard', data: {} } as never, {} as never)).toThrow('No evolve line for Unheard'));
  it('is named by category and id, and taken apart again', () => {
    expect(streamName(stream, '931~inspection')).toBe('purse-931~inspection');
    expect(partsOfStream('purse-931~inspection')).toEqual({ category: 'purse', id: '931~inspection' });
  });
});

describe('a refusal', () => {
  it('is a code, a sentence with its values, the rule, and the field', () =>
    expect(refuse('purse-too-full', { field: 'amount', values: { most: 100 } })).toMatchObject({
      code: 'purse-too-full',
      message: 'A purse holds 100 pence at most.',
      rule: 'G2',
      field: 'amount',
    }));
});

describe('folding in specs', () => {
  const purses = defineProjection<{ pence: number }, Purse>({
    name: 'purses',
    version: 1,
    view: class PurseRow {
      pence!: number;
    },
    key: (_event, { streamId }) => streamId,
    follows: (event, { stream: name }) => (event.type === 'Emptied' ? [{ stream: name, key: 'ever-emptied' }] : []),
    on: { Added: (row = { pence: 0 }, { amount }) => ({ pence: row.pence + amount }), Emptied: (row) => (row ? null : undefined) },
  });
  it('keeps rows by key, takes them away, and follows a stream to other keys', () => {
    const on = (id: string) => ({ stream: `purse-${id}` });
    specForProjection(purses)(
      recorded(Added({ amount: 1 }), on('a')),
      recorded(Added({ amount: 2 }), on('b')),
      recorded(Emptied({}), on('a')),
      recorded(Added({ amount: 4 }), on('a')),
    ).rows({ a: { pence: 4 }, b: { pence: 2 }, 'ever-emptied': { pence: 4 } });
  });
  it('asks a process twice and fails when it answers differently', () => {
    let asked = 0;
    const fickle = defineProcess<number, Purse>({
      name: 'fickle',
      version: 1,
      inForceFrom: '2021-09-02',
      key: () => 'one',
      initial: () => 0,
      on: { Added: (count) => count + 1 },
      next: () => [{ remindAt: String((asked += 1)) }],
    });
    expect(() => specForProcess(fickle)('one', Added({ amount: 1 })).at('2024-06-01')).toThrow('asked twice');
  });
});
