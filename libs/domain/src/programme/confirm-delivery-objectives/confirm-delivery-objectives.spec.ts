import { make, specFor } from '@app/event-sourcing/testing';
import { DeliveryObjectivesConfirmed } from '../programme.events';
import { programmeStream } from '../programme.stream';
import { accepted, awarded, delivered, grantBody, grantManager as actor, opened, programmeId as id, running } from '../programme.testing';
import { ConfirmDeliveryObjectives, confirmDeliveryObjectives } from './confirm-delivery-objectives.command';

const given = specFor(programmeStream, confirmDeliveryObjectives, { now: '2023-01-20', actor, id });
const body = {
  award: grantBody.award,
  objectives: ['recipients_improve'],
  confirmedOn: '2023-01-20',
  evidence: 'Measured in the last quarter',
};
const command = (change: object = {}) => make(ConfirmDeliveryObjectives, { ...body, ...change });
const second = { objective: 'parents_heard', aim: 'Parents are heard', measure: 'Survey' };

describe('confirming that measured objectives were delivered (G3)', () => {
  it('is recorded, once', () => {
    given(...running)
      .when(command())
      .then(delivered);
    given(...running, delivered)
      .when(command())
      .thenNothing();
  });
  it('says what is outstanding', () =>
    given(opened, awarded({ objectives: [...grantBody.objectives, second] }), accepted)
      .when(command())
      .then(DeliveryObjectivesConfirmed({ ...body, outstanding: ['parents_heard'] })));
  it('is of objectives of an accepted award', () => {
    given(...running)
      .when(command({ objectives: ['parents_heard'] }))
      .thenRefused('objective-unknown', 'objectives');
    given(opened, awarded()).when(command()).thenRefused('award-not-accepted', 'award');
    given(opened).when(command()).thenRefused('award-unknown', 'award');
  });
  it('cannot lie ahead', () =>
    given(...running)
      .when(command({ confirmedOn: '2023-01-21' }))
      .thenRefused('day-in-future', 'confirmedOn'));
});
