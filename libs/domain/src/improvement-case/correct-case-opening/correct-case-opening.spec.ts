import { make, specFor } from '@app/event-sourcing/testing';
import { CaseOpeningCorrected } from '../improvement-case.events';
import { areaFound, caseLead, closed, opened } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { CorrectCaseOpening, correctCaseOpening } from './correct-case-opening.command';

const given = specFor(caseStream, correctCaseOpening, {
  now: '2025-04-01',
  actor: caseLead,
  id: '931~inspection',
  found: { area: areaFound() },
});
const body = { inspection: '2023_07', openedOn: '2023-10-12', corrects: 0, reason: 'Day of the letter' };
const command = (change: Partial<CorrectCaseOpening> = {}) => make(CorrectCaseOpening, { ...body, ...change });
const corrected = CaseOpeningCorrected({ ...body, area: '931', cause: 'inspection', judgedBy: 'localArea-931@2' });

describe('correcting the opening of a case (J2)', () => {
  it('moves its first day, on which clocks rest', () => given(opened).when(command()).then(corrected));
  it('changes nothing where it is already so', () =>
    given(opened)
      .when(command({ openedOn: '2023-09-15' }))
      .thenNothing());
  it('is refused for a record that does not stand', () => {
    given(opened, corrected)
      .when(command({ openedOn: '2023-10-13' }))
      .thenRefused('case-opening-superseded', 'corrects');
    given().when(command()).thenRefused('case-not-opened');
  });
  it('is refused ahead of time, after the closing, or from an unknown inspection', () => {
    given(opened)
      .when(command({ openedOn: '2025-04-02' }))
      .thenRefused('case-opened-in-future', 'openedOn');
    given(opened, closed)
      .when(command({ openedOn: '2025-04-01' }))
      .thenRefused('case-closed-before-opening', 'openedOn');
    given(opened)
      .when(command({ openedOn: '2023-09-14' }))
      .thenRefused('case-before-inspection', 'openedOn');
    given(opened)
      .when(command({ inspection: '2024_01' }))
      .thenRefused('case-inspection-unknown', 'inspection');
  });
});
