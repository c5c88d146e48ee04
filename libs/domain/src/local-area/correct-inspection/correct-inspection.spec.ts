import { make, specFor } from '@app/event-sourcing/testing';
import { InspectionCorrected, InspectionReceiptRecorded } from '../local-area.events';
import { caseLead, inspected2016, ofsted, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { CorrectInspection, correctInspection } from './correct-inspection.command';

const given = specFor(localAreaStream, correctInspection, { now: '2018-01-01', actor: caseLead, id: '931' });
const recorded = inspected2016('2017-09-25', '2017-12-04', 4);
const body = { ...recorded.data, weaknesses: 5, corrects: 1, reason: 'Misread' };
const command = (change: Partial<CorrectInspection> = {}) => make(CorrectInspection, { ...body, ...change });
const corrected = InspectionCorrected(body);

describe('correcting an inspection (J1)', () => {
  it('stands in for what was recorded, with a reason', () => given(registered, recorded).when(command()).then(corrected));
  it('changes nothing where it is already so', () =>
    given(registered, recorded)
      .when(command({ weaknesses: 4 }))
      .thenNothing());
  it('can take back a receipt that was recorded afterwards', () => {
    const receipt = InspectionReceiptRecorded({
      inspection: '2017_09_25',
      framework: '2016',
      outcome: 'wsoa-required',
      receivedOn: '2017-11-24',
      source: ofsted,
    });
    given(registered, recorded, receipt)
      .when(command({ weaknesses: 4 }))
      .then(InspectionCorrected({ ...body, weaknesses: 4 }));
  });
  it('is refused for a record that does not stand, or is of another inspection', () => {
    given(registered, recorded)
      .when(command({ corrects: 0 }))
      .thenRefused('fact-not-on-record', 'corrects');
    given(registered, recorded)
      .when(command({ inspection: '2018_01' }))
      .thenRefused('fact-not-on-record', 'corrects');
    given(registered, recorded, corrected)
      .when(command({ weaknesses: 6 }))
      .thenRefused('fact-not-on-record', 'corrects');
    given(registered, recorded, corrected)
      .when(command({ weaknesses: 6, corrects: 2 }))
      .then(InspectionCorrected({ ...body, weaknesses: 6, corrects: 2 }));
  });
  it('holds what a record holds', () => {
    given(registered, recorded)
      .when(command({ outcome: 'inconsistent' }))
      .thenRefused('inspection-outcome-mismatch', 'outcome');
    given().when(command()).thenRefused('local-area-not-registered');
  });
});
