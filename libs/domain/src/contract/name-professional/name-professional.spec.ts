import { fieldsOf } from '@app/event-sourcing';
import { make, specFor } from '@app/event-sourcing/testing';
import { ProfessionalNamed } from '../contract.events';
import { contractStream } from '../contract.stream';
import { bound, contractId as id, contractManager as actor, orderPlaced } from '../contract.testing';
import { NameProfessional, nameProfessional } from './name-professional.command';

const given = specFor(contractStream, nameProfessional, { now: '2023-10-12', actor, id });
const body = { subject: 'subject_1', name: 'Name of the professional', contact: 'name@example.org', from: '2023-10-12' };
const command = (change: Partial<typeof body> = {}) => make(NameProfessional, { ...body, ...change });

describe('naming the professional (C8)', () => {
  it('records the name under the subject, before or after the order binds', () => {
    given(orderPlaced).when(command()).then(ProfessionalNamed(body));
    given(...bound)
      .when(command())
      .then(ProfessionalNamed(body));
  });
  it('does without a contact while it is unknown', () => {
    const { contact: _unknown, ...known } = body;
    given(...bound)
      .when(make(NameProfessional, known))
      .then(ProfessionalNamed(known));
  });
  it('names one only', () => {
    given(...bound, ProfessionalNamed(body))
      .when(command())
      .thenNothing();
    given(...bound, ProfessionalNamed(body))
      .when(command({ subject: 'subject_2' }))
      .thenRefused('professional-already-named', 'subject');
  });
  it.each([
    ['2023-10-11', false],
    ['2023-10-12', true],
    ['2025-03-31', true],
    ['2025-04-01', false],
  ])('takes %s as first day: %s', (from, stands) => {
    const naming = given(...bound).when(command({ from }));
    if (stands) naming.then(ProfessionalNamed({ ...body, from }));
    else naming.thenRefused('contract-day-outside-term', 'from');
  });
  it.each([
    ['the command', NameProfessional],
    ['the event', ProfessionalNamed.shape],
  ])('keeps name and contact as personal data of the subject in %s (P1, P3)', (_where, shape) => {
    const personal = { kind: 'personal', category: 'adviser-contact', subject: 'subject' };
    expect(fieldsOf(shape).get('name')?.classification).toEqual(personal);
    expect(fieldsOf(shape).get('contact')?.classification).toEqual(personal);
  });
});
