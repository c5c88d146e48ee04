import { make, specFor } from '@app/event-sourcing/testing';
import { ObjectivesConfirmationWithdrawn } from '../programme.events';
import { programmeStream } from '../programme.stream';
import { delivered, grantBody, grantManager as actor, opened, programmeId as id, running } from '../programme.testing';
import { WithdrawObjectivesConfirmation, withdrawObjectivesConfirmation } from './withdraw-objectives-confirmation.command';

const given = specFor(programmeStream, withdrawObjectivesConfirmation, { now: '2023-01-25', actor, id });
const body = { award: grantBody.award, objectives: ['recipients_improve'], reason: 'Measured wrongly' };
const command = make(WithdrawObjectivesConfirmation, body);

describe('taking back a confirmation of objectives (G3)', () => {
  it('names what it corrects', () =>
    given(...running, delivered)
      .when(command)
      .then(ObjectivesConfirmationWithdrawn({ ...body, corrects: 3 })));
  it('is refused where nothing is confirmed', () => {
    given(...running)
      .when(command)
      .thenRefused('objective-not-confirmed', 'objectives');
    given(opened).when(command).thenRefused('award-unknown', 'award');
  });
  it('is refused where one of the objectives is not confirmed, and says which', () => {
    const withdrawn = ObjectivesConfirmationWithdrawn({ ...body, corrects: 3 });
    const two = make(WithdrawObjectivesConfirmation, { ...body, objectives: ['recipients_improve', 'another'] });
    expect(() =>
      given(...running, delivered)
        .when(two)
        .happened(),
    ).toThrow('The objective another is not confirmed as delivered.');
    given(...running, delivered, withdrawn)
      .when(command)
      .thenRefused('objective-not-confirmed', 'objectives');
  });
});
