import { make, specFor, stateAfter } from '@app/event-sourcing/testing';
import { CorrectSubject, correctSubject } from './correct-subject/correct-subject.command';
import { EraseSubject, eraseSubject } from './erase-subject/erase-subject.command';
import { RegisterSubject, registerSubject } from './register-subject/register-subject.command';
import { SubjectCorrected, SubjectErased, SubjectRegistered } from './subject.events';
import { subjectStream } from './subject.stream';

const facts = { now: '2023-10-12', actor: { who: 'u-1', role: 'contract-manager' }, id: 's_1' };
const person = { subject: 's_1', kind: 'adviser' as const, name: 'Illustrative Adviser' };
const registered = SubjectRegistered(person);
const erasure = { subject: 's_1', lawfulBasis: 'objection' as const, reason: 'Asked for it' };

describe('a person whom records speak of (P3)', () => {
  const registering = specFor(subjectStream, registerSubject, facts);
  const correcting = specFor(subjectStream, correctSubject, facts);
  const erasing = specFor(subjectStream, eraseSubject, facts);
  const correction = make(CorrectSubject, { ...person, name: 'Another', reason: 'Misspelt' });

  it('is registered once, under the id of the address', () => {
    registering().when(make(RegisterSubject, person)).then(registered);
    registering(registered).when(make(RegisterSubject, person)).thenRefused('subject-already-registered');
    registering()
      .when(make(RegisterSubject, { ...person, subject: 's_2' }))
      .thenRefused('subject-id-mismatch', 'subject');
  });
  it('is known by nothing but whether there is a record, and which one', () => {
    expect(subjectStream).toMatchObject({ category: 'subject', collection: 'subjects' });
    expect(subjectStream.initial()).toEqual({ status: 'unknown', revision: -1 });
    const corrected = SubjectCorrected({ ...person, reason: 'Misspelt', corrects: 0 });
    expect(stateAfter(subjectStream, [registered])).toEqual({ status: 'registered', revision: 0 });
    expect(stateAfter(subjectStream, [registered, corrected])).toEqual({ status: 'registered', revision: 1 });
    expect(stateAfter(subjectStream, [registered, SubjectErased(erasure)])).toEqual({ status: 'erased', revision: 0 });
  });
  it('may have contact details', () => {
    const contact = 'adviser@supplier.example';
    registering()
      .when(make(RegisterSubject, { ...person, contact }))
      .then(SubjectRegistered({ ...person, contact }));
    correcting(registered)
      .when(make(CorrectSubject, { ...correction, contact }))
      .then(SubjectCorrected({ ...person, name: 'Another', contact, reason: 'Misspelt', corrects: 0 }));
  });
  it('is corrected with a reason, and only where somebody is registered', () => {
    correcting(registered)
      .when(correction)
      .then(SubjectCorrected({ ...person, name: 'Another', reason: 'Misspelt', corrects: 0 }));
    correcting().when(correction).thenRefused('subject-unknown');
    correcting(registered)
      .when(make(CorrectSubject, { ...correction, subject: 's_2' }))
      .thenRefused('subject-id-mismatch', 'subject');
  });
  it('is erased for good: nothing is recorded under the id again', () => {
    erasing(registered).when(make(EraseSubject, erasure)).then(SubjectErased(erasure));
    erasing(registered, SubjectErased(erasure)).when(make(EraseSubject, erasure)).thenNothing();
    erasing(registered)
      .when(make(EraseSubject, { ...erasure, subject: 's_2' }))
      .thenRefused('subject-id-mismatch', 'subject');
    registering(registered, SubjectErased(erasure)).when(make(RegisterSubject, person)).thenRefused('subject-data-erased');
    correcting(registered, SubjectErased(erasure)).when(correction).thenRefused('subject-data-erased');
  });
  it('is erased also where only other streams speak of the person', () =>
    erasing().when(make(EraseSubject, erasure)).then(SubjectErased(erasure)));
});
