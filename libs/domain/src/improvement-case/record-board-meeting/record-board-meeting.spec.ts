import { make, specFor } from '@app/event-sourcing/testing';
import { BoardMeetingRecorded } from '../improvement-case.events';
import { areaFound, board, caseLead, closed, council, opened, openedForTimeliness, oversightOf } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { RecordBoardMeeting, recordBoardMeeting } from './record-board-meeting.command';

const given = specFor(caseStream, recordBoardMeeting, {
  now: '2024-06-24',
  actor: caseLead,
  id: '931~inspection',
  found: { area: areaFound(council, board) },
});
const body = { meeting: 'm1', heldOn: '2024-06-24', partners: oversightOf('County Council', 'Integrated Care Board'), summary: 'Rising' };
const command = (change: Partial<RecordBoardMeeting> = {}) => make(RecordBoardMeeting, { ...body, ...change });
const recorded = BoardMeetingRecorded({ ...body, area: '931' });

describe('recording a meeting of the improvement board (J5)', () => {
  it('says of each partner how effective its oversight is', () => given(opened).when(command()).then(recorded));
  it('is refused where a partner of the day is missing, and taken with more than these (A5)', () => {
    given(opened)
      .when(command({ partners: oversightOf('County Council') }))
      .thenRefused('oversight-partner-missing', 'partners');
    const before = { heldOn: '2023-10-01', partners: oversightOf('County Council', 'Parent carer forum') };
    given(opened)
      .when(command(before), { found: { area: areaFound(council) } })
      .then(BoardMeetingRecorded({ ...recorded.data, ...before }));
  });
  it('is recorded once under an id', () => given(opened, recorded).when(command()).thenRefused('case-record-exists', 'meeting'));
  it('is refused ahead of time, before the case, in one that is not open, and because of timeliness (A3)', () => {
    given(opened)
      .when(command({ heldOn: '2024-06-25' }))
      .thenRefused('case-day-in-future', 'heldOn');
    given(opened)
      .when(command({ heldOn: '2023-09-14' }))
      .thenRefused('case-day-before-opening', 'heldOn');
    given(opened, closed).when(command()).thenRefused('case-not-open');
    given(openedForTimeliness).when(command()).thenRefused('deep-dive-not-here');
    given().when(command()).thenRefused('case-not-opened');
  });
});
