import { make, specFor } from '@app/event-sourcing/testing';
import { MonitoringReleaseRecorded } from '../local-area.events';
import { caseLead, dfe, inspected2016, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { RecordMonitoringRelease, recordMonitoringRelease } from './record-monitoring-release.command';

const given = specFor(localAreaStream, recordMonitoringRelease, { now: '2021-08-01', actor: caseLead, id: '931' });
const inspection = inspected2016('2017-09-25', '2017-12-04', 5);
const body = { inspection: '2017_09_25', releasedOn: '2021-08-01', source: dfe };
const command = (change: Partial<RecordMonitoringRelease> = {}) => make(RecordMonitoringRelease, { ...body, ...change });
const recorded = MonitoringReleaseRecorded(body);

describe('recording a release from monitoring (reading 4)', () => {
  it('is on record beside revisits', () => given(registered, inspection).when(command()).then(recorded));
  it('is done once', () => {
    given(registered, inspection, recorded).when(command()).thenNothing();
    given(registered, inspection, recorded)
      .when(command({ releasedOn: '2021-07-31' }))
      .thenRefused('release-already-recorded', 'releasedOn');
  });
  it('is refused of an unknown inspection, before its publication, and ahead of time', () => {
    given(registered).when(command()).thenRefused('inspection-unknown', 'inspection');
    given(registered, inspection)
      .when(command({ releasedOn: '2017-12-03' }))
      .thenRefused('days-out-of-order', 'releasedOn');
    given(registered, inspection)
      .when(command({ releasedOn: '2021-08-02' }))
      .thenRefused('fact-in-future', 'releasedOn');
    given().when(command()).thenRefused('local-area-not-registered');
  });
});
