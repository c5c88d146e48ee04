import { make, specFor } from '@app/event-sourcing/testing';
import { ImprovementNoticeCorrected } from '../local-area.events';
import { caseLead, notice, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { CorrectImprovementNotice, correctImprovementNotice } from './correct-improvement-notice.command';

const given = specFor(localAreaStream, correctImprovementNotice, { now: '2023-11-20', actor: caseLead, id: '931' });
const steps = notice.data.steps.map((step) => ({ ...step, dueOn: '2025-02-28' }));
const body = { ...notice.data, steps, corrects: 1, reason: 'Days misread' };
const command = (change: Partial<CorrectImprovementNotice> = {}) => make(CorrectImprovementNotice, { ...body, ...change });

describe('correcting an improvement notice (J10)', () => {
  it('stands in for what was recorded', () => given(registered, notice).when(command()).then(ImprovementNoticeCorrected(body)));
  it('changes nothing where it is already so', () =>
    given(registered, notice)
      .when(command({ steps: notice.data.steps }))
      .thenNothing());
  it('is refused for a record that does not stand, and holds what an issue holds', () => {
    given(registered, notice)
      .when(command({ corrects: 0 }))
      .thenRefused('fact-not-on-record', 'corrects');
    given(registered, notice)
      .when(command({ steps: [] }))
      .thenRefused('notice-without-steps', 'steps');
    given(registered, notice)
      .when(command({ issuedOn: '2023-11-21' }))
      .thenRefused('fact-in-future', 'issuedOn');
    given().when(command()).thenRefused('local-area-not-registered');
  });
});
