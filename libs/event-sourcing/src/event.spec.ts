import { IsIn, IsString } from 'class-validator';
import { declarationsIn, defineEvent, EventCatalogue, UnknownEvent } from './event';
import { ShapeError } from './shape';

class RatedShape {
  @IsString() heldOn!: string;
  @IsIn(['on-track', 'at-risk']) rating!: string;
}

const Rated = defineEvent('Rated', RatedShape, {
  version: 3,
  formerly: ['Scored'],
  effective: ({ heldOn }) => heldOn,
  says: ({ rating }) => `Rated ${rating}`,
  from: {
    1: ({ day, ...rest }: { day: string; onTrack: boolean }) => ({ ...rest, heldOn: day }),
    2: ({ onTrack, ...rest }: { onTrack: boolean; heldOn: string }) => ({ ...rest, rating: onTrack ? 'on-track' : 'at-risk' }),
  },
});
const Closed = defineEvent('Closed', class ClosedShape {}, { says: () => 'Closed' });
const catalogue = new EventCatalogue(declarationsIn({ Rated, Closed, notAnEvent: () => 1, text: 'x' }));

describe('an event that is declared once with its whole history', () => {
  it('is made of its type and data', () =>
    expect(Rated({ heldOn: '2024-03-27', rating: 'at-risk' })).toEqual({
      type: 'Rated',
      data: { heldOn: '2024-03-27', rating: 'at-risk' },
    }));
  it('is read in today’s shape from every older version, step by step', () => {
    const today = { type: 'Rated', data: { heldOn: '2024-03-27', rating: 'on-track' } };
    expect(catalogue.read({ type: 'Rated', schemaVersion: 1, data: { day: '2024-03-27', onTrack: true } })).toEqual(today);
    expect(catalogue.read({ type: 'Rated', schemaVersion: 2, data: { heldOn: '2024-03-27', onTrack: true } })).toEqual(today);
    expect(catalogue.read({ type: 'Rated', schemaVersion: 3, data: today.data })).toEqual(today);
  });
  it('is read under a name that it had before', () =>
    expect(catalogue.read({ type: 'Scored', schemaVersion: 2, data: { heldOn: '2024-03-27', onTrack: false } })).toEqual({
      type: 'Rated',
      data: { heldOn: '2024-03-27', rating: 'at-risk' },
    }));
  it('stops the reader when its type or its version is not known', () => {
    expect(() => catalogue.read({ type: 'Unheard', schemaVersion: 1, data: {} })).toThrow(UnknownEvent);
    expect(() => catalogue.read({ type: 'Rated', schemaVersion: 4, data: {} })).toThrow(new UnknownEvent('Rated', 4));
  });
  it('has no step missing', () =>
    expect(() => defineEvent('Gap', RatedShape, { version: 2, says: () => '' }).upcast({}, 1)).toThrow('Gap has no step from version 1'));
  it('refuses data that is not its shape, and anything besides', () => {
    expect(() => Rated.assert({ heldOn: '2024-03-27', rating: 'at-risk' })).not.toThrow();
    expect(() => Rated.assert({ heldOn: '2024-03-27', rating: 'fine' })).toThrow(ShapeError);
    expect(() => Rated.assert({ heldOn: '2024-03-27', rating: 'at-risk', more: 1 })).toThrow('more');
  });
  it('is unique by every name', () =>
    expect(() => new EventCatalogue(declarationsIn({ Rated, Scored: defineEvent('Scored', RatedShape, { says: () => '' }) }))).toThrow(
      'Two events are called Scored',
    ));
});
