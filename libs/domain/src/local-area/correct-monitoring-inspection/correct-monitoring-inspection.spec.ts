import { make, specFor } from '@app/event-sourcing/testing';
import { MonitoringInspectionCorrected, MonitoringInspectionRecorded } from '../local-area.events';
import { caseLead, inspected2023, ofsted, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { CorrectMonitoringInspection, correctMonitoringInspection } from './correct-monitoring-inspection.command';

const given = specFor(localAreaStream, correctMonitoringInspection, { now: '2025-12-01', actor: caseLead, id: '931' });
const inspection = inspected2023('2023-07-13', '2023-09-15', 'systemic-failings');
const data = {
  monitoring: '2025_09',
  inspection: '2023_07_13',
  visitedFrom: '2025-09-15',
  publishedOn: '2025-11-20',
  effective: 4,
  notEffective: 1,
  source: ofsted,
};
const recorded = MonitoringInspectionRecorded(data);
const body = { ...data, effective: 5, notEffective: 0, corrects: 2, reason: 'Misread' };
const command = (change: Partial<CorrectMonitoringInspection> = {}) => make(CorrectMonitoringInspection, { ...body, ...change });

describe('correcting a monitoring inspection (J1)', () => {
  it('stands in for what was recorded', () =>
    given(registered, inspection, recorded).when(command()).then(MonitoringInspectionCorrected(body)));
  it('changes nothing where it is already so', () =>
    given(registered, inspection, recorded)
      .when(command({ effective: 4, notEffective: 1 }))
      .thenNothing());
  it('is refused for a record that does not stand, and holds what a record holds', () => {
    given(registered, inspection, recorded)
      .when(command({ corrects: 1 }))
      .thenRefused('fact-not-on-record', 'corrects');
    given(registered, inspection, recorded)
      .when(command({ notEffective: 1 }))
      .thenRefused('monitoring-areas-mismatch', 'effective');
    given().when(command()).thenRefused('local-area-not-registered');
  });
});
