import { make, specFor } from '@app/event-sourcing/testing';
import { ClaimWithdrawn, CostsClaimed, DeliveryCorrected, DeliveryRecorded } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { award, contact as actor, engaged, hours, packageFound, partnerId as id, rate } from '../partner.testing';
import { CorrectDelivery, correctDelivery } from './correct-delivery.command';

const given = specFor(partnerStream, correctDelivery, { now: '2022-03-20', actor, id, found: { package: packageFound() } });
const command = (minutes: number) =>
  make(CorrectDelivery, { package: 'medway_1', person: 'director-1', day: '2022-03-01', minutes, reason: 'Timesheet' });
const corrected = (minutes: number, minutesOnDay = minutes) =>
  DeliveryCorrected({
    ...hours('2022-03-01').data,
    minutes,
    minutesOnDay,
    isDay: minutesOnDay >= 420,
    corrects: 2,
    reason: 'Timesheet',
  });
const claimed = CostsClaimed({
  claim: 'march',
  award,
  dayCostsPence: 80_000,
  overheadsPence: 0,
  totalPence: 80_000,
  claimedOn: '2022-03-15',
  lines: [{ person: 'director-1', ratePence: 80_000, days: ['2022-03-01'] }],
  overheads: [],
});
const elsewhere = (minutes: number, minutesOnDay: number) =>
  DeliveryRecorded({ ...hours('2022-03-01').data, package: 'oxfordshire_1', recipient: '931', minutes, minutesOnDay, isDay: true });

describe('correcting delivered hours (G7)', () => {
  it('names what it corrects, down to nothing', () => {
    given(engaged, rate, hours('2022-03-01')).when(command(419)).then(corrected(419));
    given(engaged, rate, hours('2022-03-01')).when(command(0)).then(corrected(0));
  });
  it('is nothing when it is recorded so, and refused where nothing is', () => {
    given(engaged, rate, hours('2022-03-01')).when(command(420)).thenNothing();
    given(engaged, rate).when(command(420)).thenRefused('delivery-unknown', 'day');
  });
  it('leaves a claimed day a day: 7 hours stay, 6 h 59 is refused until the claim is dealt with (G21)', () => {
    given(engaged, rate, hours('2022-03-01', 480), claimed).when(command(420)).then(corrected(420));
    given(engaged, rate, hours('2022-03-01', 480), claimed).when(command(419)).thenRefused('delivery-claimed', 'day');
    given(engaged, rate, hours('2022-03-01', 480), claimed, ClaimWithdrawn({ claim: 'march', reason: 'Timesheet' }))
      .when(command(419))
      .then(corrected(419));
  });
  it('does not make two full days of one date, nor more than a date holds (reading 25)', () => {
    given(engaged, rate, hours('2022-03-01', 300), elsewhere(420, 720)).when(command(420)).thenRefused('second-full-day', 'minutes');
    given(engaged, rate, hours('2022-03-01', 300), elsewhere(420, 720)).when(command(419)).then(corrected(419, 839));
    given(engaged, rate, hours('2022-03-01', 300), elsewhere(419, 719)).when(command(1_022)).thenRefused('more-than-a-date', 'minutes');
  });
});
