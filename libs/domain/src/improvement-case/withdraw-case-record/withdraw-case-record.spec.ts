import { make, specFor, stateAfter } from '@app/event-sourcing/testing';
import {
  BoardMeetingRecorded,
  CaseRecordWithdrawn,
  DeepDiveCorrected,
  ProgressDecided,
  StocktakeRecorded,
} from '../improvement-case.events';
import {
  afi,
  apa,
  caseLead,
  dive,
  finding,
  opened,
  overall,
  oversightOf,
  recordedDive,
  review,
  scheduled,
} from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { WithdrawCaseRecord, withdrawCaseRecord } from './withdraw-case-record.command';

const given = specFor(caseStream, withdrawCaseRecord, { now: '2024-07-01', actor: caseLead, id: '931~inspection' });
const command = (record: WithdrawCaseRecord['record'], id: string, corrects: number) =>
  make(WithdrawCaseRecord, { record, id, corrects, reason: 'It did not take place' });
const withdrawn = (data: Omit<ReturnType<typeof CaseRecordWithdrawn>['data'], 'area' | 'reason'>) =>
  CaseRecordWithdrawn({ ...data, area: '931', reason: 'It did not take place' });
const past = [opened, overall, apa, afi] as const;
const held = { heldOn: '2024-06-24', partners: oversightOf('County Council'), summary: 'Rising', area: '931' };

describe('withdrawing the record of something that was never held (J4, J5)', () => {
  it('takes a deep dive back, and says of which kind it was', () =>
    given(...past, recordedDive())
      .when(command('deep-dive', 'd1', 4))
      .then(withdrawn({ record: 'deep-dive', id: 'd1', kind: 'six-monthly', effectiveOn: '2024-03-27', corrects: 4 })));
  it('leaves a scheduled APA deep dive outstanding again', () => {
    const onApa = recordedDive({ deepDive: 'd2', kind: 'apa', findings: [finding('apa_1')] });
    const back = withdrawn({ record: 'deep-dive', id: 'd2', kind: 'apa', effectiveOn: '2024-03-27', corrects: 5 });
    given(...past, scheduled, onApa)
      .when(command('deep-dive', 'd2', 5))
      .then(back);
    expect(stateAfter(caseStream, [...past, scheduled, onApa, back]).scheduledDives['d2']?.status).toBe('scheduled');
  });
  it('takes a stocktake and a board meeting back', () => {
    given(opened, StocktakeRecorded({ ...held, stocktake: 'st1' }))
      .when(command('stocktake', 'st1', 1))
      .then(withdrawn({ record: 'stocktake', id: 'st1', effectiveOn: '2024-06-24', corrects: 1 }));
    given(opened, BoardMeetingRecorded({ ...held, meeting: 'm1' }))
      .when(command('board-meeting', 'm1', 1))
      .then(withdrawn({ record: 'board-meeting', id: 'm1', effectiveOn: '2024-06-24', corrects: 1 }));
  });
  it('is refused for a record that does not stand: another, corrected since, or withdrawn', () => {
    given(...past, recordedDive())
      .when(command('deep-dive', 'd1', 3))
      .thenRefused('case-record-not-standing', 'corrects');
    given(...past, recordedDive())
      .when(command('stocktake', 'd1', 4))
      .thenRefused('case-record-not-standing', 'corrects');
    const corrected = DeepDiveCorrected({ ...dive(), area: '931', previouslyHeldOn: '2024-03-27', corrects: 4, reason: 'Words' });
    given(...past, recordedDive(), corrected)
      .when(command('deep-dive', 'd1', 4))
      .thenRefused('case-record-not-standing', 'corrects');
    given()
      .when(command('deep-dive', 'd1', 4))
      .thenRefused('case-not-opened');
  });
  it('is refused of a formal review that was decided on (C17)', () => {
    given(opened, review)
      .when(command('formal-review', 'r1', 1))
      .then(withdrawn({ record: 'formal-review', id: 'r1', effectiveOn: '2024-06-24', corrects: 1 }));
    const decided = ProgressDecided({ area: '931', review: 'r1', progress: 'sufficient', decidedOn: '2024-07-01', reason: 'Yes' });
    given(opened, review, decided)
      .when(command('formal-review', 'r1', 1))
      .thenRefused('review-decided', 'id');
  });
});
