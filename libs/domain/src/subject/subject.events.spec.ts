import { checkTold } from '../told.testing';
import * as events from './subject.events';

describe('what the record says of a person whom records speak of (P3)', () => {
  it('is one sentence for each event, true from its day or from its recording (P5)', () =>
    checkTold(events, [
      ['SubjectRegistered', undefined, 'Registered: an adviser'],
      ['SubjectRegistered', undefined, 'Registered: a person of a local authority', { kind: 'la-personnel' }],
      ['SubjectRegistered', undefined, 'Registered: a person of the Department', { kind: 'department-personnel' }],
      ['SubjectCorrected', undefined, 'Name or contact corrected (0)'],
      ['SubjectErased', undefined, 'Personal data erased for good (objection)'],
    ]));
});
