import { make, specFor } from '@app/event-sourcing/testing';
import { FurtherFundingApproved } from '../programme.events';
import { programmeStream } from '../programme.stream';
import { deputyDirector as actor, furtherFunding, opened, programmeId as id } from '../programme.testing';
import { ApproveFurtherFunding, approveFurtherFunding } from './approve-further-funding.command';

const given = specFor(programmeStream, approveFurtherFunding, { now: '2023-02-01', actor, id });
const body = { pence: 20_000_000, until: '2024-03-31', approvedOn: '2023-02-01', reason: 'Approved in the budget' };
const command = (change: object = {}) => make(ApproveFurtherFunding, { ...body, ...change });

describe('approving further funding (G3)', () => {
  it('has its amount and its end', () => given(opened).when(command()).then(furtherFunding));
  it('is nothing when it is approved so, and refused with another amount', () => {
    given(opened, furtherFunding).when(command()).thenNothing();
    given(opened, furtherFunding)
      .when(command({ pence: 1 }))
      .thenRefused('further-funding-already-approved');
    given(opened, furtherFunding)
      .when(command({ until: '2024-03-30' }))
      .thenRefused('further-funding-already-approved');
  });
  it('covers at most one further year: until 31 Mar 2024, from the day after 31 Mar 2023', () => {
    given(opened)
      .when(command({ until: '2024-04-01' }))
      .thenRefused('further-funding-outside-year', 'until');
    given(opened)
      .when(command({ until: '2023-03-31' }))
      .thenRefused('further-funding-outside-year', 'until');
    given(opened)
      .when(command({ until: '2023-04-01' }))
      .then(FurtherFundingApproved({ ...body, until: '2023-04-01' }));
  });
  it('cannot lie ahead, and needs an open programme', () => {
    given(opened)
      .when(command({ approvedOn: '2023-02-02' }))
      .thenRefused('day-in-future', 'approvedOn');
    given().when(command()).thenRefused('programme-not-open');
  });
});
