import { make, specFor } from '@app/event-sourcing/testing';
import { MonitoringInspectionRecorded } from '../local-area.events';
import { caseLead, inspected2016, inspected2023, ofsted, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { RecordMonitoringInspection, recordMonitoringInspection } from './record-monitoring-inspection.command';

const given = specFor(localAreaStream, recordMonitoringInspection, { now: '2025-11-20', actor: caseLead, id: '931' });
const inspection = inspected2023('2023-07-13', '2023-09-15', 'systemic-failings');
const body = {
  monitoring: '2025_09',
  inspection: '2023_07_13',
  visitedFrom: '2025-09-15',
  publishedOn: '2025-11-20',
  effective: 5,
  notEffective: 0,
  source: ofsted,
};
const command = (change: Partial<RecordMonitoringInspection> = {}) => make(RecordMonitoringInspection, { ...body, ...change });
const recorded = MonitoringInspectionRecorded(body);

describe('recording a monitoring inspection (J1)', () => {
  it('keeps on how many areas of priority action there was effective action', () =>
    given(registered, inspection).when(command()).then(recorded));
  it('is done once; something else under its id is refused', () => {
    given(registered, inspection, recorded).when(command()).thenNothing();
    given(registered, inspection, recorded)
      .when(command({ effective: 4 }))
      .thenRefused('monitoring-already-recorded', 'monitoring');
  });
  it('is refused where no plan was required, or the inspection is unknown', () => {
    given(registered, inspected2016('2023-07-13', '2023-09-15', 5))
      .when(command())
      .thenRefused('monitoring-without-plan', 'inspection');
    given(registered).when(command()).thenRefused('inspection-unknown', 'inspection');
  });
  it('is refused with more areas than the inspection found, or with none', () => {
    given(registered, inspection)
      .when(command({ notEffective: 1 }))
      .thenRefused('monitoring-areas-mismatch', 'effective');
    given(registered, inspection)
      .when(command({ effective: 0 }))
      .thenRefused('monitoring-without-areas', 'effective');
  });
  it('is refused where the days are out of order or lie ahead', () => {
    given(registered, inspection)
      .when(command({ visitedFrom: '2023-09-14' }))
      .thenRefused('days-out-of-order', 'visitedFrom');
    given(registered, inspection)
      .when(command({ publishedOn: '2025-11-21' }))
      .thenRefused('fact-in-future', 'publishedOn');
    given().when(command()).thenRefused('local-area-not-registered');
  });
});
