import { make, specFor } from '@app/event-sourcing/testing';
import { PackageCompleted } from '../../support-package/support-package.events';
import { DeliveryCorrected, DeliveryRecorded, GrantEnded, RateAgreed } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { contact as actor, engaged, hours, packageFound, partnerId as id, rate, terminated } from '../partner.testing';
import { RecordDelivery, recordDelivery } from './record-delivery.command';

const medway = { package: packageFound('medway_1') };
const oxfordshire = { package: packageFound('oxfordshire_1') };
const given = specFor(partnerStream, recordDelivery, { now: '2022-06-30', actor, id, found: medway });
const command = (change: object = {}) =>
  make(RecordDelivery, { package: 'medway_1', person: 'director-1', day: '2022-03-01', minutes: 420, ...change });
const elsewhere = (minutes: number) => command({ package: 'oxfordshire_1', minutes });
const inOxfordshire = (minutes: number, minutesOnDay: number, isDay: boolean) =>
  DeliveryRecorded({ ...hours('2022-03-01').data, package: 'oxfordshire_1', recipient: '931', minutes, minutesOnDay, isDay });

describe('recording delivered hours (G7, G8, G10)', () => {
  it('takes 7 hours for a day, and 6 h 59 for none (G7, reading 9)', () => {
    given(engaged, rate).when(command()).then(hours('2022-03-01', 420));
    given(engaged, rate)
      .when(command({ minutes: 419 }))
      .then(hours('2022-03-01', 419));
    expect(hours('2022-03-01', 420).data.isDay).toBe(true);
    expect(hours('2022-03-01', 419).data.isDay).toBe(false);
  });
  it('adds hours given to two areas on one date up to one day (reading 25)', () => {
    given(engaged, rate, hours('2022-03-01', 210))
      .when(elsewhere(210), { found: oxfordshire })
      .then(inOxfordshire(210, 420, true));
    given(engaged, rate, hours('2022-03-01', 210))
      .when(elsewhere(209), { found: oxfordshire })
      .then(inOxfordshire(209, 419, false));
  });
  it('refuses two full days of one person on one date, and takes hours beside a full day (reading 25)', () => {
    given(engaged, rate, hours('2022-03-01', 420)).when(elsewhere(420), { found: oxfordshire }).thenRefused('second-full-day', 'minutes');
    given(engaged, rate, hours('2022-03-01', 420))
      .when(elsewhere(419), { found: oxfordshire })
      .then(inOxfordshire(419, 839, true));
  });
  it('takes full days of two persons on one date', () =>
    given(engaged, rate, RateAgreed({ ...rate.data, person: 'head-1' }), hours('2022-03-01'))
      .when(command({ person: 'head-1' }))
      .then(hours('2022-03-01', 420, 'head-1')));
  it('refuses more than a date holds', () => {
    given(engaged, rate, hours('2022-03-01', 1_021))
      .when(elsewhere(419), { found: oxfordshire })
      .then(inOxfordshire(419, 1_440, true));
    given(engaged, rate, hours('2022-03-01', 1_022))
      .when(elsewhere(419), { found: oxfordshire })
      .thenRefused('more-than-a-date', 'minutes');
  });
  it('is recorded once: the same is nothing, other minutes are a correction', () => {
    given(engaged, rate, hours('2022-03-01')).when(command()).thenNothing();
    given(engaged, rate, hours('2022-03-01'))
      .when(command({ minutes: 421 }))
      .thenRefused('delivery-recorded-already', 'day');
    const nothing = DeliveryCorrected({
      ...hours('2022-03-01').data,
      minutes: 0,
      minutesOnDay: 0,
      isDay: false,
      corrects: 2,
      reason: 'Another day',
    });
    given(engaged, rate, hours('2022-03-01'), nothing).when(command()).then(hours('2022-03-01'));
  });
  it('takes no day before the approval of the package, and takes the day of it (G10)', () => {
    given(engaged, rate)
      .when(command({ day: '2022-01-31' }))
      .thenRefused('delivery-before-approval', 'day');
    given(engaged, rate)
      .when(command({ day: '2022-02-01' }))
      .then(hours('2022-02-01'));
  });
  it('takes no day after the package’s end', () => {
    const completed = packageFound('medway_1', PackageCompleted({ partner: id, completedOn: '2022-03-01', outcome: 'Done' }));
    given(engaged, rate)
      .when(command(), { found: { package: completed } })
      .then(hours('2022-03-01'));
    given(engaged, rate)
      .when(command({ day: '2022-03-02' }), { found: { package: completed } })
      .thenRefused('delivery-after-package', 'day');
  });
  it('takes no day outside the funding period: 31 Mar 2023 is the last (G10)', () => {
    given(engaged, rate)
      .when(command({ day: '2023-03-31' }), { now: '2023-04-10' })
      .then(hours('2023-03-31'));
    given(engaged, rate)
      .when(command({ day: '2023-04-01' }), { now: '2023-04-10' })
      .thenRefused('delivery-outside-funding', 'day');
  });
  it('takes no day after the termination or the end, and takes their days (G17, reading 23)', () => {
    given(engaged, rate, terminated)
      .when(command({ day: '2022-06-20' }))
      .then(hours('2022-06-20'));
    given(engaged, rate, terminated)
      .when(command({ day: '2022-06-21' }))
      .thenRefused('delivery-after-termination', 'day');
    given(engaged, rate, GrantEnded({ area: '851', endedOn: '2022-06-01', reason: 'Given up' }))
      .when(command({ day: '2022-06-02' }))
      .thenRefused('delivery-after-end', 'day');
  });
  it('needs a rate agreed for the person and day (G8)', () => {
    given(engaged).when(command()).thenRefused('rate-not-agreed', 'person');
    given(engaged, RateAgreed({ ...rate.data, from: '2022-03-02' }))
      .when(command())
      .thenRefused('rate-not-agreed', 'person');
  });
  it('is for a package of this partner, today or before', () => {
    given(engaged, rate).when(command(), { id: '850~project_5369' }).thenRefused('delivery-other-partner', 'package');
    given(engaged, rate)
      .when(command({ day: '2022-07-01' }))
      .thenRefused('partner-day-in-future', 'day');
    given().when(command()).thenRefused('partner-not-engaged');
  });
});
