import { make, specFor } from '@app/event-sourcing/testing';
import { CaseOpened } from '../improvement-case.events';
import { caseStream } from '../improvement-case.stream';
import { OpenCase, openCase } from './open-case.command';

const given = specFor(caseStream, openCase, { now: '2023-10-12', actor: { who: 'u-1', role: 'case-lead' }, id: '931~inspection' });
const body = { area: '931', cause: 'inspection' as const, openedOn: '2023-10-12', reason: 'Widespread and systemic failings' };
const command = (change: Partial<typeof body> = {}) => make(OpenCase, { ...body, ...change });

describe('opening a case (J2)', () => {
  it('opens the case of a local area and cause', () => given().when(command()).then(CaseOpened(body)));
  it('is refused while the case is open: one per local area and cause', () =>
    given(CaseOpened(body)).when(command()).thenRefused('case-already-open'));
  it('is refused under an id that is not of this area and cause', () =>
    given().when(command(), { id: '887~inspection' }).thenRefused('case-id-mismatch', 'area'));
  it('is refused for a day that lies ahead, and taken for today', () => {
    given().when(command({ openedOn: '2023-10-13' })).thenRefused('case-opened-in-future', 'openedOn');
    given().when(command({ openedOn: '2023-10-12' })).then(CaseOpened(body));
  });
});
