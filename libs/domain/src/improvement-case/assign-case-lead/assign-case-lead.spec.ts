import { make, specFor } from '@app/event-sourcing/testing';
import { CaseLeadAssigned } from '../improvement-case.events';
import { closed, opened, teamLeader } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { AssignCaseLead, assignCaseLead } from './assign-case-lead.command';

const given = specFor(caseStream, assignCaseLead, { now: '2023-10-12', actor: teamLeader, id: '931~inspection' });
const command = (lead: string) => make(AssignCaseLead, { lead, reason: 'Knows the area' });
const first = CaseLeadAssigned({ lead: 'u-1', reason: 'Knows the area' });

describe('assigning the case lead (J2, E3)', () => {
  it('names who is told first, and who was before', () => {
    given(opened).when(command('u-1')).then(first);
    given(opened, first)
      .when(command('u-3'))
      .then(CaseLeadAssigned({ lead: 'u-3', previous: 'u-1', reason: 'Knows the area' }));
  });
  it('changes nothing where it is that person already', () => given(opened, first).when(command('u-1')).thenNothing());
  it('is refused in a case that is not open', () => {
    given(opened, closed).when(command('u-1')).thenRefused('case-not-open');
    given().when(command('u-1')).thenRefused('case-not-opened');
  });
});
