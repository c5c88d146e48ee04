import { commandsByRoles } from '../wiring.testing';
import { subjectFeatures } from './features';

describe('who may do what on a person whom records speak of (P4)', () => {
  it('is told of every command', () =>
    expect(commandsByRoles(subjectFeatures)).toEqual({
      'case-lead, contract-manager, grant-manager, team-leader, deputy-director': ['RegisterSubject', 'CorrectSubject'],
      'deputy-director, administrator': ['EraseSubject'],
    }));
});
