import { make, specFor } from '@app/event-sourcing/testing';
import { QualityApproachCorrected, QualityApproachDiscussed } from '../contract.events';
import { contractStream } from '../contract.stream';
import { bound, contractId as id, contractManager as actor } from '../contract.testing';
import { CorrectQualityApproach, correctQualityApproach } from './correct-quality-approach.command';

const given = specFor(contractStream, correctQualityApproach, { now: '2023-11-10', actor, id });
const body = { discussedOn: '2023-10-24', approach: 'Weekly review', corrects: 3, reason: 'Wrong day' };
const discussed = QualityApproachDiscussed({ discussedOn: '2023-10-20', approach: 'Monthly review', dueBy: '2023-10-26' });
const corrected = QualityApproachCorrected({ ...body, dueBy: '2023-10-26' });

describe('correcting the discussion on quality (C11)', () => {
  it('takes the place of the record that stands', () => {
    given(...bound, discussed)
      .when(make(CorrectQualityApproach, body))
      .then(corrected);
    given(...bound, discussed, corrected)
      .when(make(CorrectQualityApproach, body))
      .thenRefused('contract-nothing-to-correct', 'corrects');
  });
  it('takes a record', () =>
    given(...bound)
      .when(make(CorrectQualityApproach, body))
      .thenRefused('contract-nothing-to-correct'));
  it('takes a day up to today', () =>
    given(...bound, discussed)
      .when(make(CorrectQualityApproach, { ...body, discussedOn: '2023-11-11' }))
      .thenRefused('contract-day-in-future'));
});
