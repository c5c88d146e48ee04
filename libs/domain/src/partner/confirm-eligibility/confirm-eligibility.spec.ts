import { make, specFor } from '@app/event-sourcing/testing';
import { EligibilityConfirmed } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { contact as actor, engaged, engagedAtDiscretion, partnerId as id, terminated } from '../partner.testing';
import { ConfirmEligibility, confirmEligibility } from './confirm-eligibility.command';

const given = specFor(partnerStream, confirmEligibility, { now: '2022-12-15', actor, id });
const requirements = ['G12' as const, 'G13' as const, 'G14' as const, 'G15' as const, 'G22' as const];
const command = (confirmedOn: string, asked: string[] = requirements) =>
  make(ConfirmEligibility, { confirmedOn, requirements: asked, statement: 'Nothing has changed' });
const confirmed = (yearFrom: string, confirmedOn: string) =>
  EligibilityConfirmed({ yearFrom, confirmedOn, requirements, statement: 'Nothing has changed' });

describe('confirming eligibility once a year (G16)', () => {
  it('is for the grant year from the engagement: until 14 Dec 2022 the first, from 15 Dec the second', () => {
    given(engaged).when(command('2022-12-14')).then(confirmed('2021-12-15', '2022-12-14'));
    given(engaged).when(command('2022-12-15')).then(confirmed('2022-12-15', '2022-12-15'));
  });
  it('is given once a year', () => {
    const first = confirmed('2021-12-15', '2022-06-01');
    given(engaged, first).when(command('2022-12-14')).thenNothing();
    given(engaged, first).when(command('2022-12-15')).then(confirmed('2022-12-15', '2022-12-15'));
  });
  it('covers every requirement', () =>
    given(engaged)
      .when(command('2022-06-01', ['G12', 'G13', 'G14', 'G15']))
      .thenRefused('confirmation-incomplete', 'requirements'));
  it('is of a day of the grant, not ahead', () => {
    given(engaged).when(command('2022-12-16')).thenRefused('partner-day-in-future', 'confirmedOn');
    given(engaged).when(command('2021-12-14')).thenRefused('partner-day-before-engagement', 'confirmedOn');
  });
  it('is asked of watched partners alone, while the grant lives (G19)', () => {
    given(engagedAtDiscretion).when(command('2022-12-14')).thenRefused('not-watched');
    given(engaged, terminated).when(command('2022-12-14')).thenRefused('grant-ended');
    given().when(command('2022-12-14')).thenRefused('partner-not-engaged');
  });
});
