import { make, specFor } from '@app/event-sourcing/testing';
import { MonitoringReleaseCorrected, MonitoringReleaseRecorded } from '../local-area.events';
import { caseLead, dfe, inspected2016, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { CorrectMonitoringRelease, correctMonitoringRelease } from './correct-monitoring-release.command';

const given = specFor(localAreaStream, correctMonitoringRelease, { now: '2021-08-01', actor: caseLead, id: '931' });
const inspection = inspected2016('2017-09-25', '2017-12-04', 5);
const recorded = MonitoringReleaseRecorded({ inspection: '2017_09_25', releasedOn: '2021-07-01', source: dfe });
const body = { ...recorded.data, releasedOn: '2021-08-01', corrects: 2, reason: 'Day of the letter' };
const command = (change: Partial<CorrectMonitoringRelease> = {}) => make(CorrectMonitoringRelease, { ...body, ...change });

describe('correcting a release from monitoring (J1)', () => {
  it('stands in for what was recorded', () =>
    given(registered, inspection, recorded).when(command()).then(MonitoringReleaseCorrected(body)));
  it('changes nothing where it is already so', () =>
    given(registered, inspection, recorded)
      .when(command({ releasedOn: '2021-07-01' }))
      .thenNothing());
  it('is refused for a record that does not stand, and holds what a record holds', () => {
    given(registered, inspection, recorded)
      .when(command({ corrects: 1 }))
      .thenRefused('fact-not-on-record', 'corrects');
    given(registered, inspection, recorded)
      .when(command({ releasedOn: '2021-08-02' }))
      .thenRefused('fact-in-future', 'releasedOn');
    given().when(command()).thenRefused('local-area-not-registered');
  });
});
