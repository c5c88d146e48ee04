import { make, specFor } from '@app/event-sourcing/testing';
import { StrengthEvidenced, StrengthWithdrawn, SupportOptionOffered } from '../application.events';
import { applicationStream } from '../application.stream';
import { applicantContact as actor, offered, started, strength } from '../application.testing';
import { WithdrawStrength, withdrawStrength } from './withdraw-strength.command';

const given = specFor(applicationStream, withdrawStrength, { now: '2021-10-01', actor });
const command = make(WithdrawStrength, { strength: 'leadership', reason: 'Out of date' });
const withdrawn = StrengthWithdrawn({ strength: 'leadership', corrects: 1, reason: 'Out of date' });
const second = StrengthEvidenced({ strength: 'planning', statement: 'Place planning', evidence: 'Published plan' });

describe('taking back a strength (G5)', () => {
  it('names what it corrects, once', () => {
    given(started, strength).when(command).then(withdrawn);
    given(started, strength, withdrawn).when(command).thenNothing();
  });
  it('is refused while an offer follows from it alone', () => {
    given(started, strength, offered).when(command).thenRefused('strength-in-use', 'strength');
    given(started, strength, second, SupportOptionOffered({ ...offered.data, strengths: ['leadership', 'planning'] }))
      .when(command)
      .then(withdrawn);
    const secondBack = StrengthWithdrawn({ strength: 'planning', corrects: 2, reason: 'Out of date' });
    given(started, strength, second, SupportOptionOffered({ ...offered.data, strengths: ['leadership', 'planning'] }), secondBack)
      .when(command)
      .thenRefused('strength-in-use', 'strength');
  });
});
