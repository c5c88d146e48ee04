import { make, specFor } from '@app/event-sourcing/testing';
import { EscalationRaised, EscalationResolved, EscalationWithdrawn } from '../escalation.events';
import { escalationStream } from '../escalation.stream';
import { acknowledged, automation, raised } from '../escalation.stories';
import { RaiseEscalation, raiseEscalation } from './raise-escalation.command';

const given = specFor(escalationStream, raiseEscalation, { now: '2023-11-11', actor: automation });
const command = (change: object = {}) => make(RaiseEscalation, { ...raised.data, ...change });
const again = 'requirement-monthly_report~CON_22889~2023_10_12@4';

describe('raising an escalation (E3, E4, E6)', () => {
  it('names its cause, the level, who is told and what is needed', () => given().when(command()).then(raised));

  it('names who covers, and for whom (E3)', () =>
    given()
      .when(command({ person: 'u-22', insteadOf: 'u-21' }))
      .then(EscalationRaised({ ...raised.data, person: 'u-22', insteadOf: 'u-21' })));

  it('goes to a role where no person is known', () => {
    const { person: _person, ...toRole } = raised.data;
    given().when(make(RaiseEscalation, toRole)).then(EscalationRaised(toRole));
  });

  it('happens once for a lapse, also after it was settled (E4)', () => {
    given(raised).when(command()).thenNothing();
    given(raised, EscalationResolved({ because: 'by-decision', reason: 'Done' }))
      .when(command())
      .thenNothing();
    given(raised, EscalationWithdrawn({ because: 'by-decision', reason: 'No cause' }))
      .when(command())
      .thenNothing();
  });

  it('happens again for another cause once the first is settled, and not while it is open', () => {
    given(raised)
      .when(command({ cause: again }))
      .thenNothing();
    given(raised, acknowledged)
      .when(command({ cause: again }))
      .thenNothing();
    given(raised, EscalationResolved({ because: 'met-late', by: 'requirement-monthly_report~CON_22889~2023_10_12@2' }))
      .when(command({ cause: again }))
      .then(EscalationRaised({ ...raised.data, cause: again }));
  });

  it.each([
    [1, 'case-lead'],
    [1, 'grant-manager'],
    [2, 'team-leader'],
    [3, 'deputy-director'],
  ] as const)('goes at level %i to the %s', (level, role) =>
    given()
      .when(command({ level, role }))
      .then(EscalationRaised({ ...raised.data, level, role })),
  );

  it.each([
    [1, 'team-leader'],
    [2, 'deputy-director'],
    [2, 'contract-manager'],
    [3, 'team-leader'],
  ] as const)('is refused at level %i to the %s', (level, role) =>
    given().when(command({ level, role })).thenRefused('escalation-role-not-of-level', 'role'),
  );
});
