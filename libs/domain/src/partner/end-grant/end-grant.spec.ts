import { make, specFor } from '@app/event-sourcing/testing';
import { grantManager as actor } from '../../programme/programme.testing';
import { DeliveryCorrected, GrantEnded } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { engaged, hours, partnerId as id, rate } from '../partner.testing';
import { EndGrant, endGrant } from './end-grant.command';

const given = specFor(partnerStream, endGrant, { now: '2023-04-03', actor, id });
const command = (endedOn: string) => make(EndGrant, { endedOn, reason: 'The period is over' });
const ended = (endedOn: string) => GrantEnded({ area: '851', endedOn, reason: 'The period is over' });

describe('ending a grant (G2)', () => {
  it('ends on its last funded day or before, not after', () => {
    given(engaged).when(command('2023-03-31')).then(ended('2023-03-31'));
    given(engaged).when(command('2023-04-01')).thenRefused('grant-end-after-funding', 'endedOn');
  });
  it('does not end before a delivered day', () => {
    given(engaged, rate, hours('2023-02-10')).when(command('2023-02-09')).thenRefused('grant-end-before-delivery', 'endedOn');
    given(engaged, rate, hours('2023-02-10')).when(command('2023-02-10')).then(ended('2023-02-10'));
    const none = DeliveryCorrected({
      ...hours('2023-02-10').data,
      minutes: 0,
      minutesOnDay: 0,
      isDay: false,
      corrects: 2,
      reason: 'Not held',
    });
    given(engaged, rate, hours('2023-02-10'), none).when(command('2023-02-09')).then(ended('2023-02-09'));
  });
  it('ends once', () => {
    given(engaged, ended('2023-03-31')).when(command('2023-03-31')).thenNothing();
    given(engaged, ended('2023-03-31')).when(command('2023-03-30')).thenRefused('grant-ended', 'endedOn');
  });
  it('ends on a day of the grant, not ahead', () => {
    given(engaged).when(command('2023-04-04')).thenRefused('partner-day-in-future', 'endedOn');
    given(engaged).when(command('2021-12-14')).thenRefused('partner-day-before-engagement', 'endedOn');
    given().when(command('2023-03-31')).thenRefused('partner-not-engaged');
  });
});
