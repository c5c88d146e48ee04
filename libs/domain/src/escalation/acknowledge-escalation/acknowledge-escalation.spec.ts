import { make, specFor } from '@app/event-sourcing/testing';
import { EscalationAcknowledged, EscalationRaisedToNextLevel, EscalationReopened, EscalationResolved } from '../escalation.events';
import { escalationStream } from '../escalation.stream';
import { acknowledged, atLevel2, atLevel3, caseLead, contractManager, deputyDirector, raised, teamLeader } from '../escalation.stories';
import { AcknowledgeEscalation, acknowledgeEscalation } from './acknowledge-escalation.command';

const given = specFor(escalationStream, acknowledgeEscalation, { now: '2023-11-13', actor: contractManager });
const command = make(AcknowledgeEscalation, { reason: 'The supplier was asked' });
const at = (level: 1 | 2 | 3) => EscalationAcknowledged({ level, reason: 'The supplier was asked' });

describe('acknowledging an escalation (E3)', () => {
  it.each([
    ['contract-manager', contractManager],
    ['case-lead', caseLead],
    ['team-leader', teamLeader],
    ['deputy-director', deputyDirector],
  ])('can be done at level 1 by the %s', (_role, actor) => given(raised).when(command, { actor }).then(at(1)));

  it('takes the level or one above', () => {
    const another = { who: 'u-99', role: 'contract-manager' };
    given(raised, atLevel2).when(command, { actor: another }).thenRefused('escalation-not-yours');
    given(raised, atLevel2).when(command, { actor: teamLeader }).then(at(2));
    given(raised, atLevel2, atLevel3).when(command, { actor: teamLeader }).thenRefused('escalation-not-yours');
    given(raised, atLevel2, atLevel3).when(command, { actor: deputyDirector }).then(at(3));
  });

  it('can be done by the person told, whatever the role, but not by whom the level before was told', () => {
    const cover = EscalationRaisedToNextLevel({ ...atLevel2.data, person: 'u-77' });
    given(raised, cover)
      .when(command, { actor: { who: 'u-77', role: 'case-lead' } })
      .then(at(2));
    given(raised, cover).when(command, { actor: contractManager }).thenRefused('escalation-not-yours');
    given(raised, atLevel2).when(command, { actor: contractManager }).thenRefused('escalation-not-yours');
  });

  it('is done once', () => given(raised, acknowledged).when(command).thenNothing());

  it('is refused for one that is settled or unknown', () => {
    given().when(command).thenRefused('escalation-unknown');
    given(raised, EscalationResolved({ because: 'by-decision', reason: 'Done' }))
      .when(command)
      .thenRefused('escalation-settled');
  });

  it('is done anew where it was reopened before anyone had taken it on', () =>
    given(raised, EscalationResolved({ because: 'by-decision', reason: 'Done' }), EscalationReopened({ corrects: 1, reason: 'A mistake' }))
      .when(command)
      .then(at(1)));
});
