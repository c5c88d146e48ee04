import type { Feature } from '@app/event-sourcing';
import { examplesFor, withExamples } from './examples';

class OpenCase {}
class CloseCase {}
const features = [{ command: OpenCase }, { command: CloseCase }] as unknown as Feature[];

describe('example bodies of commands', () => {
  it('go to one stream, by the name of their command', () =>
    expect(examplesFor('931', { OpenCase: { area: '931' }, CloseCase: {} })).toEqual({
      OpenCase: [{ id: '931', body: { area: '931' } }],
      CloseCase: [{ id: '931', body: {} }],
    }));

  it('stand with their command; a command without one stays as it is', () => {
    const [open, close] = withExamples(features, examplesFor('931', { OpenCase: { area: '931' } }));
    expect(open).toEqual({ command: OpenCase, examples: [{ id: '931', body: { area: '931' } }] });
    expect(close).toBe(features[1]);
  });

  it('are refused where they are of no command', () =>
    expect(() => withExamples(features, examplesFor('931', { OpenCase: {}, OpnCase: {}, ClsCase: {} }))).toThrow(
      'Examples of no command: OpnCase, ClsCase',
    ));
});
