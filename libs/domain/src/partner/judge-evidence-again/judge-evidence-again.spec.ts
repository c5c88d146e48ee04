import { make, specFor } from '@app/event-sourcing/testing';
import { areaFound, portsmouth } from '../../application/application.testing';
import { grantManager as actor } from '../../programme/programme.testing';
import { EligibilityBreached, EligibilityRestored, EvidenceJudgedAgain, ExcellenceDoubted, PartnerEngaged } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { engaged, engagedAtDiscretion, partnerId as id, terminated } from '../partner.testing';
import { JudgeEvidenceAgain, judgeEvidenceAgain } from './judge-evidence-again.command';

const given = specFor(partnerStream, judgeEvidenceAgain, {
  now: '2022-05-20',
  actor,
  id,
  found: { area: areaFound('851', ...portsmouth) },
});
const body = {
  matter: 'excellence' as 'excellence' | 'route-c',
  judgement: 'not-met' as 'met' | 'not-met',
  judgedOn: '2022-05-20',
  reason: 'Interviews',
};
const command = (change: object = {}) => make(JudgeEvidenceAgain, { ...body, ...change });
const doubted = ExcellenceDoubted({ area: '851', doubtedOn: '2022-05-10', reason: 'Leaders have left' });
const judged = (change: object = {}) => EvidenceJudgedAgain({ area: '851', ...body, ...change });
const told = {
  area: '851',
  rule: 'G22',
  ruleSet: 'notice-2021' as const,
  effectiveOn: '2022-05-20',
  judgedBy: 'localArea-851@3',
  factsUpTo: 2,
};

describe('judging a partner’s evidence again (G12 c, G16, G22)', () => {
  it('answers a doubt: not met breaks the rule with it, met does not', () => {
    given(engaged, doubted)
      .when(command())
      .then(judged({ doubt: 1 }), EligibilityBreached({ ...told, fact: 'partner-851~project_5369@2' }));
    given(engaged, doubted)
      .when(command({ judgement: 'met' }))
      .then(judged({ judgement: 'met', doubt: 1 }));
  });
  it('lets the rule hold again when it is judged met later', () => {
    const breach = EligibilityBreached({ ...told, fact: 'partner-851~project_5369@1' });
    given(engaged, judged(), breach)
      .when(command({ judgement: 'met' }))
      .then(judged({ judgement: 'met' }), EligibilityRestored({ ...told, fact: 'partner-851~project_5369@3', breach: 2 }));
  });
  it('judges route (c) for an area that is not yet inspected (G12 c)', () => {
    const withRouteC = PartnerEngaged({ ...engaged.data, evidence: [{ area: '851', routeC: 'met', excellence: 'met' }] });
    const notInspected = areaFound('851', portsmouth[0]!, portsmouth[2]!, portsmouth[3]!);
    given(withRouteC)
      .when(command({ matter: 'route-c' }), { found: { area: notInspected } })
      .then(
        judged({ matter: 'route-c' }),
        EligibilityBreached({
          ...told,
          rule: 'G12',
          route: 'c',
          fact: 'partner-851~project_5369@1',
          judgedBy: 'localArea-851@2',
        }),
      );
    given(withRouteC)
      .when(command({ matter: 'route-c' }))
      .then(judged({ matter: 'route-c' }));
  });
  it('is nothing when it is judged so and nobody doubts it', () =>
    given(engaged)
      .when(command({ judgement: 'met' }))
      .thenNothing());
  it('is of a live, watched grant and a day of it', () => {
    given(engaged, terminated).when(command()).thenRefused('grant-ended');
    given(engagedAtDiscretion).when(command()).thenRefused('not-watched');
    given(engaged)
      .when(command({ judgedOn: '2022-05-21' }))
      .thenRefused('partner-day-in-future', 'judgedOn');
    given(engaged)
      .when(command({ area: '931' }))
      .thenRefused('partner-area-unknown', 'area');
  });
});
