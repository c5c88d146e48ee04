import { make, specFor } from '@app/event-sourcing/testing';
import { grantManager as actor } from '../../programme/programme.testing';
import { ClaimWithdrawn, RateAgreed } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { claimed, engaged, hours, partnerId as id, rate, terminated } from '../partner.testing';
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
  it('begins on a day that the grant funds, the first and the last one among them', () => {
    const from = (day: string) => given(engaged).when(command({ from: day }));
    from('2021-12-31').thenRefused('rate-outside-funding', 'from');
    from('2022-01-01').then(rate);
    from('2023-03-31').then(RateAgreed({ ...rate.data, from: '2023-03-31' }));
    from('2023-04-01').thenRefused('rate-outside-funding', 'from');
  });
  it('is not less from a day on than what is claimed for days since: claimed is at most what is agreed', () => {
    const history = [engaged, rate, hours('2022-03-01'), claimed('march', ['2022-03-01'], 0, 70_000)];
    const from = (day: string, pence: number) => given(...history).when(command({ from: day, pence }));
    from('2022-03-01', 69_999).thenRefused('rate-below-claimed', 'pence');
    from('2022-03-01', 70_000).then(RateAgreed({ ...rate.data, from: '2022-03-01', pence: 70_000 }));
    from('2022-03-02', 1).then(RateAgreed({ ...rate.data, from: '2022-03-02', pence: 1 }));
    given(...history, ClaimWithdrawn({ claim: 'march', reason: 'Too early' }))
      .when(command({ from: '2022-03-01', pence: 1 }))
      .then(RateAgreed({ ...rate.data, from: '2022-03-01', pence: 1 }));
    given(...history, RateAgreed({ ...rate.data, from: '2022-02-15', pence: 75_000 }))
      .when(command({ from: '2022-02-01', pence: 1 }))
      .then(RateAgreed({ ...rate.data, from: '2022-02-01', pence: 1 }));
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
