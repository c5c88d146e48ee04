import { make, specFor } from '@app/event-sourcing/testing';
import { QualityApproachCorrected, QualityApproachDiscussed, QualityDiscussionWithdrawn } from '../contract.events';
import { contractStream } from '../contract.stream';
import { bound, contractId as id, contractManager as actor, orderPlaced } from '../contract.testing';
import { DiscussQualityApproach, discussQualityApproach } from '../discuss-quality-approach/discuss-quality-approach.command';
import { WithdrawQualityDiscussion, withdrawQualityDiscussion } from './withdraw-quality-discussion.command';

const facts = { now: '2023-11-13', actor, id };
const given = specFor(contractStream, withdrawQualityDiscussion, facts);
const command = (corrects = 3) => make(WithdrawQualityDiscussion, { corrects, reason: 'It was put off' });
const discussion = { discussedOn: '2023-10-24', approach: 'As set out', dueBy: '2023-10-26' };
const discussed = QualityApproachDiscussed(discussion);
const corrected = QualityApproachCorrected({ ...discussion, discussedOn: '2023-10-25', corrects: 3, reason: 'Misread' });
const withdrawn = QualityDiscussionWithdrawn({ discussedOn: '2023-10-24', corrects: 3, reason: 'It was put off' });

describe('withdrawing a discussion on quality that was not held (C11)', () => {
  it('takes the record that stands, once', () => {
    given(...bound, discussed)
      .when(command())
      .then(withdrawn);
    given(...bound, discussed, corrected)
      .when(command())
      .thenRefused('contract-nothing-to-correct', 'corrects');
    given(...bound, discussed, corrected)
      .when(command(4))
      .then(QualityDiscussionWithdrawn({ ...withdrawn.data, discussedOn: '2023-10-25', corrects: 4 }));
    given(...bound, discussed, withdrawn)
      .when(command())
      .thenRefused('contract-nothing-to-correct', 'corrects');
  });
  it('lets the discussion be recorded when it is held', () =>
    specFor(contractStream, discussQualityApproach, facts)(...bound, discussed, withdrawn)
      .when(make(DiscussQualityApproach, { discussedOn: '2023-11-13', approach: 'As set out' }))
      .then(QualityApproachDiscussed({ ...discussion, discussedOn: '2023-11-13' })));
  it('takes a binding contract', () => given(orderPlaced).when(command()).thenRefused('contract-not-binding'));
});
