import { make, specFor } from '@app/event-sourcing/testing';
import { applicationStream } from '../application.stream';
import { applicantContact as actor, complete, started, strength, submitted } from '../application.testing';
import { EvidenceStrength, evidenceStrength } from './evidence-strength.command';

const given = specFor(applicationStream, evidenceStrength, { now: '2021-10-01', actor });
const command = make(EvidenceStrength, strength.data);

describe('evidencing a strength (G5)', () => {
  it('is part of a bid until it is submitted', () => {
    given(started).when(command).then(strength);
    given(...complete, submitted)
      .when(command)
      .thenRefused('application-not-draft');
    given().when(command).thenRefused('application-not-started');
  });
  it('has an id of its own', () => given(started, strength).when(command).thenRefused('strength-exists', 'strength'));
});
