import { make, specFor } from '@app/event-sourcing/testing';
import { InstallationFounded, StandInNamed, StandInWithdrawn } from '../installation.events';
import { installationStream } from '../installation.stream';
import { WithdrawStandIn, withdrawStandIn } from './withdraw-stand-in.command';

const given = specFor(installationStream, withdrawStandIn, { now: '2023-12-20', actor: { who: 'u-40', role: 'deputy-director' } });
const absence = { absent: 'u-40', from: '2023-12-18', to: '2024-01-02' };
const history = [InstallationFounded({ mode: 'live' }), StandInNamed({ ...absence, standIn: 'u-41', reason: 'Leave' })];
const command = (corrects: number) => make(WithdrawStandIn, { corrects, reason: 'Cancelled' });
const withdrawn = StandInWithdrawn({ ...absence, corrects: 1, reason: 'Cancelled' });

describe('withdrawing an absence (E3)', () => {
  it('takes it back, once', () => {
    given(...history)
      .when(command(1))
      .then(withdrawn);
    given(...history, withdrawn)
      .when(command(1))
      .thenRefused('stand-in-not-on-record', 'corrects');
  });

  it('is refused for what is no absence', () =>
    given(...history)
      .when(command(0))
      .thenRefused('stand-in-not-on-record', 'corrects'));
});
