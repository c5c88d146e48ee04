import { make, specFor } from '@app/event-sourcing/testing';
import { InspectionRecorded } from '../local-area.events';
import { caseLead, ofsted, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { RecordInspection, recordInspection } from './record-inspection.command';

const given = specFor(localAreaStream, recordInspection, { now: '2023-09-15', actor: caseLead, id: '931' });
const words = (kind: 'weakness' | 'priority-action' | 'improvement', count: number) =>
  Array.from({ length: count }, (_, index) => ({ kind, words: `Area ${index + 1}` }));
const body = {
  inspection: '2023_07',
  framework: '2023' as const,
  outcome: 'systemic-failings' as const,
  priorityAreas: 5,
  improvementAreas: 4,
  areas: [...words('priority-action', 5), ...words('improvement', 4)],
  visitedFrom: '2023-07-13',
  visitedTo: '2023-07-21',
  publishedOn: '2023-09-15',
  receivedOn: '2023-09-08',
  source: { ...ofsted, url: 'https://files.ofsted.gov.uk/v1/file/50228171' },
};
type Change = { [K in keyof RecordInspection]?: RecordInspection[K] | undefined };
const command = (change: Change = {}) => make(RecordInspection, { ...body, ...change });
const recorded = InspectionRecorded(body);

describe('recording an inspection (J1, G12)', () => {
  it('keeps outcome, areas, days and source', () => given(registered).when(command()).then(recorded));
  it('takes an inspection under the framework of 2016, with or without a required statement', () => {
    const before = {
      inspection: '2017_09',
      framework: '2016' as const,
      visitedFrom: '2017-09-25',
      publishedOn: '2017-12-04',
      source: ofsted,
    };
    const required = { ...before, outcome: 'wsoa-required' as const, weaknesses: 5 };
    const none = { ...before, outcome: 'wsoa-not-required' as const };
    given(registered).when(make(RecordInspection, required)).then(InspectionRecorded(required));
    given(registered).when(make(RecordInspection, none)).then(InspectionRecorded(none));
  });
  it('is done once; the same again changes nothing, whatever the source, something else is refused', () => {
    given(registered, recorded)
      .when(command({ source: ofsted }))
      .thenNothing();
    given(registered, recorded)
      .when(command({ improvementAreas: 3 }))
      .thenRefused('inspection-already-recorded', 'inspection');
  });
  it.each([
    ['2016', '2015-12-31', '2016-01-01'],
    ['2023', '2022-12-31', '2023-01-01'],
  ] as const)('is made under the framework of %s from its year on (G12)', (framework, before, from) => {
    const inspected = (visitedFrom: string) => ({
      inspection: 'first',
      framework,
      outcome: framework === '2016' ? ('wsoa-not-required' as const) : ('inconsistent' as const),
      visitedFrom,
      publishedOn: '2023-03-01',
      source: ofsted,
    });
    given(registered)
      .when(make(RecordInspection, inspected(before)))
      .thenRefused('inspection-before-framework', 'visitedFrom');
    given(registered)
      .when(make(RecordInspection, inspected(from)))
      .then(InspectionRecorded(inspected(from)));
  });
  it('is refused with an outcome of the other framework (G12)', () => {
    given(registered)
      .when(command({ outcome: 'wsoa-required' }))
      .thenRefused('inspection-outcome-mismatch', 'outcome');
    given(registered)
      .when(command({ framework: '2016' }))
      .thenRefused('inspection-outcome-mismatch', 'outcome');
  });
  it('is refused with counts that its outcome does not have, and without the one that it has (J3)', () => {
    given(registered)
      .when(command({ weaknesses: 2 }))
      .thenRefused('inspection-count-misplaced', 'weaknesses');
    given(registered)
      .when(command({ outcome: 'inconsistent' }))
      .thenRefused('inspection-count-misplaced', 'priorityAreas');
    given(registered)
      .when(command({ priorityAreas: undefined, areas: undefined }))
      .thenRefused('inspection-count-missing', 'priorityAreas');
  });
  it('is refused where as many areas are quoted as are not counted (A1)', () => {
    given(registered)
      .when(command({ priorityAreas: 4 }))
      .thenRefused('inspection-areas-mismatch', 'areas');
    given(registered)
      .when(command({ improvementAreas: undefined }))
      .thenRefused('inspection-areas-mismatch', 'areas');
    const { areas: _areas, ...counted } = body;
    given(registered)
      .when(command({ areas: undefined }))
      .then(InspectionRecorded(counted));
  });
  it('is refused before its publication, and taken on the day', () => {
    given(registered).when(command(), { now: '2023-09-14T22:59:59.999Z' }).thenRefused('fact-in-future', 'publishedOn');
    given(registered).when(command(), { now: '2023-09-14T23:00:00.000Z' }).then(recorded);
  });
  it('is refused where the days are out of order', () => {
    given(registered)
      .when(command({ visitedTo: '2023-07-12' }))
      .thenRefused('days-out-of-order', 'visitedTo');
    given(registered)
      .when(command({ publishedOn: '2023-07-20' }))
      .thenRefused('days-out-of-order', 'publishedOn');
    given(registered)
      .when(command({ receivedOn: '2023-07-12' }))
      .thenRefused('days-out-of-order', 'receivedOn');
    given(registered)
      .when(command({ receivedOn: '2023-09-16' }))
      .thenRefused('fact-in-future', 'receivedOn');
  });
  it('is refused of an area that is not registered', () => given().when(command()).thenRefused('local-area-not-registered'));
});
