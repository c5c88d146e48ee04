import { make, specFor } from '@app/event-sourcing/testing';
import { InspectionCorrected } from '../../local-area/local-area.events';
import { OutcomeAgreed, OutcomeWithdrawn } from '../improvement-case.events';
import { agreed, apa, areaFound, caseLead, closed, opened, openedForTimeliness, overall } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { inspected2023 } from '../../local-area/local-area.stories';
import { AgreeOutcome, agreeOutcome } from './agree-outcome.command';

const given = specFor(caseStream, agreeOutcome, { now: '2023-10-12', actor: caseLead, id: '931~inspection', found: { area: areaFound() } });
const { area: _area, ...body } = apa.data;
const command = (change: Partial<AgreeOutcome> = {}) => make(AgreeOutcome, { ...body, ...change });

describe('agreeing an outcome (A1)', () => {
  it('quotes the inspection’s words and has success measures', () => given(opened).when(command()).then(apa));
  it('is of a kind that fits the case: overall, APA and AFI after an inspection, timeliness otherwise (A2, A3)', () => {
    for (const kind of ['overall', 'apa', 'afi'] as const)
      given(opened)
        .when(command({ kind }))
        .then(OutcomeAgreed({ ...apa.data, kind }));
    given(opened)
      .when(command({ kind: 'timeliness' }))
      .thenRefused('outcome-kind-mismatch', 'kind');
    given(openedForTimeliness)
      .when(command({ kind: 'apa' }))
      .thenRefused('outcome-kind-mismatch', 'kind');
    given(openedForTimeliness)
      .when(command({ kind: 'timeliness' }))
      .then(OutcomeAgreed({ ...apa.data, area: '887', kind: 'timeliness' }));
  });
  it('has an area of priority action only where the inspection ended with widespread and/or systemic failings (A1)', () => {
    const inconsistent = inspected2023('2023-07-13', '2023-09-15', 'inconsistent').data;
    const area = areaFound(InspectionCorrected({ ...inconsistent, inspection: '2023_07', corrects: 1, reason: 'Misread' }));
    given(opened).when(command(), { found: { area } }).thenRefused('outcome-without-priority-action', 'kind');
    given(opened)
      .when(command({ kind: 'afi' }), { found: { area } })
      .then(OutcomeAgreed({ ...apa.data, kind: 'afi' }));
  });
  it('is agreed once; other words are a rewording', () => {
    given(opened, apa).when(command()).thenNothing();
    given(opened, apa)
      .when(command({ words: 'Others' }))
      .thenRefused('outcome-already-agreed', 'outcome');
  });
  it('is overall once, and again after a withdrawal (A2)', () => {
    const withdrawn = OutcomeWithdrawn({ area: '931', outcome: 'overall', kind: 'overall', withdrawnOn: '2023-10-12', reason: 'Reworked' });
    given(opened, overall)
      .when(command({ outcome: 'other', kind: 'overall' }))
      .thenRefused('overall-outcome-already-agreed', 'kind');
    given(opened, overall, withdrawn)
      .when(command({ outcome: 'other', kind: 'overall' }))
      .then(OutcomeAgreed({ ...apa.data, outcome: 'other', kind: 'overall' }));
  });
  it('is refused before the case, ahead of time, and in a case that is not open', () => {
    given(opened)
      .when(command({ agreedOn: '2023-09-14' }))
      .thenRefused('case-day-before-opening', 'agreedOn');
    given(opened)
      .when(command({ agreedOn: '2023-09-15' }))
      .then(agreed('apa_1', 'apa', '2023-09-15'));
    given(opened)
      .when(command({ agreedOn: '2023-10-13' }))
      .thenRefused('case-day-in-future', 'agreedOn');
    given(opened, closed).when(command()).thenRefused('case-not-open');
    given().when(command()).thenRefused('case-not-opened');
  });
});
