import { make, specFor } from '@app/event-sourcing/testing';
import { SliPartnershipJoined } from '../local-area.events';
import { caseLead, dfe, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { RecordSliPartnership, recordSliPartnership } from './record-sli-partnership.command';

const given = specFor(localAreaStream, recordSliPartnership, { now: '2021-09-02', actor: caseLead, id: '931' });
const body = { from: '2021-07-01', source: dfe };
const command = (change: Partial<RecordSliPartnership> = {}) => make(RecordSliPartnership, { ...body, ...change });
const joined = SliPartnershipJoined(body);

describe('a joint improvement partnership (G15)', () => {
  it('is recorded from its first day', () => given(registered).when(command()).then(joined));
  it('is recorded once, and does not overlap another', () => {
    given(registered, joined).when(command()).thenNothing();
    given(registered, joined)
      .when(command({ from: '2021-07-02' }))
      .thenRefused('membership-overlaps', 'from');
  });
  it('is refused ahead of time, and of an area that is not registered', () => {
    given(registered)
      .when(command({ from: '2021-09-03' }))
      .thenRefused('fact-in-future', 'from');
    given().when(command()).thenRefused('local-area-not-registered');
  });
});
