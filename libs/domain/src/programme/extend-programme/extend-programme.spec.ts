import { make, specFor } from '@app/event-sourcing/testing';
import { DeliveryObjectivesConfirmed, FurtherFundingApproved, ObjectivesConfirmationWithdrawn } from '../programme.events';
import { programmeStream } from '../programme.stream';
import {
  accepted,
  awarded,
  delivered,
  deputyDirector as actor,
  extended,
  furtherFunding,
  grantBody,
  opened,
  programmeId as id,
  running,
} from '../programme.testing';
import { ExtendProgramme, extendProgramme } from './extend-programme.command';

const given = specFor(programmeStream, extendProgramme, { now: '2023-02-10', actor, id });
const body = { until: '2024-03-31', extendedOn: '2023-02-10', reason: 'Objectives are met' };
const command = (change: object = {}) => make(ExtendProgramme, { ...body, ...change });
const second = { objective: 'parents_heard', aim: 'Parents are heard', measure: 'Survey' };

describe('extending the programme (G3)', () => {
  it('needs both the budgetary approval and the delivered objectives', () => {
    given(...running, delivered, furtherFunding)
      .when(command())
      .then(extended);
    given(...running, delivered)
      .when(command())
      .thenRefused('further-funding-not-approved');
    given(...running, furtherFunding)
      .when(command())
      .thenRefused('objectives-not-delivered');
  });
  it('needs every measured objective of an award, and none of them taken back', () => {
    const two = awarded({ objectives: [...grantBody.objectives, second] });
    const one = DeliveryObjectivesConfirmed({ ...delivered.data, outstanding: ['parents_heard'] });
    given(opened, two, accepted, one, furtherFunding).when(command()).thenRefused('objectives-not-delivered');
    const back = ObjectivesConfirmationWithdrawn({
      award: grantBody.award,
      objectives: ['recipients_improve'],
      corrects: 3,
      reason: 'Wrong',
    });
    given(...running, delivered, furtherFunding, back)
      .when(command())
      .thenRefused('objectives-not-delivered');
  });
  it('goes to 31 Mar 2024 and not a day further: one further year', () =>
    given(...running, delivered, furtherFunding)
      .when(command({ until: '2024-04-01' }))
      .thenRefused('extension-over-one-year', 'until'));
  it('goes beyond the funding period', () =>
    given(...running, delivered, furtherFunding)
      .when(command({ until: '2023-03-31' }))
      .thenRefused('extension-not-later', 'until'));
  it('goes as far as the funding is approved and no further', () => {
    const half = FurtherFundingApproved({ ...furtherFunding.data, until: '2023-09-30' });
    given(...running, delivered, half)
      .when(command({ until: '2023-10-01' }))
      .thenRefused('extension-beyond-approval', 'until');
  });
  it('is nothing when it is extended so, and refused to another day', () => {
    given(...running, delivered, furtherFunding, extended)
      .when(command())
      .thenNothing();
    given(...running, delivered, furtherFunding, extended)
      .when(command({ until: '2023-12-31' }))
      .thenRefused('programme-already-extended', 'until');
  });
  it('cannot be decided ahead, and needs an open programme', () => {
    given(...running, delivered, furtherFunding)
      .when(command({ extendedOn: '2023-02-11' }))
      .thenRefused('day-in-future', 'extendedOn');
    given().when(command()).thenRefused('programme-not-open');
  });
});
