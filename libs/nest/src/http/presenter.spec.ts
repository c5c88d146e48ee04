import { declarationsIn, defineEvent, EventCatalogue, FreeText, UnknownEvent, type Actor, type Shape } from '@app/event-sourcing';
import { IsInt, IsString } from 'class-validator';
import { Presenter, type Redaction } from './presenter';

class MovedShape {
  @IsInt() metres!: number;
  @FreeText() @IsString() why!: string;
}
const Moved = defineEvent('Moved', MovedShape, {
  version: 2,
  from: { 1: ({ feet, why }: { feet: number; why: string }) => ({ metres: Math.round(feet * 0.3048), why }) },
  formerly: ['Shifted'],
  says: ({ metres }) => `Moved by ${metres} metres`,
});

const asked: { shape: Shape; data: object; reader: Actor }[] = [];
const redaction: Redaction = {
  mayRead: () => false,
  present: async (shape, data, reader) => {
    asked.push({ shape, data, reader });
    return { data: { ...data, why: null }, redacted: [{ field: 'why', category: 'free-text' }] };
  },
};
const presenter = new Presenter(new EventCatalogue(declarationsIn({ Moved })), redaction);
const reader = { who: 'u-1', role: 'adviser' };
const stored = { revision: 3, id: 'id', type: 'Shifted', schemaVersion: 1, data: { feet: 10, why: 'sealed' }, metadata: { who: 'u-2' } };

describe('an event as a reader may see it (P2)', () => {
  it('is told in today’s type and shape, whatever was stored, and says what was withheld', async () => {
    expect(await presenter.event(stored, 'thing-1', reader)).toEqual({
      stream: 'thing-1',
      revision: 3,
      id: 'id',
      type: 'Moved',
      says: 'Moved by 3 metres',
      data: { metres: 3, why: null },
      redacted: [{ field: 'why', category: 'free-text' }],
      metadata: { who: 'u-2' },
    });
    expect(asked.at(-1)).toEqual({ shape: MovedShape, data: { metres: 3, why: 'sealed' }, reader });
  });

  it('is redacted in the answer of a command as in any read', async () => {
    const answer = { stream: 'thing-1', revision: 3, events: [stored] };
    expect((await presenter.answer(answer as never, reader)).events[0]!.data['why']).toBeNull();
    expect(await presenter.answer({ stream: 'thing-1', revision: -1, events: [] }, reader)).toEqual({
      stream: 'thing-1',
      revision: -1,
      events: [],
    });
  });

  it('of a build that is not known here is not told at all', async () => {
    await expect(presenter.event({ ...stored, schemaVersion: 3 }, 'thing-1', reader)).rejects.toThrow(UnknownEvent);
  });
});
