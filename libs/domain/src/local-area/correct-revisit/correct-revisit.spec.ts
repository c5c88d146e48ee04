import { make, specFor } from '@app/event-sourcing/testing';
import { RevisitCorrected } from '../local-area.events';
import { caseLead, inspected2016, registered, revisited } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { CorrectRevisit, correctRevisit } from './correct-revisit.command';

const given = specFor(localAreaStream, correctRevisit, { now: '2020-01-01', actor: caseLead, id: '931' });
const inspection = inspected2016('2017-09-25', '2017-12-04', 5);
const recorded = revisited('2017-09-25', '2019-10-14', '2019-12-23', 2, 3);
const body = { ...recorded.data, sufficient: 3, notSufficient: 2, corrects: 2, reason: 'Columns confused' };
const command = (change: Partial<CorrectRevisit> = {}) => make(CorrectRevisit, { ...body, ...change });

describe('correcting a revisit (J1)', () => {
  it('stands in for what was recorded', () => given(registered, inspection, recorded).when(command()).then(RevisitCorrected(body)));
  it('changes nothing where it is already so', () =>
    given(registered, inspection, recorded)
      .when(command({ sufficient: 2, notSufficient: 3 }))
      .thenNothing());
  it('is refused for a record that does not stand, and holds what a record holds', () => {
    given(registered, inspection, recorded)
      .when(command({ corrects: 1 }))
      .thenRefused('fact-not-on-record', 'corrects');
    given(registered, inspection, recorded)
      .when(command({ sufficient: 4 }))
      .thenRefused('revisit-areas-mismatch', 'sufficient');
    given().when(command()).thenRefused('local-area-not-registered');
  });
});
