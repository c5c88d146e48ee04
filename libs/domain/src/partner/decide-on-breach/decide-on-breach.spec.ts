import { make, recorded, specFor } from '@app/event-sourcing/testing';
import { deputyDirector as actor } from '../../programme/programme.testing';
import { BreachDecided, EligibilityBreached, EligibilityRestored, WorkTerminated } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { breached, engaged, partnerId as id, terminated } from '../partner.testing';
import { DecideOnBreach, decideOnBreach } from './decide-on-breach.command';

const given = specFor(partnerStream, decideOnBreach, { now: '2022-06-20', actor, id });
const onRecord = recorded(breached, { recordedAt: '2022-06-10T09:00:00.000Z' });
const body = { rule: 'G13-deficit', decidedOn: '2022-06-20', reason: 'The deficit is not short-lived' };
const command = (change: object) => make(DecideOnBreach, { ...body, ...change });
const decided = (change: object) => BreachDecided({ area: '851', ...body, breach: 1, decision: 'continue', ...change });

describe('deciding on a breach (G17, reading 7)', () => {
  it('continues, with a reason', () =>
    given(engaged, onRecord)
      .when(command({ decision: 'continue' }))
      .then(decided({})));
  it('sets a date for remedy, after the decision', () => {
    given(engaged, onRecord)
      .when(command({ decision: 'remedy', remedyBy: '2022-06-21' }))
      .then(decided({ decision: 'remedy', remedyBy: '2022-06-21' }));
    given(engaged, onRecord)
      .when(command({ decision: 'remedy', remedyBy: '2022-06-20' }))
      .thenRefused('remedy-date-past', 'remedyBy');
    given(engaged, onRecord)
      .when(command({ decision: 'remedy' }))
      .thenRefused('remedy-date-missing', 'remedyBy');
    given(engaged, onRecord)
      .when(command({ decision: 'continue', remedyBy: '2022-07-01' }))
      .thenRefused('remedy-date-unasked', 'remedyBy');
  });
  it('terminates all work, its days claimable until a date set with it (reading 23)', () => {
    given(engaged, onRecord)
      .when(command({ decision: 'terminate', claimableUntil: '2022-07-31' }))
      .then(decided({ decision: 'terminate' }), terminated);
    given(engaged, onRecord)
      .when(command({ decision: 'terminate' }))
      .thenRefused('claimable-until-missing', 'claimableUntil');
    given(engaged, onRecord)
      .when(command({ decision: 'terminate', claimableUntil: '2022-06-19' }))
      .thenRefused('claimable-until-past', 'claimableUntil');
    given(engaged, onRecord)
      .when(command({ decision: 'terminate', claimableUntil: '2022-06-20' }))
      .then(decided({ decision: 'terminate' }), WorkTerminated({ ...terminated.data, claimableUntil: '2022-06-20' }));
    given(engaged, onRecord)
      .when(command({ decision: 'continue', claimableUntil: '2022-07-31' }))
      .thenRefused('claimable-until-unasked', 'claimableUntil');
  });
  it('answers every open breach when it terminates', () => {
    const care = EligibilityBreached({ ...breached.data, rule: 'G14', fact: 'localArea-851@5', factsUpTo: 5 });
    given(engaged, onRecord, recorded(care, { recordedAt: '2022-06-12T09:00:00.000Z' }))
      .when(command({ decision: 'terminate', claimableUntil: '2022-07-31' }))
      .then(
        decided({ decision: 'terminate' }),
        decided({ decision: 'terminate', rule: 'G14', breach: 2 }),
        WorkTerminated({ ...terminated.data, rules: ['G13-deficit', 'G14'] }),
      );
  });
  it('can leave days since the breach unpaid, not earlier ones (reading 22)', () => {
    given(engaged, onRecord)
      .when(command({ decision: 'continue', unpayableFrom: '2022-03-31' }))
      .then(decided({ unpayableFrom: '2022-03-31' }));
    given(engaged, onRecord, decided({ unpayableFrom: '2022-03-31' }))
      .when(command({ decision: 'continue', unpayableFrom: '2022-03-31' }))
      .thenNothing();
    given(engaged, onRecord)
      .when(command({ decision: 'continue', unpayableFrom: '2022-03-30' }))
      .thenRefused('unpayable-outside-breach', 'unpayableFrom');
    given(engaged, onRecord)
      .when(command({ decision: 'continue', unpayableFrom: '2022-06-21' }))
      .thenRefused('unpayable-outside-breach', 'unpayableFrom');
  });
  it('pays for days after all by a later decision, and leaves others unpaid by another day (reading 22)', () => {
    const history = [engaged, onRecord, decided({ unpayableFrom: '2022-03-31' })];
    given(...history)
      .when(command({ decision: 'continue' }))
      .then(decided({}));
    given(...history)
      .when(command({ decision: 'continue', unpayableFrom: '2022-04-01' }))
      .then(decided({ unpayableFrom: '2022-04-01' }));
    given(...history)
      .when(command({ decision: 'continue', decidedOn: '2022-06-19', unpayableFrom: '2022-03-31' }))
      .then(decided({ decidedOn: '2022-06-19', unpayableFrom: '2022-03-31' }));
    given(...history, decided({}))
      .when(command({ decision: 'continue' }))
      .thenNothing();
  });
  it('is decided once so, and otherwise later', () => {
    given(engaged, onRecord, decided({}))
      .when(command({ decision: 'continue' }))
      .thenNothing();
    given(engaged, onRecord, decided({}))
      .when(command({ decision: 'remedy', remedyBy: '2022-07-20' }))
      .then(decided({ decision: 'remedy', remedyBy: '2022-07-20' }));
  });
  it('needs an open breach of a live grant', () => {
    const restored = EligibilityRestored({ ...breached.data, balance: '-0.99', fact: 'localArea-851@5', factsUpTo: 5, breach: 1 });
    given(engaged, onRecord, restored)
      .when(command({ decision: 'continue' }))
      .thenRefused('breach-unknown', 'rule');
    given(engaged, onRecord, terminated)
      .when(command({ decision: 'continue' }))
      .thenRefused('grant-ended');
    given()
      .when(command({ decision: 'continue' }))
      .thenRefused('partner-not-engaged');
  });
  it('is decided from the day on which the breach was recorded to today', () => {
    given(engaged, onRecord)
      .when(command({ decision: 'continue', decidedOn: '2022-06-09' }))
      .thenRefused('breach-decided-before-recorded', 'decidedOn');
    given(engaged, onRecord)
      .when(command({ decision: 'continue', decidedOn: '2022-06-10' }))
      .then(decided({ decidedOn: '2022-06-10' }));
    given(engaged, onRecord)
      .when(command({ decision: 'continue', decidedOn: '2022-06-21' }))
      .thenRefused('partner-day-in-future', 'decidedOn');
  });
});
