import { make, specFor } from '@app/event-sourcing/testing';
import { QualityApproachDiscussed } from '../contract.events';
import { contractStream } from '../contract.stream';
import { bound, contractId as id, contractManager as actor, orderPlaced } from '../contract.testing';
import { DiscussQualityApproach, discussQualityApproach } from './discuss-quality-approach.command';

const given = specFor(contractStream, discussQualityApproach, { now: '2023-11-10', actor, id });
const command = (discussedOn: string) => make(DiscussQualityApproach, { discussedOn, approach: 'Monthly review' });
const discussed = (discussedOn: string) => QualityApproachDiscussed({ discussedOn, approach: 'Monthly review', dueBy: '2023-10-26' });

describe('discussing the approach to quality (C11)', () => {
  it('says by when it was due, the day of appointment not counted, and takes it late too', () => {
    given(...bound)
      .when(command('2023-10-26'))
      .then(discussed('2023-10-26'));
    given(...bound)
      .when(command('2023-10-27'))
      .then(discussed('2023-10-27'));
    expect(QualityApproachDiscussed.says(discussed('2023-10-26').data)).not.toContain('after');
    expect(QualityApproachDiscussed.says(discussed('2023-10-27').data)).toContain('after 2023-10-26');
  });
  it('is recorded once', () => {
    given(...bound, discussed('2023-10-20'))
      .when(command('2023-10-20'))
      .thenNothing();
    given(...bound, discussed('2023-10-20'))
      .when(command('2023-10-21'))
      .thenRefused('quality-approach-already-discussed');
  });
  it('takes a binding contract and a day from the order to today', () => {
    given(orderPlaced).when(command('2023-10-20')).thenRefused('contract-not-binding');
    given(...bound)
      .when(command('2023-10-11'))
      .thenRefused('contract-day-before-order', 'discussedOn');
    given(...bound)
      .when(command('2023-11-11'))
      .thenRefused('contract-day-in-future', 'discussedOn');
  });
});
