import { make, specFor } from '@app/event-sourcing/testing';
import { PartnerJoined, PartnerLeft } from '../local-area.events';
import { caseLead, dfe, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { RecordPartnerJoining, recordPartnerJoining } from './record-partner-joining.command';

const given = specFor(localAreaStream, recordPartnerJoining, { now: '2022-07-01', actor: caseLead, id: '931' });
const name = 'NHS Buckinghamshire, Oxfordshire and Berkshire West Integrated Care Board';
const body = { kind: 'integrated-care-board' as const, name, from: '2022-07-01', source: dfe };
const command = (change: Partial<RecordPartnerJoining> = {}) => make(RecordPartnerJoining, { ...body, ...change });
const joined = PartnerJoined(body);
const left = PartnerLeft({ kind: 'integrated-care-board', name, leftOn: '2022-07-01', source: dfe });

describe('a partner of the local area (J1)', () => {
  it('joins, the integrated care board beside the local authority', () => {
    given(registered).when(command()).then(joined);
    given(registered, joined)
      .when(command({ kind: 'local-authority', name: 'Oxfordshire County Council' }))
      .then(PartnerJoined({ ...body, kind: 'local-authority', name: 'Oxfordshire County Council' }));
  });
  it('joins once, and again after it left', () => {
    given(registered, joined).when(command()).thenNothing();
    given(registered, joined)
      .when(command({ from: '2022-06-30' }))
      .thenRefused('partner-already-joined', 'name');
    given(registered, joined, left).when(command()).then(joined);
  });
  it('does not join ahead of time', () =>
    given(registered)
      .when(command({ from: '2022-07-02' }))
      .thenRefused('fact-in-future', 'from'));
  it('is refused of an area that is not registered', () => given().when(command()).thenRefused('local-area-not-registered'));
});
