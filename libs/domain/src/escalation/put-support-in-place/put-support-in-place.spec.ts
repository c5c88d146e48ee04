import { make, specFor } from '@app/event-sourcing/testing';
import { EscalationResolved, EscalationWithdrawn, SupportCorrected, SupportPutInPlace } from '../escalation.events';
import { CorrectSupport, correctSupport } from '../correct-support/correct-support.command';
import { escalationStream } from '../escalation.stream';
import { caseLead, raised } from '../escalation.stories';
import { PutSupportInPlace, putSupportInPlace } from './put-support-in-place.command';

const facts = { now: '2023-11-20', actor: caseLead };
const given = specFor(escalationStream, putSupportInPlace, facts);
const body = { kind: 'additional-adviser-support' as const, from: '2023-11-20', description: 'Two further adviser days a month' };
const command = (change: Partial<typeof body> = {}) => make(PutSupportInPlace, { ...body, ...change });
const put = SupportPutInPlace(body);

describe('putting support in place (E6, A7)', () => {
  it('says what it is and since when, while the escalation is open or after it was resolved', () => {
    given(raised).when(command()).then(put);
    given(raised, EscalationResolved({ because: 'by-decision', reason: 'Done' }))
      .when(command())
      .then(put);
  });

  it('is of today or before, and not before the cause', () => {
    given(raised)
      .when(command({ from: '2023-11-21' }))
      .thenRefused('support-in-future', 'from');
    given(raised)
      .when(command({ from: '2023-11-09' }))
      .thenRefused('support-before-cause', 'from');
    given(raised)
      .when(command({ from: '2023-11-10' }))
      .then(SupportPutInPlace({ ...body, from: '2023-11-10' }));
  });

  it('happens fifty times at most', () => {
    const times = (count: number) => Array.from({ length: count }, () => put);
    given(raised, ...times(49))
      .when(command())
      .then(put);
    given(raised, ...times(50))
      .when(command())
      .thenRefused('support-too-often');
  });

  it('is refused where there is no escalation, or none any more', () => {
    given().when(command()).thenRefused('escalation-unknown');
    given(raised, EscalationWithdrawn({ because: 'by-decision', reason: 'No cause' }))
      .when(command())
      .thenRefused('support-for-withdrawn-escalation');
  });
});

describe('correcting what was put in place (E6)', () => {
  const givenSupport = specFor(escalationStream, correctSupport, facts);
  const correction = { ...body, corrects: 1, kind: 'departmental-intervention' as const, reason: 'The wrong kind was chosen' };
  const correct = (change: Partial<typeof correction> = {}) => make(CorrectSupport, { ...correction, ...change });

  it('names the record that was wrong', () => {
    givenSupport(raised, put).when(correct()).then(SupportCorrected(correction));
    givenSupport(raised, put)
      .when(correct({ corrects: 0 }))
      .thenRefused('support-unknown', 'corrects');
    givenSupport().when(correct()).thenRefused('escalation-unknown');
  });

  it('keeps to the same days', () => {
    givenSupport(raised, put)
      .when(correct({ from: '2023-11-21' }))
      .thenRefused('support-in-future', 'from');
    givenSupport(raised, put)
      .when(correct({ from: '2023-11-09' }))
      .thenRefused('support-before-cause', 'from');
  });
});
