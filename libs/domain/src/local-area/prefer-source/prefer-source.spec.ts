import { make, specFor } from '@app/event-sourcing/testing';
import { SourcePreferred } from '../local-area.events';
import { balance, caseLead, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { PreferSource, preferSource } from './prefer-source.command';

const given = specFor(localAreaStream, preferSource, { now: '2021-11-01', actor: caseLead, id: '931' });
const both = [
  registered,
  balance('2020-21', '-0.90'),
  balance('2020-21', '-1.10', { publisher: 'Council', title: 'Statement of accounts' }),
];
const body = { year: '2020-21', prefers: 2, reason: 'Audited' };
const command = (change: Partial<PreferSource> = {}) => make(PreferSource, { ...body, ...change });
const preferred = SourcePreferred({ ...body, figure: 'dsg-position', yearEndsOn: '2021-03-31', publisher: 'Council' });

describe('preferring one of two sources (reading 20)', () => {
  it('names the source, with a reason', () =>
    given(...both)
      .when(command())
      .then(preferred));
  it('changes nothing where it is preferred already, as the first one is', () => {
    given(...both)
      .when(command({ prefers: 1 }))
      .thenNothing();
    given(...both, preferred)
      .when(command())
      .thenNothing();
  });
  it('can be taken back by preferring the other', () =>
    given(...both, preferred)
      .when(command({ prefers: 1 }))
      .then(SourcePreferred({ ...preferred.data, prefers: 1, publisher: 'Department for Education' })));
  it('is refused of a record that does not stand (J1)', () => {
    given(...both)
      .when(command({ prefers: 0 }))
      .thenRefused('fact-not-on-record', 'prefers');
    given(...both)
      .when(command({ year: '2019-20' }))
      .thenRefused('fact-not-on-record', 'prefers');
    given().when(command()).thenRefused('local-area-not-registered');
  });
});
