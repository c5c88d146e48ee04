import { make, specFor } from '@app/event-sourcing/testing';
import { InterventionProgrammeLeft } from '../local-area.events';
import { caseLead, dfe, joined, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { RecordInterventionJoining, recordInterventionJoining } from './record-intervention-joining.command';

const given = specFor(localAreaStream, recordInterventionJoining, { now: '2023-10-12', actor: caseLead, id: '931' });
const safetyValve = joined('safety-valve', '2023-03-16');
const left = InterventionProgrammeLeft({ programme: 'safety-valve', leftOn: '2023-09-01', source: dfe });
const command = (change: Partial<RecordInterventionJoining> = {}) => make(RecordInterventionJoining, { ...safetyValve.data, ...change });

describe('joining Safety Valve or Delivering Better Value (G13, C14)', () => {
  it('is recorded with its first day and whether there are advisers', () => given(registered).when(command()).then(safetyValve));
  it('is recorded once', () => given(registered, safetyValve).when(command()).thenNothing());
  it('is refused where it overlaps a membership of the same programme, and taken beside one of the other', () => {
    given(registered, safetyValve)
      .when(command({ from: '2023-03-15' }))
      .thenRefused('membership-overlaps', 'from');
    given(registered, safetyValve)
      .when(command({ advisers: false }))
      .thenRefused('membership-overlaps', 'from');
    given(registered, joined('delivering-better-value', '2023-01-01')).when(command()).then(safetyValve);
  });
  it('can happen again after leaving, from that day on', () => {
    given(registered, safetyValve, left)
      .when(command({ from: '2023-08-31' }))
      .thenRefused('membership-overlaps', 'from');
    given(registered, safetyValve, left)
      .when(command({ from: '2023-09-01' }))
      .then(joined('safety-valve', '2023-09-01'));
  });
  it('is refused ahead of time, and of an area that is not registered', () => {
    given(registered)
      .when(command({ from: '2023-10-13' }))
      .thenRefused('fact-in-future', 'from');
    given().when(command()).thenRefused('local-area-not-registered');
  });
});
