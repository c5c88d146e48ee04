import { make, specFor } from '@app/event-sourcing/testing';
import { CoverNamed } from '../improvement-case.events';
import { caseLead, opened } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { NameCover, nameCover } from './name-cover.command';

const given = specFor(caseStream, nameCover, { now: '2023-12-01', actor: caseLead, id: '931~inspection' });
const body = { absent: 'u-1', cover: 'u-3', from: '2023-12-18', to: '2024-01-02', reason: 'Leave' };
type Change = { [K in keyof NameCover]?: NameCover[K] | undefined };
const command = (change: Change = {}) => make(NameCover, { ...body, ...change });
const named = CoverNamed(body);

describe('naming cover (E3)', () => {
  it('says who is told in the place of an absent person, or that nobody is', () => {
    given(opened).when(command()).then(named);
    const { cover: _cover, ...nobody } = body;
    given(opened)
      .when(command({ cover: undefined }))
      .then(CoverNamed(nobody));
  });
  it('is done once for a time; one that only touches it is another', () => {
    given(opened, named).when(command()).thenNothing();
    given(opened, named)
      .when(command({ from: '2024-01-02', to: '2024-01-05' }))
      .thenRefused('cover-overlaps', 'from');
    given(opened, named)
      .when(command({ from: '2024-01-03', to: '2024-01-05' }))
      .then(CoverNamed({ ...body, from: '2024-01-03', to: '2024-01-05' }));
    given(opened, named)
      .when(command({ absent: 'u-9' }))
      .then(CoverNamed({ ...body, absent: 'u-9' }));
  });
  it('is refused where it ends before it begins, or a person covers for themselves', () => {
    given(opened)
      .when(command({ to: '2023-12-17' }))
      .thenRefused('cover-reversed', 'to');
    given(opened)
      .when(command({ to: '2023-12-18' }))
      .then(CoverNamed({ ...body, to: '2023-12-18' }));
    given(opened)
      .when(command({ cover: 'u-1' }))
      .thenRefused('cover-by-absent', 'cover');
    given().when(command()).thenRefused('case-not-opened');
  });
});
