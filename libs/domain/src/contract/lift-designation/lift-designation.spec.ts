import { make, specFor } from '@app/event-sourcing/testing';
import { DesignationLifted, InformationDesignated } from '../contract.events';
import { contractStream } from '../contract.stream';
import { bound, contractId as id, teamLeader as actor } from '../contract.testing';
import { LiftDesignation, liftDesignation } from './lift-designation.command';

const given = specFor(contractStream, liftDesignation, { now: '2024-04-20', actor, id });
const command = make(LiftDesignation, { designation: 'c1', reason: 'Agreed' });
const designated = InformationDesignated({ designation: 'c1', what: 'The draft strategy', reason: 'Not yet agreed' });
const lifted = DesignationLifted({ designation: 'c1', reason: 'Agreed' });

describe('lifting a designation (P1)', () => {
  it('takes one that stands', () => {
    given(...bound, designated)
      .when(command)
      .then(lifted);
    given(...bound, designated, lifted)
      .when(command)
      .thenNothing();
    given(...bound)
      .when(command)
      .thenRefused('designation-unknown', 'designation');
  });
});
