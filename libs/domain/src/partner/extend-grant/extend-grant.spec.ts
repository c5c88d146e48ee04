import { make, specFor } from '@app/event-sourcing/testing';
import { programmeStream } from '../../programme/programme.stream';
import { AwardAccepted } from '../../programme/programme.events';
import {
  awarded,
  delivered,
  extended,
  foundAfter,
  furtherFunding,
  grantManager as actor,
  programmeId,
  running,
} from '../../programme/programme.testing';
import { GrantExtended } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { award, engaged, partnerId as id, programme, terminated } from '../partner.testing';
import { ExtendGrant, extendGrant } from './extend-grant.command';

const second = awarded({ award: 'second_award', period: 'extension', pence: 5_000_000, awardedOn: '2023-02-15' });
const secondAccepted = AwardAccepted({ award: 'second_award', acceptedOn: '2023-02-20' });
const offered = foundAfter(programmeStream, programmeId, ...running, delivered, furtherFunding, extended, second);
const accepted = foundAfter(programmeStream, programmeId, ...running, delivered, furtherFunding, extended, second, secondAccepted);
const given = specFor(partnerStream, extendGrant, { now: '2023-03-01', actor, id, found: { programme: accepted } });
const body = { award: 'second_award', extendedOn: '2023-03-01', reason: 'Objectives are met' };
const command = (change: object = {}) => make(ExtendGrant, { ...body, ...change });
const grantExtended = GrantExtended({
  ...body,
  pence: 5_000_000,
  from: '2023-04-01',
  until: '2024-03-31',
  judgedBy: 'programme-project_5369@7',
});

describe('extending the grant into the further year (G3)', () => {
  it('takes money and period from the award that the programme made for it', () => {
    given(engaged).when(command()).then(grantExtended);
    given(engaged, grantExtended).when(command()).thenNothing();
  });
  it('needs an accepted award of the further year, of this partner', () => {
    given(engaged)
      .when(command(), { found: { programme: offered } })
      .thenRefused('partner-award-not-accepted', 'award');
    given(engaged).when(command(), { found: { programme } }).thenRefused('partner-award-unknown', 'award');
    given(engaged).when(command(), { id: '850~project_5369' }).thenRefused('partner-id-mismatch', 'award');
    given(engaged).when(command({ award })).thenNothing();
  });
  it('is of a live grant, today or before', () => {
    given(engaged, terminated).when(command()).thenRefused('grant-ended');
    given(engaged)
      .when(command({ extendedOn: '2023-03-02' }))
      .thenRefused('partner-day-in-future', 'extendedOn');
  });
});
