import { make, specFor } from '@app/event-sourcing/testing';
import { InterventionProgrammeLeft } from '../local-area.events';
import { caseLead, dfe, joined, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { RecordInterventionLeaving, recordInterventionLeaving } from './record-intervention-leaving.command';

const given = specFor(localAreaStream, recordInterventionLeaving, { now: '2024-10-12', actor: caseLead, id: '931' });
const safetyValve = joined('safety-valve', '2023-03-16');
const body = { programme: 'safety-valve' as const, leftOn: '2024-04-01', source: dfe };
const command = (change: Partial<RecordInterventionLeaving> = {}) => make(RecordInterventionLeaving, { ...body, ...change });
const left = InterventionProgrammeLeft(body);

describe('leaving Safety Valve or Delivering Better Value (G13, C14)', () => {
  it('is recorded with the first day outside', () => given(registered, safetyValve).when(command()).then(left));
  it('is recorded once', () => {
    given(registered, safetyValve, left).when(command()).thenNothing();
    given(registered, safetyValve, left)
      .when(command({ leftOn: '2024-05-01' }))
      .thenRefused('not-a-member');
  });
  it('is refused of a programme that it is not in', () => {
    given(registered).when(command()).thenRefused('not-a-member');
    given(registered, safetyValve)
      .when(command({ programme: 'delivering-better-value' }))
      .thenRefused('not-a-member');
  });
  it('is refused before joining and ahead of time', () => {
    given(registered, safetyValve)
      .when(command({ leftOn: '2023-03-15' }))
      .thenRefused('days-out-of-order', 'leftOn');
    given(registered, safetyValve)
      .when(command({ leftOn: '2024-10-13' }))
      .thenRefused('fact-in-future', 'leftOn');
    given().when(command()).thenRefused('local-area-not-registered');
  });
});
