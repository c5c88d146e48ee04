import { make, specFor } from '@app/event-sourcing/testing';
import { PartnerJoined, PartnerLeft } from '../local-area.events';
import { caseLead, dfe, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { RecordPartnerLeaving, recordPartnerLeaving } from './record-partner-leaving.command';

const given = specFor(localAreaStream, recordPartnerLeaving, { now: '2024-07-01', actor: caseLead, id: '931' });
const who = { kind: 'integrated-care-board' as const, name: 'An integrated care board', source: dfe };
const joined = PartnerJoined({ ...who, from: '2022-07-01' });
const command = (leftOn: string) => make(RecordPartnerLeaving, { ...who, leftOn });
const left = PartnerLeft({ ...who, leftOn: '2024-07-01' });

describe('a partner that leaves the local area (J1)', () => {
  it('has left from a day on', () => given(registered, joined).when(command('2024-07-01')).then(left));
  it('leaves once', () => {
    given(registered, joined, left).when(command('2024-07-01')).thenNothing();
    given(registered, joined, left).when(command('2024-06-30')).thenRefused('partner-not-joined', 'name');
  });
  it('leaves neither before it joined nor ahead of time', () => {
    given(registered, joined).when(command('2022-06-30')).thenRefused('days-out-of-order', 'leftOn');
    given(registered, joined)
      .when(command('2022-07-01'))
      .then(PartnerLeft({ ...who, leftOn: '2022-07-01' }));
    given(registered, joined).when(command('2024-07-02')).thenRefused('fact-in-future', 'leftOn');
  });
  it('is refused of who never joined, and of an area that is not registered', () => {
    given(registered).when(command('2024-07-01')).thenRefused('partner-not-joined', 'name');
    given().when(command('2024-07-01')).thenRefused('local-area-not-registered');
  });
});
