import { make, specFor } from '@app/event-sourcing/testing';
import { grantManager, notice } from '../../programme/programme.testing';
import {
  ApplicationAccepted,
  ApplicationStarted,
  ApplicationSubmitted,
  ApplicationWithdrawn,
  LateSubmissionRefused,
  type ApplicationEvent,
} from '../application.events';
import { applicationStream } from '../application.stream';
import {
  applicantContact as actor,
  complete,
  costed,
  declarations,
  example,
  offered,
  programme,
  started,
  strength,
  submitted,
} from '../application.testing';
import { SubmitApplication, submitApplication } from './submit-application.command';

const given = specFor(applicationStream, submitApplication, { now: '2021-10-28T10:00:00.000Z', actor, found: { programme } });
const body = { quotedReference: 'project_5369', onTemplate: true };
const command = (change: object = {}) => make(SubmitApplication, { ...body, ...change });
const { applicationsCloseAt } = notice;
const without = (...left: ApplicationEvent[]) => complete.filter((event) => !left.includes(event));

describe('submitting an application (G4, G5)', () => {
  it('is in time at 12:00:00 in London on 1 Nov 2021, late at 12:00:01 (G4, reading 8)', () => {
    given(...complete)
      .when(command(), { now: '2021-11-01T12:00:00.000Z' })
      .then(ApplicationSubmitted({ ...submitted.data, receivedAt: '2021-11-01T12:00:00.000Z' }));
    given(...complete)
      .when(command(), { now: '2021-11-01T12:00:00.999Z' })
      .then(ApplicationSubmitted({ ...submitted.data, receivedAt: '2021-11-01T12:00:00.999Z' }));
    given(...complete)
      .when(command(), { now: '2021-11-01T12:00:01.000Z' })
      .then(LateSubmissionRefused({ receivedAt: '2021-11-01T12:00:01.000Z', applicationsCloseAt }));
  });
  it('records a late submission alone, complete or not, once (G4)', () => {
    const late = LateSubmissionRefused({ receivedAt: '2021-11-02T09:00:00.000Z', applicationsCloseAt });
    given(started).when(command(), { now: '2021-11-02T09:00:00.000Z' }).then(late);
    given(started, late).when(command(), { now: '2021-11-03T09:00:00.000Z' }).thenNothing();
  });
  it('takes the portal’s receipt from the Department alone, and not from ahead (G4)', () => {
    const receivedAt = '2021-11-01T11:59:00.000Z';
    const now = '2021-11-01T15:00:00.000Z';
    given(...complete)
      .when(command({ receivedAt }), { now, actor: grantManager })
      .then(ApplicationSubmitted({ ...submitted.data, receivedAt }));
    given(...complete)
      .when(command({ receivedAt }), { now })
      .thenRefused('receipt-by-department', 'receivedAt');
    given(...complete)
      .when(command({ receivedAt: '2021-11-01T15:00:00.001Z' }), { now, actor: grantManager })
      .thenRefused('receipt-in-future', 'receivedAt');
  });
  it.each([
    ['strengths', 'strengths-missing', without(strength)],
    ['an offer of support', 'options-missing', without(offered)],
    ['an example of peer support', 'examples-missing', without(example)],
    ['a costing', 'costing-missing', without(costed)],
    ['a declaration', 'declaration-missing', without(declarations[2]!)],
  ])('is refused without %s (G5)', (_part, code, events) =>
    given(...events)
      .when(command())
      .thenRefused(code),
  );
  it('needs the declarations of every local area with the lead (G5)', () =>
    given(ApplicationStarted({ ...started.data, others: ['850'] }), ...complete.slice(1))
      .when(command())
      .thenRefused('declaration-missing'));
  it('quotes the reference and uses the template (G4)', () => {
    given(...complete)
      .when(command({ quotedReference: 'project_8404' }))
      .thenRefused('reference-not-quoted', 'quotedReference');
    given(...complete)
      .when(command({ onTemplate: false }))
      .thenRefused('template-not-used', 'onTemplate');
  });
  it('is submitted once, and not after it is withdrawn or decided', () => {
    given(...complete)
      .when(command())
      .then(submitted);
    given(...complete, submitted)
      .when(command())
      .thenNothing();
    given(...complete, ApplicationWithdrawn({ reason: 'No capacity' }))
      .when(command())
      .thenRefused('application-decided');
    given(...complete, submitted, ApplicationAccepted({ acceptedOn: '2021-11-10', reason: 'Eligible', judgedBy: [] }))
      .when(command())
      .thenRefused('application-decided');
    given().when(command()).thenRefused('application-not-started');
  });
});
