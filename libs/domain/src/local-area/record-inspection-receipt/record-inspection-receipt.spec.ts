import { make, specFor } from '@app/event-sourcing/testing';
import { InspectionReceiptRecorded } from '../local-area.events';
import { caseLead, inspected2023, ofsted, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { RecordInspectionReceipt, recordInspectionReceipt } from './record-inspection-receipt.command';

const given = specFor(localAreaStream, recordInspectionReceipt, { now: '2023-09-20', actor: caseLead, id: '931' });
const inspection = inspected2023('2023-07-13', '2023-09-15', 'systemic-failings');
const body = { inspection: '2023_07_13', receivedOn: '2023-09-08', source: ofsted };
const command = (change: Partial<RecordInspectionReceipt> = {}) => make(RecordInspectionReceipt, { ...body, ...change });
const received = InspectionReceiptRecorded({ ...body, framework: '2023', outcome: 'systemic-failings' });

describe('the receipt of an inspection report (J3, reading 29)', () => {
  it('is recorded when it becomes known, with what the report said', () => given(registered, inspection).when(command()).then(received));
  it('is recorded once; another day is a correction of the inspection', () => {
    given(registered, inspection, received).when(command()).thenNothing();
    given(registered, inspection, received)
      .when(command({ receivedOn: '2023-09-09' }))
      .thenRefused('inspection-receipt-known', 'receivedOn');
  });
  it('is refused of an unknown inspection, before the visit, and ahead of time', () => {
    given(registered).when(command()).thenRefused('inspection-unknown', 'inspection');
    given(registered, inspection)
      .when(command({ receivedOn: '2023-07-12' }))
      .thenRefused('days-out-of-order', 'receivedOn');
    given(registered, inspection)
      .when(command({ receivedOn: '2023-09-21' }))
      .thenRefused('fact-in-future', 'receivedOn');
    given().when(command()).thenRefused('local-area-not-registered');
  });
});
