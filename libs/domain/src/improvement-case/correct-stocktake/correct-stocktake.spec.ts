import { make, specFor } from '@app/event-sourcing/testing';
import { StocktakeCorrected, StocktakeRecorded } from '../improvement-case.events';
import { areaFound, board, caseLead, council, opened, oversightOf } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { CorrectStocktake, correctStocktake } from './correct-stocktake.command';

const given = specFor(caseStream, correctStocktake, {
  now: '2024-07-01',
  actor: caseLead,
  id: '931~inspection',
  found: { area: areaFound(council, board) },
});
const said = {
  stocktake: 'st1',
  heldOn: '2024-06-24',
  partners: oversightOf('County Council', 'Integrated Care Board'),
  summary: 'Rising',
};
const recorded = StocktakeRecorded({ ...said, area: '931' });
const body = { ...said, heldOn: '2024-06-23', corrects: 1, reason: 'Day misread' };
const command = (change: Partial<CorrectStocktake> = {}) => make(CorrectStocktake, { ...body, ...change });
const corrected = StocktakeCorrected({ ...body, area: '931', previouslyHeldOn: '2024-06-24' });

describe('correcting a stocktake (J5)', () => {
  it('stands in for what was recorded', () => given(opened, recorded).when(command()).then(corrected));
  it('is refused for a record that does not stand, and holds what a record holds', () => {
    given(opened, recorded)
      .when(command({ corrects: 0 }))
      .thenRefused('case-record-not-standing', 'corrects');
    given(opened, recorded, corrected).when(command()).thenRefused('case-record-not-standing', 'corrects');
    given(opened, recorded)
      .when(command({ partners: oversightOf('County Council') }))
      .thenRefused('oversight-partner-missing', 'partners');
    given(opened, recorded)
      .when(command({ heldOn: '2024-07-02' }))
      .thenRefused('case-day-in-future', 'heldOn');
    given().when(command()).thenRefused('case-not-opened');
  });
});
