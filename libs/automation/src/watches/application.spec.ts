import * as events from '@app/domain/events';
import { playRequirements } from '../testing/play';

const APPLICATION = 'application-a1';
const judgement = (matter: string) => `requirement-evidence_judgement~a1~851.${matter.replace('-', '_')}.r0`;
const assessed = (...rules: readonly ('G12' | 'G22')[]) =>
  events.EligibilityAssessed({
    assessedOn: '2021-11-02',
    ruleSet: 'notice-2021',
    areas: [
      {
        area: '851',
        results: rules.map((rule) => ({ rule, result: 'refer' as const })),
        factsUpTo: 3,
        judgedBy: 'localArea-851@3',
      },
    ],
    eligible: false,
    referred: rules.length > 0 ? ['851'] : [],
  });
const judged = events.EvidenceJudged({ area: '851', matter: 'route-c', judgement: 'met', judgedOn: '2021-11-02', reason: 'Compelling' });
const play = () => playRequirements('2021-11-02T09:00:00.000Z');

describe('evidence that is referred to a person (G12 c, G22, reading 5)', () => {
  it('is judged within 10 working days, matter by matter', () => {
    const played = play();
    played.record(APPLICATION, assessed('G12', 'G22'));
    played.record(APPLICATION, judged);
    played.until('2021-11-18');
    expect(played.types(judgement('route-c'))).toEqual(['RequirementImposed', 'RequirementMet']);
    expect(played.types(judgement('excellence'))).toEqual(['RequirementImposed', 'RequirementLapsed']);
    expect(played.last(judgement('excellence'), 'RequirementLapsed')).toMatchObject({ due: '2021-11-16' });
  });

  it('is asked once, however often it is assessed, and no more where it is no longer referred', () => {
    const played = play();
    played.record(APPLICATION, assessed('G12'));
    played.record(APPLICATION, assessed('G12'));
    expect(played.streams('requirement')).toEqual(['evidence_judgement~a1~851.route_c.r0']);
    played.record(APPLICATION, assessed());
    expect(played.types(judgement('route-c'))).toEqual(['RequirementImposed', 'RequirementReleased']);
  });

  it('ends with the application, and is owed again when that is reopened', () => {
    const played = play();
    played.record(APPLICATION, assessed('G12'));
    played.record(APPLICATION, events.ApplicationWithdrawn({ reason: 'Not now' }));
    played.record(APPLICATION, events.ApplicationReopened({ corrects: 1, status: 'submitted', reason: 'A mistake' }));
    expect(played.types(judgement('route-c'))).toEqual(['RequirementImposed', 'RequirementReleased', 'RequirementReopened']);
  });
});
