import { make, specFor } from '@app/event-sourcing/testing';
import { SliPartnershipJoined, SliPartnershipLeft } from '../local-area.events';
import { caseLead, dfe, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { RecordSliPartnershipLeaving, recordSliPartnershipLeaving } from './record-sli-partnership-leaving.command';

const given = specFor(localAreaStream, recordSliPartnershipLeaving, { now: '2023-04-01', actor: caseLead, id: '931' });
const joined = SliPartnershipJoined({ from: '2021-07-01', source: dfe });
const left = SliPartnershipLeft({ leftOn: '2023-04-01', source: dfe });
const command = (leftOn = '2023-04-01') => make(RecordSliPartnershipLeaving, { leftOn, source: dfe });

describe('the end of a joint improvement partnership (G15)', () => {
  it('is recorded with the first day outside, once', () => {
    given(registered, joined).when(command()).then(left);
    given(registered, joined, left).when(command()).thenNothing();
    given(registered, joined, left).when(command('2023-03-31')).thenRefused('not-a-member');
  });
  it('is refused of who is no partner, before the beginning, and ahead of time', () => {
    given(registered).when(command()).thenRefused('not-a-member');
    given(registered, joined).when(command('2021-06-30')).thenRefused('days-out-of-order', 'leftOn');
    given(registered, joined).when(command('2023-04-02')).thenRefused('fact-in-future', 'leftOn');
    given().when(command()).thenRefused('local-area-not-registered');
  });
});
