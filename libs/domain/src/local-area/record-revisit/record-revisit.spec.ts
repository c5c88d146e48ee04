import { make, specFor } from '@app/event-sourcing/testing';
import { RevisitRecorded } from '../local-area.events';
import { caseLead, inspected2016, registered, revisited } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { RecordRevisit, recordRevisit } from './record-revisit.command';

const given = specFor(localAreaStream, recordRevisit, { now: '2019-12-23', actor: caseLead, id: '931' });
const inspection = inspected2016('2017-09-25', '2017-12-04', 5);
const recorded = revisited('2017-09-25', '2019-10-14', '2019-12-23', 3, 2);
const body = recorded.data;
const command = (change: Partial<RecordRevisit> = {}) => make(RecordRevisit, { ...body, ...change });

describe('recording a revisit (G12 b)', () => {
  it('keeps in how many areas of weakness progress was sufficient, and in how many not', () =>
    given(registered, inspection).when(command()).then(recorded));
  it('is done once; something else under its id is refused', () => {
    given(registered, inspection, recorded).when(command()).thenNothing();
    given(registered, inspection, recorded)
      .when(command({ sufficient: 2 }))
      .thenRefused('revisit-already-recorded', 'revisit');
  });
  it('is refused where no statement was required, or the inspection is unknown', () => {
    given(registered, inspected2016('2017-09-25', '2017-12-04', 0))
      .when(command())
      .thenRefused('revisit-without-statement', 'inspection');
    given(registered).when(command()).thenRefused('inspection-unknown', 'inspection');
  });
  it('is refused with more areas than the inspection found weak, or with none', () => {
    given(registered, inspection)
      .when(command({ sufficient: 4 }))
      .thenRefused('revisit-areas-mismatch', 'sufficient');
    given(registered, inspection)
      .when(command({ sufficient: 0, notSufficient: 0 }))
      .thenRefused('revisit-without-areas', 'sufficient');
    given(registered, inspection)
      .when(command({ sufficient: 1, notSufficient: 0 }))
      .then(RevisitRecorded({ ...body, sufficient: 1, notSufficient: 0 }));
  });
  it('is refused before the inspection was published, before its own publication, and with days out of order', () => {
    given(registered, inspection)
      .when(command({ visitedFrom: '2017-12-03' }))
      .thenRefused('days-out-of-order', 'visitedFrom');
    given(registered, inspection)
      .when(command({ publishedOn: '2019-10-13' }))
      .thenRefused('days-out-of-order', 'publishedOn');
    given(registered, inspection)
      .when(command({ publishedOn: '2019-12-24' }))
      .thenRefused('fact-in-future', 'publishedOn');
    given().when(command()).thenRefused('local-area-not-registered');
  });
});
