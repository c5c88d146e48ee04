import { make, specFor } from '@app/event-sourcing/testing';
import { DeepDiveCorrected } from '../improvement-case.events';
import { afi, apa, caseLead, closed, dive, finding, opened, overall, recordedDive } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { CorrectDeepDive, correctDeepDive } from './correct-deep-dive.command';

const given = specFor(caseStream, correctDeepDive, { now: '2025-04-01', actor: caseLead, id: '931~inspection' });
const body = { ...dive({ heldOn: '2024-03-26' }), corrects: 4, reason: 'Day misread' };
const command = (change: Partial<CorrectDeepDive> = {}) => make(CorrectDeepDive, { ...body, ...change });
const corrected = DeepDiveCorrected({ ...body, area: '931', previouslyHeldOn: '2024-03-27' });
const past = [opened, overall, apa, afi, recordedDive()] as const;

describe('correcting a deep dive (J4)', () => {
  it('stands in for what was recorded, in a closed case too', () => {
    given(...past)
      .when(command())
      .then(corrected);
    given(...past, closed)
      .when(command())
      .then(corrected);
  });
  it('is refused for a record that does not stand, and holds what a record holds', () => {
    given(...past)
      .when(command({ corrects: 3 }))
      .thenRefused('case-record-not-standing', 'corrects');
    given(...past, corrected)
      .when(command())
      .thenRefused('case-record-not-standing', 'corrects');
    given(...past)
      .when(command({ findings: [finding('overall')] }))
      .thenRefused('deep-dive-outcomes-missing', 'findings');
    given(...past)
      .when(command({ kind: 'apa' }))
      .thenRefused('deep-dive-not-apa', 'findings');
    given(...past)
      .when(command({ heldOn: '2025-04-02' }))
      .thenRefused('case-day-in-future', 'heldOn');
    given().when(command()).thenRefused('case-not-opened');
  });
});
