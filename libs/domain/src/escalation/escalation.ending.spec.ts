import { make, specFor } from '@app/event-sourcing/testing';
import { EscalationReopened, EscalationResolved, EscalationWithdrawn } from './escalation.events';
import { escalationStream } from './escalation.stream';
import { acknowledged, atLevel2, automation, contractManager, raised, teamLeader } from './escalation.stories';
import { ReopenEscalation, reopenEscalation } from './reopen-escalation/reopen-escalation.command';
import { ResolveEscalation, resolveEscalation } from './resolve-escalation/resolve-escalation.command';
import { SettleEscalation, settleEscalation } from './settle-escalation/settle-escalation.command';
import { WithdrawEscalation, withdrawEscalation } from './withdraw-escalation/withdraw-escalation.command';

const facts = { now: '2023-11-20', actor: contractManager };
const resolved = EscalationResolved({ because: 'by-decision', reason: 'The report came' });
const withdrawn = EscalationWithdrawn({ because: 'by-decision', reason: 'It had come in time' });

describe('resolving an escalation (E3)', () => {
  const given = specFor(escalationStream, resolveEscalation, facts);
  const command = make(ResolveEscalation, { reason: 'The report came' });

  it('is a decision with a reason, acknowledged or not', () => {
    given(raised).when(command).then(resolved);
    given(raised, acknowledged).when(command).then(resolved);
  });
  it('is done once', () => given(raised, resolved).when(command).thenNothing());
  it('is refused to another level, and where it was withdrawn or never raised', () => {
    given(raised, atLevel2).when(command).thenRefused('escalation-not-yours');
    given(raised, atLevel2).when(command, { actor: teamLeader }).then(resolved);
    given(raised, withdrawn).when(command).thenRefused('escalation-settled');
    given().when(command).thenRefused('escalation-unknown');
  });
});

describe('withdrawing an escalation (E3)', () => {
  const given = specFor(escalationStream, withdrawEscalation, facts);
  const command = make(WithdrawEscalation, { reason: 'It had come in time' });

  it('is a decision with a reason', () => given(raised).when(command).then(withdrawn));
  it('is done once', () => given(raised, withdrawn).when(command).thenNothing());
  it('is refused to another level, and where it was resolved or never raised', () => {
    given(raised, atLevel2).when(command).thenRefused('escalation-not-yours');
    given(raised, resolved).when(command).thenRefused('escalation-settled');
    given().when(command).thenRefused('escalation-unknown');
  });
});

describe('settling an escalation whose cause has gone (E3)', () => {
  const given = specFor(escalationStream, settleEscalation, { ...facts, actor: automation });
  const by = 'requirement-monthly_report~CON_22889~2023_10_12@2';
  const command = (because: string, cause: string = raised.data.cause) => make(SettleEscalation, { cause, because, by });

  it.each(['met-late', 'answered'] as const)('resolves it where what was owed came late or was decided: %s', (because) =>
    given(raised).when(command(because)).then(EscalationResolved({ because, by })),
  );

  it.each(['done-in-time', 'met-in-time', 'rescheduled', 'released', 'waived', 'cause-ended'] as const)('withdraws it: %s', (because) =>
    given(raised, acknowledged).when(command(because)).then(EscalationWithdrawn({ because, by })),
  );

  it('leaves alone what is settled, or was raised anew for another cause', () => {
    given(raised, resolved).when(command('released')).thenNothing();
    given(raised, withdrawn).when(command('released')).thenNothing();
    given(raised).when(command('released', 'requirement-monthly_report~CON_22889~2023_10_12@9')).thenNothing();
  });

  it('judges again whether what came was late, and nothing that was settled otherwise', () => {
    const late = EscalationResolved({ because: 'met-late', by });
    const inTime = EscalationWithdrawn({ because: 'done-in-time', by });
    given(raised, late).when(command('done-in-time')).then(inTime);
    given(raised, late, inTime).when(command('met-late')).then(late);
    given(raised, late).when(command('met-late')).thenNothing();
    given(raised, late).when(command('released')).thenNothing();
    given(raised, resolved).when(command('done-in-time')).thenNothing();
    given(raised, EscalationWithdrawn({ because: 'released', by }))
      .when(command('met-late'))
      .thenNothing();
  });

  it('is refused where there is none', () => given().when(command('released')).thenRefused('escalation-unknown'));
});

describe('reopening an escalation (E3)', () => {
  const given = specFor(escalationStream, reopenEscalation, facts);
  const command = (corrects = 1) => make(ReopenEscalation, { corrects, reason: 'It was of another month' });
  const reopened = (corrects: number) => EscalationReopened({ corrects, reason: 'It was of another month' });

  it('names the end that was a mistake', () => {
    given(raised, resolved).when(command()).then(reopened(1));
    given(raised, withdrawn).when(command()).then(reopened(1));
    given(raised, resolved).when(command(0)).thenRefused('escalation-end-mismatch', 'corrects');
    given(raised, resolved, reopened(1), resolved).when(command(3)).then(reopened(3));
    const late = EscalationResolved({ because: 'met-late' });
    given(raised, acknowledged, late, EscalationWithdrawn({ because: 'done-in-time' }))
      .when(command(3))
      .then(reopened(3));
  });

  it('is refused while it is open, unknown, or to another level', () => {
    given(raised).when(command()).thenRefused('escalation-not-settled');
    given(raised, resolved, reopened(1)).when(command()).thenRefused('escalation-not-settled');
    given().when(command()).thenRefused('escalation-unknown');
    given(raised, atLevel2, resolved).when(command(2)).thenRefused('escalation-not-yours');
  });
});
