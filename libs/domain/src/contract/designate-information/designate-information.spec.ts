import { fieldsOf } from '@app/event-sourcing';
import { make, specFor } from '@app/event-sourcing/testing';
import { DesignationLifted, InformationDesignated } from '../contract.events';
import { contractStream } from '../contract.stream';
import { adviser as actor, bound, contractId as id } from '../contract.testing';
import { DesignateInformation, designateInformation } from './designate-information.command';

const given = specFor(contractStream, designateInformation, { now: '2024-04-20', actor, id });
const body = { designation: 'c1', record: 'contract-CON_22889@7', what: 'The draft strategy', reason: 'Not yet agreed' };
const command = (change: Partial<typeof body> = {}) => make(DesignateInformation, { ...body, ...change });
const designated = InformationDesignated(body);

describe('designating information as confidential (P1)', () => {
  it('stands until it is lifted', () => {
    given(...bound)
      .when(command())
      .then(designated);
    given(...bound, designated)
      .when(command())
      .thenNothing();
    given(...bound, designated, DesignationLifted({ designation: 'c1', reason: 'Agreed' }))
      .when(command())
      .then(designated);
  });
  it('can be of what is no record of the system', () => {
    const { record: _none, ...paper } = body;
    given(...bound)
      .when(make(DesignateInformation, paper))
      .then(InformationDesignated(paper));
  });
  it.each(['contract-CON_22889', 'contract/x@1', 'Contract-1@1', 'contract-1@-1'])('does not take "%s" for a record', (record) =>
    expect(() =>
      given(...bound)
        .when(command({ record }))
        .happened(),
    ).toThrow('record'),
  );
  it('keeps what is designated as such', () =>
    expect(fieldsOf(InformationDesignated.shape).get('what')?.classification?.category).toBe('designated'));
});
