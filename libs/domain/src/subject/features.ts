import { feature } from '@app/event-sourcing';
import { VCU } from '../roles';
import { CorrectSubject, correctSubject } from './correct-subject/correct-subject.command';
import { EraseSubject, eraseSubject } from './erase-subject/erase-subject.command';
import { RegisterSubject, registerSubject } from './register-subject/register-subject.command';
import { subjectStream } from './subject.stream';

export const subjectFeatures = [
  feature(RegisterSubject, subjectStream, registerSubject, {
    roles: VCU,
    rules: ['P1', 'P3'],
    says: 'Register a person whom records will speak of by an opaque id',
  }),
  feature(CorrectSubject, subjectStream, correctSubject, {
    roles: VCU,
    rules: ['P3'],
    says: 'Correct the name or the contact details of a person',
  }),
  feature(EraseSubject, subjectStream, eraseSubject, {
    roles: ['deputy-director', 'administrator'],
    rules: ['P3'],
    says: 'Erase the personal data of a person for good',
  }),
];
