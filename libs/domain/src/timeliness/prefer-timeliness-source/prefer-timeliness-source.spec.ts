import { make, specFor } from '@app/event-sourcing/testing';
import { TimelinessSourcePreferred } from '../timeliness.events';
import { caseLead, counted, published } from '../timeliness.stories';
import { timelinessStream } from '../timeliness.stream';
import { PreferTimelinessSource, preferTimelinessSource } from './prefer-timeliness-source.command';

const given = specFor(timelinessStream, preferTimelinessSource, { now: '2024-07-01', actor: caseLead, id: '931~2022' });
const reason = 'Audited since';
const command = (prefers: number) => make(PreferTimelinessSource, { prefers, reason });
const preferred = TimelinessSourcePreferred({
  area: '931',
  year: 2022,
  basis: 'no-exceptions',
  prefers: 1,
  publisher: 'Oxfordshire County Council',
  standing: '5.2',
  reason,
});

describe('preferring one of two sources (reading 20)', () => {
  it('names the source and the rate that the year goes by from now on', () => given(counted, published).when(command(1)).then(preferred));

  it('changes nothing where it is preferred already, as the first one is', () => {
    given(counted, published).when(command(0)).thenNothing();
    given(counted, published, preferred).when(command(1)).thenNothing();
  });

  it('can be taken back by preferring the other', () =>
    given(counted, published, preferred)
      .when(command(0))
      .then(TimelinessSourcePreferred({ ...preferred.data, prefers: 0, publisher: 'Department for Education', standing: '4.0' })));

  it('is refused of a record without a figure', () => {
    given().when(command(0)).thenRefused('timeliness-not-on-record', 'prefers');
    given(counted, published).when(command(2)).thenRefused('timeliness-not-on-record', 'prefers');
  });
});
