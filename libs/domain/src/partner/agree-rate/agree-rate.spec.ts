import { make, specFor } from '@app/event-sourcing/testing';
import { grantManager as actor } from '../../programme/programme.testing';
import { RateAgreed } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { engaged, partnerId as id, rate, terminated } from '../partner.testing';
import { AgreeRate, agreeRate } from './agree-rate.command';

const given = specFor(partnerStream, agreeRate, { now: '2022-01-10', actor, id });
const command = (change: object = {}) => make(AgreeRate, { ...rate.data, ...change });

describe('agreeing a day rate (G8)', () => {
  it('takes £800.00 at executive level and refuses £800.01', () => {
    given(engaged).when(command()).then(rate);
    given(engaged)
      .when(command({ pence: 80_001 }))
      .thenRefused('rate-over-maximum', 'pence');
  });
  it('takes £600.00 at management level and refuses £600.01', () => {
    given(engaged)
      .when(command({ grade: 'management', pence: 60_000 }))
      .then(RateAgreed({ ...rate.data, grade: 'management', pence: 60_000 }));
    given(engaged)
      .when(command({ grade: 'management', pence: 60_001 }))
      .thenRefused('rate-over-maximum', 'pence');
  });
  it('is nothing when it is agreed so, refused otherwise for the same day, and agreed anew from a later one', () => {
    given(engaged, rate).when(command()).thenNothing();
    given(engaged, rate)
      .when(command({ pence: 70_000 }))
      .thenRefused('rate-agreed-already', 'from');
    given(engaged, rate)
      .when(command({ pence: 70_000, from: '2022-06-01' }))
      .then(RateAgreed({ ...rate.data, pence: 70_000, from: '2022-06-01' }));
  });
  it('is agreed for any pseudonym', () =>
    given(engaged)
      .when(command({ person: 'constructor' }))
      .then(RateAgreed({ ...rate.data, person: 'constructor' })));
  it('is of a live grant', () => {
    given(engaged, terminated).when(command()).thenRefused('grant-ended');
    given().when(command()).thenRefused('partner-not-engaged');
  });
});
