import { make, specFor } from '@app/event-sourcing/testing';
import { rated } from '../../local-area/local-area.stories';
import { grantManager as actor } from '../../programme/programme.testing';
import { ApplicationAccepted, EvidenceJudged } from '../application.events';
import { applicationStream } from '../application.stream';
import { areaFound, assessed, complete, excellenceJudged, meritAssessed, portsmouth, started, submitted } from '../application.testing';
import { AcceptApplication, acceptApplication } from './accept-application.command';

const given = specFor(applicationStream, acceptApplication, {
  now: '2021-11-10',
  actor,
  found: { areas: [areaFound('851', ...portsmouth)] },
});
const body = { acceptedOn: '2021-11-10', reason: 'Eligible and of merit' };
const command = (change: object = {}) => make(AcceptApplication, { ...body, ...change });
const accepted = ApplicationAccepted({ ...body, judgedBy: ['localArea-851@3'] });
const waiting = [...complete, submitted, excellenceJudged];

describe('accepting an application (G12 to G16, G22)', () => {
  it('needs every rule met, on an assessment of the newest fact', () =>
    given(...waiting, assessed(3), meritAssessed)
      .when(command())
      .then(accepted));
  it.each(['not-met', 'refer', 'unknown'] as const)('is refused while a rule is %s', (result) =>
    given(...waiting, assessed(3, result), meritAssessed)
      .when(command())
      .thenRefused('not-eligible'),
  );
  it('is refused on an assessment that is older than the newest fact, or than a judgement of evidence', () => {
    const newer = areaFound('851', ...portsmouth, rated('requires-improvement', '2021-11-08'));
    given(...waiting, assessed(3), meritAssessed)
      .when(command(), { found: { areas: [newer] } })
      .thenRefused('assessment-stale');
    given(...waiting, assessed(3), meritAssessed, EvidenceJudged({ ...excellenceJudged.data, judgement: 'not-met' }))
      .when(command())
      .thenRefused('assessment-stale');
  });
  it('needs an assessment of eligibility and of merit', () => {
    given(...waiting, meritAssessed)
      .when(command())
      .thenRefused('not-assessed');
    given(...waiting, assessed(3))
      .when(command())
      .thenRefused('merit-not-assessed');
  });
  it('is of a submitted bid, once, on a day since it was submitted', () => {
    given(...waiting, assessed(3), meritAssessed, accepted)
      .when(command())
      .thenNothing();
    given(started).when(command()).thenRefused('application-not-submitted');
    given().when(command()).thenRefused('application-not-started');
    given(...waiting, assessed(3), meritAssessed)
      .when(command({ acceptedOn: '2021-11-11' }))
      .thenRefused('application-day-in-future', 'acceptedOn');
  });
});
