import { make, specFor } from '@app/event-sourcing/testing';
import { LocalAreaPartnerCorrected, PartnerJoined, PartnerLeft } from '../local-area.events';
import { caseLead, dfe, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { CorrectLocalAreaPartner, correctLocalAreaPartner } from './correct-local-area-partner.command';

const given = specFor(localAreaStream, correctLocalAreaPartner, { now: '2024-07-01', actor: caseLead, id: '931' });
const who = { kind: 'integrated-care-board' as const, name: 'An integrated care board', source: dfe };
const joined = PartnerJoined({ ...who, from: '2022-07-01' });
const left = PartnerLeft({ ...who, leftOn: '2023-07-01' });
const body = { ...who, from: '2022-07-01', corrects: 1, reason: 'It has not left' };
const command = (change: Partial<CorrectLocalAreaPartner> = {}) => make(CorrectLocalAreaPartner, { ...body, ...change });

describe('correcting a partner’s time in the local area (J1)', () => {
  it('can take back its leaving', () => given(registered, joined, left).when(command()).then(LocalAreaPartnerCorrected(body)));
  it('changes nothing where it is already so', () => given(registered, joined).when(command()).thenNothing());
  it('is refused for a record that does not stand', () =>
    given(registered, joined)
      .when(command({ corrects: 2 }))
      .thenRefused('fact-not-on-record', 'corrects'));
  it('is refused where the days are out of order, lie ahead or overlap another time', () => {
    given(registered, joined)
      .when(command({ leftOn: '2022-06-30' }))
      .thenRefused('days-out-of-order', 'leftOn');
    given(registered, joined)
      .when(command({ leftOn: '2024-07-02' }))
      .thenRefused('fact-in-future', 'leftOn');
    given(registered, joined)
      .when(command({ from: '2024-07-02' }))
      .thenRefused('fact-in-future', 'from');
    const again = PartnerJoined({ ...who, from: '2024-01-01' });
    given(registered, joined, left, again).when(command()).thenRefused('partner-already-joined', 'name');
    given(registered, joined, left, again)
      .when(command({ leftOn: '2024-01-01' }))
      .then(LocalAreaPartnerCorrected({ ...body, leftOn: '2024-01-01' }));
  });
  it('is refused of an area that is not registered', () => given().when(command()).thenRefused('local-area-not-registered'));
});
