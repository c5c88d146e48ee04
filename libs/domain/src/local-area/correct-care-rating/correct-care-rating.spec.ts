import { make, specFor } from '@app/event-sourcing/testing';
import { CareRatingCorrected } from '../local-area.events';
import { caseLead, rated, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { CorrectCareRating, correctCareRating } from './correct-care-rating.command';

const given = specFor(localAreaStream, correctCareRating, { now: '2021-09-02', actor: caseLead, id: '931' });
const recorded = rated('inadequate', '2021-07-01');
const body = { ...recorded.data, rating: 'good' as const, corrects: 1, reason: 'Another area’s report' };
const command = (change: Partial<CorrectCareRating> = {}) => make(CorrectCareRating, { ...body, ...change });

describe('correcting a rating of children’s social care (G14, J1)', () => {
  it('stands in for what was recorded', () => given(registered, recorded).when(command()).then(CareRatingCorrected(body)));
  it('changes nothing where it is already so', () =>
    given(registered, recorded)
      .when(command({ rating: 'inadequate' }))
      .thenNothing());
  it('is refused for a record that does not stand, on the day of another rating, and ahead of time', () => {
    given(registered, recorded)
      .when(command({ corrects: 0 }))
      .thenRefused('fact-not-on-record', 'corrects');
    given(registered, recorded, rated('good', '2019-01-01'))
      .when(command({ publishedOn: '2019-01-01' }))
      .thenRefused('care-rating-already-recorded', 'publishedOn');
    given(registered, recorded)
      .when(command({ publishedOn: '2021-09-03' }))
      .thenRefused('fact-in-future', 'publishedOn');
    given().when(command()).thenRefused('local-area-not-registered');
  });
});
