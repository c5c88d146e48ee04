import { make, specFor } from '@app/event-sourcing/testing';
import { InterventionAdvisersRecorded, InterventionProgrammeJoined } from '../local-area.events';
import { caseLead, dfe, joined, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { RecordInterventionAdvisers, recordInterventionAdvisers } from './record-intervention-advisers.command';

const given = specFor(localAreaStream, recordInterventionAdvisers, { now: '2023-10-12', actor: caseLead, id: '931' });
const without = InterventionProgrammeJoined({ ...joined('safety-valve', '2023-03-16').data, advisers: false });
const body = { programme: 'safety-valve' as const, advisers: true, from: '2023-06-01', source: dfe };
const command = (change: Partial<RecordInterventionAdvisers> = {}) => make(RecordInterventionAdvisers, { ...body, ...change });
const appointed = InterventionAdvisersRecorded(body);

describe('advisers of a programme (C14)', () => {
  it('are appointed during a membership, and are none any longer', () => {
    given(registered, without).when(command()).then(appointed);
    given(registered, without, appointed)
      .when(command({ advisers: false, from: '2023-09-01' }))
      .then(InterventionAdvisersRecorded({ ...body, advisers: false, from: '2023-09-01' }));
  });
  it('change nothing where it is already so', () => given(registered, without, appointed).when(command()).thenNothing());
  it('are refused of a programme that the area is not in, before it joined, and ahead of time', () => {
    given(registered, without)
      .when(command({ programme: 'delivering-better-value' }))
      .thenRefused('not-a-member', 'programme');
    given(registered, without)
      .when(command({ from: '2023-03-15' }))
      .thenRefused('days-out-of-order', 'from');
    given(registered, without)
      .when(command({ from: '2023-10-13' }))
      .thenRefused('fact-in-future', 'from');
    given().when(command()).thenRefused('local-area-not-registered');
  });
});
