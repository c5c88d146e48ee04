import { make, specFor } from '@app/event-sourcing/testing';
import { rated } from '../../local-area/local-area.stories';
import { grantManager as actor } from '../../programme/programme.testing';
import type { EligibilityRule } from '../../local-area/eligibility';
import { ApplicationAccepted, EligibilityAssessed, EvidenceJudged } from '../application.events';
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
      .thenRefused('not-eligible', undefined, 'G12'),
  );
  it('names every rule that is not met, of every area (G12 to G15, G22)', () => {
    const judged = (area: string, ...open: (readonly [EligibilityRule, 'not-met' | 'refer' | 'met'])[]) => ({
      area,
      results: open.map(([rule, result]) => ({ rule, result })),
      factsUpTo: 3,
      judgedBy: `localArea-${area}@3`,
    });
    const areas = [
      judged('851', ['G13-deficit', 'not-met'], ['G13-safety-valve', 'not-met'], ['G14', 'met'], ['G15', 'not-met']),
      judged('850', ['G12', 'met'], ['G22', 'refer']),
    ];
    const assessment = EligibilityAssessed({ ...assessed(3).data, areas, eligible: false, referred: ['850'] });
    const two = { found: { areas: [areaFound('851', ...portsmouth), areaFound('850', ...portsmouth)] } };
    given(...waiting, assessment, meritAssessed)
      .when(command(), two)
      .thenRefused('not-eligible', undefined, 'G13, G15, G22');
    const says = (): unknown =>
      given(...waiting, assessment, meritAssessed)
        .when(command(), two)
        .happened();
    expect(says).toThrow(
      'The assessment says that not every rule is met: local area 851, G13-deficit: not-met; local area 851, G13-safety-valve: not-met; local area 851, G15: not-met; local area 850, G22: refer.',
    );
  });
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
