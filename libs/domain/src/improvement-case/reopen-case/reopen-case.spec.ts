import { make, specFor } from '@app/event-sourcing/testing';
import { CaseReopened } from '../improvement-case.events';
import { caseLead, closed, opened } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { ReopenCase, reopenCase } from './reopen-case.command';

const given = specFor(caseStream, reopenCase, { now: '2025-04-10', actor: caseLead, id: '931~inspection' });
const command = (reopenedOn: string) => make(ReopenCase, { reopenedOn, reason: 'Progress stopped' });
const reopened = (reopenedOn: string) => CaseReopened({ area: '931', cause: 'inspection', reopenedOn, reason: 'Progress stopped' });

describe('reopening a case (J2)', () => {
  it('opens the same case again', () => given(opened, closed).when(command('2025-04-10')).then(reopened('2025-04-10')));
  it('is refused before the closing, and taken on its day', () => {
    given(opened, closed).when(command('2025-03-30')).thenRefused('case-reopened-before-closing', 'reopenedOn');
    given(opened, closed).when(command('2025-03-31')).then(reopened('2025-03-31'));
  });
  it('is refused ahead of time, of an open case, and where there is none', () => {
    given(opened, closed).when(command('2025-04-11')).thenRefused('case-day-in-future', 'reopenedOn');
    given(opened).when(command('2025-04-10')).thenRefused('case-not-closed');
    given(opened, closed, reopened('2025-04-10')).when(command('2025-04-10')).thenRefused('case-not-closed');
    given().when(command('2025-04-10')).thenRefused('case-not-opened');
  });
});
