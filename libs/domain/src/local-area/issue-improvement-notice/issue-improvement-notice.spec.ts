import { make, specFor } from '@app/event-sourcing/testing';
import { caseLead, notice, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { IssueImprovementNotice, issueImprovementNotice } from './issue-improvement-notice.command';

const given = specFor(localAreaStream, issueImprovementNotice, { now: '2023-11-16', actor: caseLead, id: '931' });
const body = notice.data;
const [first, second] = body.steps as [(typeof body.steps)[0], (typeof body.steps)[0]];
const command = (change: Partial<IssueImprovementNotice> = {}) => make(IssueImprovementNotice, { ...body, ...change });

describe('an improvement notice (J10)', () => {
  it('is issued with steps and their days', () => given(registered).when(command()).then(notice));
  it('is issued once', () => {
    given(registered, notice)
      .when(command({ steps: [second, first] }))
      .thenNothing();
    given(registered, notice)
      .when(command({ steps: [first] }))
      .thenRefused('notice-already-issued', 'notice');
  });
  it('is refused without steps, with one twice, or with one that is due before it', () => {
    given(registered)
      .when(command({ steps: [] }))
      .thenRefused('notice-without-steps', 'steps');
    given(registered)
      .when(command({ steps: [first, first] }))
      .thenRefused('notice-step-twice', 'steps');
    given(registered)
      .when(command({ steps: [{ ...first, dueOn: '2023-11-15' }] }))
      .thenRefused('notice-step-due-before-issue', 'steps');
  });
  it('is refused ahead of time, and of an area that is not registered', () => {
    given(registered)
      .when(command({ issuedOn: '2023-11-17' }))
      .thenRefused('fact-in-future', 'issuedOn');
    given().when(command()).thenRefused('local-area-not-registered');
  });
});
