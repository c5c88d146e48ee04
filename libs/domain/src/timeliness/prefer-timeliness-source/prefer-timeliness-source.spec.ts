import { make, specFor } from '@app/event-sourcing/testing';
import { TimelinessRevised, TimelinessSourcePreferred } from '../timeliness.events';
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

  it('goes by what the source revised last, whichever of its records is named', () => {
    const { rate, standing: _standing, ...said } = published.data;
    const revised = TimelinessRevised({ ...said, rate: '5.5', previousRate: rate, revises: 1, standing: '4.0', publishedOn: '2023-09-01' });
    const latest = TimelinessSourcePreferred({ ...preferred.data, standing: '5.5' });
    given(counted, published, revised).when(command(1)).then(latest);
    given(counted, published, revised)
      .when(command(2))
      .then({ ...latest, data: { ...latest.data, prefers: 2 } });
    given(counted, published, revised, latest).when(command(2)).thenNothing();
    given(counted, published, revised, latest)
      .when(command(0))
      .then(TimelinessSourcePreferred({ ...preferred.data, prefers: 0, publisher: 'Department for Education', standing: '4.0' }));
  });

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
