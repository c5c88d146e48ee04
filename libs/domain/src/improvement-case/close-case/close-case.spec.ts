import { make, specFor } from '@app/event-sourcing/testing';
import { LocalAreaSucceeded } from '../../local-area/local-area.events';
import { dfe } from '../../local-area/local-area.stories';
import { CaseClosed } from '../improvement-case.events';
import { areaFound, caseLead, closed, opened } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { CloseCase, closeCase } from './close-case.command';

const given = specFor(caseStream, closeCase, { now: '2025-03-31', actor: caseLead, id: '931~inspection', found: { area: areaFound() } });
const body = { closedOn: '2025-03-31', reason: 'Effective action' };
const command = (change: Partial<CloseCase> = {}) => make(CloseCase, { ...body, ...change });

describe('closing a case (J2)', () => {
  it('needs a reason and ends it', () => given(opened).when(command()).then(closed));
  it('is done once', () => {
    given(opened, closed).when(command()).thenNothing();
    given(opened, closed)
      .when(command({ closedOn: '2025-03-30' }))
      .thenRefused('case-closed-otherwise', 'closedOn');
  });
  it('is refused before the opening, ahead of time, and where there is no case', () => {
    given(opened)
      .when(command({ closedOn: '2023-09-14' }))
      .thenRefused('case-closed-before-opening', 'closedOn');
    given(opened)
      .when(command({ closedOn: '2025-04-01' }))
      .thenRefused('case-day-in-future', 'closedOn');
    given().when(command()).thenRefused('case-not-opened');
  });
  it('passes on to successors of the local area alone (reading 26)', () => {
    const succeeded = LocalAreaSucceeded({
      successors: ['942'],
      succeededOn: '2025-04-01',
      judgedBy: ['localArea-942@0'],
      reason: 'Order',
      source: dfe,
    });
    given(opened)
      .when(command({ passedTo: ['942'] }))
      .thenRefused('case-not-passed-to', 'passedTo');
    given(opened)
      .when(command({ passedTo: ['942'] }), { found: { area: areaFound(succeeded) } })
      .then(CaseClosed({ ...closed.data, passedTo: ['942'] }));
  });
});
