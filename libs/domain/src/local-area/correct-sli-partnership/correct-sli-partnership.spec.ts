import { make, specFor } from '@app/event-sourcing/testing';
import { SliPartnershipCorrected, SliPartnershipJoined, SliPartnershipLeft } from '../local-area.events';
import { caseLead, dfe, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { CorrectSliPartnership, correctSliPartnership } from './correct-sli-partnership.command';

const given = specFor(localAreaStream, correctSliPartnership, { now: '2023-04-01', actor: caseLead, id: '931' });
const joined = SliPartnershipJoined({ from: '2021-07-01', source: dfe });
const left = SliPartnershipLeft({ leftOn: '2022-04-01', source: dfe });
const body = { from: '2021-07-01', source: dfe, corrects: 1, reason: 'It goes on' };
const command = (change: Partial<CorrectSliPartnership> = {}) => make(CorrectSliPartnership, { ...body, ...change });

describe('correcting a joint improvement partnership (G15, J1)', () => {
  it('can take back its end', () => given(registered, joined, left).when(command()).then(SliPartnershipCorrected(body)));
  it('changes nothing where it is already so', () => given(registered, joined).when(command()).thenNothing());
  it('is refused for a record that does not stand, and where the days do not fit', () => {
    given(registered, joined)
      .when(command({ corrects: 0 }))
      .thenRefused('fact-not-on-record', 'corrects');
    given(registered, joined)
      .when(command({ leftOn: '2021-06-30' }))
      .thenRefused('days-out-of-order', 'leftOn');
    given(registered, joined)
      .when(command({ leftOn: '2023-04-02' }))
      .thenRefused('fact-in-future', 'leftOn');
    given(registered, joined, left, SliPartnershipJoined({ from: '2023-01-01', source: dfe }))
      .when(command())
      .thenRefused('membership-overlaps', 'from');
    given().when(command()).thenRefused('local-area-not-registered');
  });
});
