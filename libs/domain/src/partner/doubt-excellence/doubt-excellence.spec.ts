import { make, specFor } from '@app/event-sourcing/testing';
import { grantManager as actor } from '../../programme/programme.testing';
import { ExcellenceDoubted } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { engaged, engagedAtDiscretion, partnerId as id, terminated } from '../partner.testing';
import { DoubtExcellence, doubtExcellence } from './doubt-excellence.command';

const given = specFor(partnerStream, doubtExcellence, { now: '2022-05-10', actor, id });
const body = { doubtedOn: '2022-05-10', reason: 'Leaders have left' };
const command = (change: object = {}) => make(DoubtExcellence, { ...body, ...change });
const doubted = ExcellenceDoubted({ area: '851', ...body });

describe('doubting a partner’s excellence (G22)', () => {
  it('is on record, once while it is open', () => {
    given(engaged).when(command()).then(doubted);
    given(engaged, doubted).when(command()).thenNothing();
  });
  it('is of a local area of the grant, while it lives and is watched, today or before', () => {
    given(engaged)
      .when(command({ area: '931' }))
      .thenRefused('partner-area-unknown', 'area');
    given(engaged)
      .when(command({ doubtedOn: '2022-05-11' }))
      .thenRefused('partner-day-in-future', 'doubtedOn');
    given(engaged, terminated).when(command()).thenRefused('grant-ended');
    given(engagedAtDiscretion).when(command()).thenRefused('not-watched');
  });
});
