import { make, specFor } from '@app/event-sourcing/testing';
import { LEGAL_BASIS } from '../../programme/grant-terms';
import { DiscretionaryFundingAllotted } from '../../programme/programme.events';
import { programmeStream } from '../../programme/programme.stream';
import { foundAfter, grantManager as actor, opened, programmeId } from '../../programme/programme.testing';
import { PartnerEngagedAtDiscretion } from '../partner.events';
import { partnerStream } from '../partner.stream';
import { engagedAtDiscretion, programme } from '../partner.testing';
import { EngageAtDiscretion, engageAtDiscretion } from './engage-at-discretion.command';

const id = '887~project_5369~summer';
const given = specFor(partnerStream, engageAtDiscretion, { now: '2022-05-02', actor, id, found: { programme } });
const { programme: _programme, ...body } = engagedAtDiscretion.data;
const command = (change: object = {}) => make(EngageAtDiscretion, { ...body, ...change });
const allotted = DiscretionaryFundingAllotted({
  award: 'illustrative_allotment',
  engagement: id,
  partner: '887',
  period: 'initial',
  pence: 500_000,
  legalBasis: LEGAL_BASIS,
  allottedOn: '2022-05-02',
  reason: 'Needed at once',
});
const withAllotment = { programme: foundAfter(programmeStream, programmeId, opened, allotted) };
const { pence: _pence, ...drawing } = { ...body, award: 'illustrative_allotment' };

describe('engaging a local authority at discretion (G19)', () => {
  it('needs no application, and marks it as at discretion', () => given().when(command()).then(engagedAtDiscretion));
  it('draws on the programme only where an award is named for it', () => {
    given()
      .when(make(EngageAtDiscretion, drawing), { found: withAllotment })
      .then(PartnerEngagedAtDiscretion({ ...engagedAtDiscretion.data, award: 'illustrative_allotment', pence: 500_000 }));
    given()
      .when(command({ award: 'illustrative_allotment' }), { found: withAllotment })
      .thenRefused('discretion-money-unclear', 'award');
    given()
      .when(make(EngageAtDiscretion, { ...drawing, award: undefined }))
      .thenRefused('discretion-money-unclear', 'award');
    given().when(make(EngageAtDiscretion, drawing)).thenRefused('partner-award-unknown', 'award');
    given()
      .when(make(EngageAtDiscretion, drawing), { found: withAllotment, id: '887~project_5369~autumn' })
      .thenRefused('partner-id-mismatch', 'award');
  });
  it('lies within the funding period where it draws on the programme (G2)', () => {
    given()
      .when(make(EngageAtDiscretion, { ...drawing, until: '2023-04-01' }), { found: withAllotment })
      .thenRefused('discretion-outside-funding', 'from');
    given()
      .when(make(EngageAtDiscretion, { ...drawing, from: '2021-12-31' }), { found: withAllotment })
      .thenRefused('discretion-outside-funding', 'from');
    given()
      .when(make(EngageAtDiscretion, { ...drawing, from: '2022-01-01', until: '2023-03-31' }), { found: withAllotment })
      .then(
        PartnerEngagedAtDiscretion({
          ...engagedAtDiscretion.data,
          award: 'illustrative_allotment',
          pence: 500_000,
          from: '2022-01-01',
          until: '2023-03-31',
        }),
      );
  });
  it('draws on an award from the day on which it was set aside', () => {
    const yesterday = DiscretionaryFundingAllotted({ ...allotted.data, allottedOn: '2022-05-01' });
    const found = { programme: foundAfter(programmeStream, programmeId, opened, yesterday) };
    given()
      .when(make(EngageAtDiscretion, { ...drawing, engagedOn: '2022-04-30' }), { found })
      .thenRefused('engaged-before-acceptance', 'engagedOn');
    given()
      .when(make(EngageAtDiscretion, { ...drawing, engagedOn: '2022-05-01' }), { found })
      .then(
        PartnerEngagedAtDiscretion({
          ...engagedAtDiscretion.data,
          award: 'illustrative_allotment',
          pence: 500_000,
          engagedOn: '2022-05-01',
        }),
      );
  });
  it('is named by its local area, the programme and a word of its own', () => {
    given().when(command(), { id: '887~project_5369' }).thenRefused('discretion-id-mismatch', 'area');
    given().when(command(), { id: '931~project_5369~summer' }).thenRefused('discretion-id-mismatch', 'area');
    given()
      .when(command(), { found: { programme: foundAfter(programmeStream, programmeId) } })
      .thenRefused('discretion-programme-unknown');
  });
  it('ends no earlier than it begins, and is engaged today or before, once', () => {
    given()
      .when(command({ until: '2022-05-01' }))
      .thenRefused('discretion-period-reversed', 'until');
    given()
      .when(command({ engagedOn: '2022-05-03' }))
      .thenRefused('partner-day-in-future', 'engagedOn');
    given(engagedAtDiscretion).when(command()).thenNothing();
    given(engagedAtDiscretion)
      .when(command({ engagedOn: '2022-05-01' }))
      .thenRefused('partner-already-engaged');
  });
});
