import { make, specFor } from '@app/event-sourcing/testing';
import {
  AdviceDayRecorded,
  AreaPassedToSuccessors,
  AreaPassingWithdrawn,
  DiagnosticRecorded,
  ProgrammeLiaisonRecorded,
} from '../contract.events';
import { contractStream } from '../contract.stream';
import { areaPassed, bound, contractId as id, contractManager as actor, orderPlaced } from '../contract.testing';
import { WithdrawAreaPassing, withdrawAreaPassing } from './withdraw-area-passing.command';

const given = specFor(contractStream, withdrawAreaPassing, { now: '2024-06-01', actor, id });
const command = (corrects = 3) => make(WithdrawAreaPassing, { corrects, reason: 'The order was put off' });
const { predecessor, successors, from, areas } = areaPassed.data;
const data = { predecessor, successors, from, areas, leaving: ['942', '943'], corrects: 3, reason: 'The order was put off' };
const withdrawn = AreaPassingWithdrawn(data);
const alsoPassed = (passed: string, successor: string, on: string) =>
  AreaPassedToSuccessors({ ...areaPassed.data, predecessor: passed, successors: [successor], from: on });
const advice = (area: string, day: string) =>
  AdviceDayRecorded({ day, area, person: 'subject_1', minutes: 210, dateMinutes: 210, purposes: ['health-partners'], onSite: false });

describe('withdrawing the record that an area passes to its successors (reading 26)', () => {
  it('says which it was and which areas leave, once', () => {
    given(...bound, areaPassed)
      .when(command())
      .then(withdrawn);
    given(...bound, areaPassed, withdrawn)
      .when(command())
      .thenRefused('contract-nothing-to-correct', 'corrects');
    given(...bound, areaPassed)
      .when(command(2))
      .thenRefused('contract-nothing-to-correct', 'corrects');
  });

  it('leaves the predecessor as it was before, with what is recorded of it', () =>
    given(...bound, areaPassed, advice('931', '2024-03-31'))
      .when(command())
      .then(withdrawn));

  it('waits until work for a successor is taken back: advice, liaison, a diagnostic', () => {
    for (const work of [
      advice('942', '2024-04-01'),
      ProgrammeLiaisonRecorded({ area: '943', programme: 'safety-valve', day: '2024-05-01' }),
      DiagnosticRecorded({ diagnostic: 'd1', area: '942', madeOn: '2024-05-01', madeBy: 'vcu', findings: 'Plans are late' }),
    ]) {
      given(...bound, areaPassed, work)
        .when(command())
        .thenRefused('area-passing-worked-on', 'corrects');
    }
  });

  it('leaves a successor in the contract that succeeds another area of it, from that day on', () => {
    const merged = alsoPassed('887', '942', '2024-05-01');
    given(...bound, areaPassed, merged, advice('942', '2024-05-01'))
      .when(command())
      .then(AreaPassingWithdrawn({ ...data, leaving: ['943'] }));
    given(...bound, areaPassed, merged, advice('942', '2024-04-30'))
      .when(command())
      .thenRefused('area-passing-worked-on', 'corrects');
  });

  it('comes after those that follow from it', () => {
    const onward = alsoPassed('942', '944', '2024-05-01');
    given(...bound, areaPassed, onward)
      .when(command())
      .thenRefused('area-already-passed', 'corrects');
    given(...bound, areaPassed, alsoPassed('887', '942', '2024-04-15'), onward)
      .when(command())
      .then(AreaPassingWithdrawn({ ...data, areas: [...areas, '944'], leaving: ['943'] }));
    given(...bound, areaPassed, alsoPassed('887', '942', '2024-05-15'), onward)
      .when(command())
      .thenRefused('area-already-passed', 'corrects');
  });

  it('takes a binding contract, over or not', () => {
    given().when(command()).thenRefused('contract-unknown');
    given(orderPlaced).when(command()).thenRefused('contract-not-binding');
    given(...bound, areaPassed)
      .when(command(), { now: '2025-04-01' })
      .then(withdrawn);
  });
});
