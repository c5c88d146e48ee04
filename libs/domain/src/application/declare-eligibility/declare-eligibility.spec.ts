import { make, specFor } from '@app/event-sourcing/testing';
import { ApplicationStarted, EligibilityDeclared } from '../application.events';
import { applicationStream } from '../application.stream';
import { applicantContact as actor, complete, started, submitted } from '../application.testing';
import { DeclareEligibility, declareEligibility } from './declare-eligibility.command';

const given = specFor(applicationStream, declareEligibility, { now: '2021-10-01', actor });
const body = { area: '851', requirement: 'G13' as const, evidence: 'Published accounts' };
const command = (change: object = {}) => make(DeclareEligibility, { ...body, ...change });

describe('declaring eligibility (G5)', () => {
  it('is of one requirement, with evidence, of any local area of the bid', () => {
    given(started).when(command()).then(EligibilityDeclared(body));
    given(ApplicationStarted({ ...started.data, others: ['850'] }))
      .when(command({ area: '850' }))
      .then(EligibilityDeclared({ ...body, area: '850' }));
  });
  it('is refused of another local area, and once the bid is submitted', () => {
    given(started)
      .when(command({ area: '931' }))
      .thenRefused('applicant-not-in-application', 'area');
    given(...complete, submitted)
      .when(command())
      .thenRefused('application-not-draft');
  });
});
