import { make, specFor } from '@app/event-sourcing/testing';
import { applicationStream } from '../application.stream';
import { applicantContact as actor, complete, offered, programme, started, strength, submitted } from '../application.testing';
import { OfferSupportOption, offerSupportOption } from './offer-support-option.command';

const given = specFor(applicationStream, offerSupportOption, { now: '2021-10-01', actor, found: { programme } });
const body = { ...offered.data, service: 'send' };
const command = (change: object = {}) => make(OfferSupportOption, { ...body, ...change });

describe('offering support (G5, G6)', () => {
  it('follows from an evidenced strength (G5)', () => {
    given(started, strength).when(command()).then(offered);
    given(started).when(command()).thenRefused('strength-unknown', 'strengths');
    given(started, strength)
      .when(command({ strengths: ['leadership', 'constructor'] }))
      .thenRefused('strength-unknown', 'strengths');
  });
  it('is one of the programme’s options (G6)', () => {
    given(started, strength)
      .when(command({ option: 'transition-planning' }))
      .thenRefused('offer-option-unknown', 'option');
    given(started, strength)
      .when(command({ option: 'constructor' }))
      .thenRefused('offer-option-unknown', 'option');
  });
  it.each(['childrens-social-care', 'send-and-childrens-social-care'])('is refused for %s: the programme is solely SEND (G6)', (service) =>
    given(started, strength).when(command({ service })).thenRefused('offer-solely-send', 'service'),
  );
  it('is offered once, until the bid is submitted', () => {
    given(started, strength, offered).when(command()).thenRefused('offer-exists', 'option');
    given(...complete, submitted)
      .when(command())
      .thenRefused('application-not-draft');
  });
});
