import { make, specFor } from '@app/event-sourcing/testing';
import { EscalationNotifiedAgain, EscalationRaisedToNextLevel, EscalationResolved } from '../escalation.events';
import { escalationStream } from '../escalation.stream';
import { acknowledged, atLevel2, atLevel3, automation, raised } from '../escalation.stories';
import { RaiseEscalationToNextLevel, raiseEscalationToNextLevel } from './raise-escalation-to-next-level.command';

const given = specFor(escalationStream, raiseEscalationToNextLevel, { now: '2023-11-16', actor: automation });
const lapse = (period: string) => `requirement-acknowledgement~monthly_report~CON_22889~2023_10_12~${period}@1`;
const command = (level: 1 | 2 | 3, period: string, person?: string) =>
  make(RaiseEscalationToNextLevel, { level, lapse: lapse(period), ...(person === undefined ? {} : { person }) });
const again = (time: number, period: string) => EscalationNotifiedAgain({ level: 3, role: 'deputy-director', time, lapse: lapse(period) });

describe('an escalation that is not acknowledged in time (E3)', () => {
  it('goes up a level, to the person of that level where one is known', () => {
    given(raised).when(command(1, '1.0')).then(atLevel2);
    given(raised)
      .when(command(1, '1.0', 'u-30'))
      .then(EscalationRaisedToNextLevel({ ...atLevel2.data, person: 'u-30' }));
    given(raised, atLevel2).when(command(2, '2.1')).then(atLevel3);
  });

  it('passes over a level at which nobody covers, and names whom the person covers for', () => {
    const whom = { person: 'u-41', insteadOf: 'u-40' };
    const over = make(RaiseEscalationToNextLevel, { level: 1, lapse: lapse('1.0'), to: 3, ...whom });
    given(raised)
      .when(over)
      .then(EscalationRaisedToNextLevel({ level: 3, role: 'deputy-director', ...whom, lapse: lapse('1.0') }));
    given(raised, atLevel2)
      .when(make(RaiseEscalationToNextLevel, { level: 2, lapse: lapse('2.1'), to: 2 }))
      .then(atLevel3);
    given(raised, atLevel2, atLevel3)
      .when(make(RaiseEscalationToNextLevel, { level: 3, lapse: lapse('3.2'), ...whom }))
      .then(EscalationNotifiedAgain({ ...again(1, '3.2').data, ...whom }));
  });

  it('is told again at the highest level, three times at most', () => {
    const highest = [raised, atLevel2, atLevel3];
    given(...highest)
      .when(command(3, '3.2'))
      .then(again(1, '3.2'));
    given(...highest, again(1, '3.2'), again(2, '3.3'))
      .when(command(3, '3.4', 'u-40'))
      .then(EscalationNotifiedAgain({ ...again(3, '3.4').data, person: 'u-40' }));
    given(...highest, again(1, '3.2'), again(2, '3.3'), again(3, '3.4'))
      .when(command(3, '3.5'))
      .thenNothing();
  });

  it('goes up once for a lapse', () => {
    given(raised, atLevel2).when(command(1, '1.0')).thenNothing();
    given(raised, atLevel2, atLevel3, again(1, '3.2')).when(command(3, '3.2')).thenNothing();
  });

  it('stays where it is once acknowledged or settled', () => {
    given(raised, acknowledged).when(command(1, '1.0')).thenNothing();
    given(raised, EscalationResolved({ because: 'by-decision', reason: 'Done' }))
      .when(command(1, '1.0'))
      .thenNothing();
  });

  it('is refused where there is none', () => given().when(command(1, '1.0')).thenRefused('escalation-unknown'));
});
