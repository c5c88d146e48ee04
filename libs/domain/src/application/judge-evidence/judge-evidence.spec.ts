import { make, specFor } from '@app/event-sourcing/testing';
import { grantManager as actor } from '../../programme/programme.testing';
import { EvidenceJudged } from '../application.events';
import { applicationStream } from '../application.stream';
import { complete, excellenceJudged, started, submitted } from '../application.testing';
import { JudgeEvidence, judgeEvidence } from './judge-evidence.command';

const given = specFor(applicationStream, judgeEvidence, { now: '2021-11-05', actor });
const command = (change: object = {}) => make(JudgeEvidence, { ...excellenceJudged.data, ...change });
const waiting = [...complete, submitted];

describe('judging a local area’s evidence (G12 c, G22, reading 5)', () => {
  it('is a person’s judgement with reasons, of either matter', () => {
    given(...waiting)
      .when(command())
      .then(excellenceJudged);
    given(...waiting)
      .when(command({ matter: 'route-c' }))
      .then(EvidenceJudged({ ...excellenceJudged.data, matter: 'route-c' }));
    given(...waiting, excellenceJudged)
      .when(command({ matter: 'route-c' }))
      .then(EvidenceJudged({ ...excellenceJudged.data, matter: 'route-c' }));
  });
  it('is nothing when it is judged so, and can be judged otherwise', () => {
    given(...waiting, excellenceJudged)
      .when(command())
      .thenNothing();
    given(...waiting, excellenceJudged)
      .when(command({ judgement: 'not-met' }))
      .then(EvidenceJudged({ ...excellenceJudged.data, judgement: 'not-met' }));
  });
  it('is of a local area of the bid, once it is submitted, on a day since', () => {
    given(...waiting)
      .when(command({ area: '931' }))
      .thenRefused('applicant-not-in-application', 'area');
    given(started).when(command()).thenRefused('application-not-submitted');
    given(...waiting)
      .when(command({ judgedOn: '2021-11-06' }))
      .thenRefused('application-day-in-future', 'judgedOn');
    given(...waiting)
      .when(command({ judgedOn: '2021-10-27' }))
      .thenRefused('application-day-before-submission', 'judgedOn');
    given(...waiting)
      .when(command({ judgedOn: '2021-10-28' }))
      .then(EvidenceJudged({ ...excellenceJudged.data, judgedOn: '2021-10-28' }));
  });
});
