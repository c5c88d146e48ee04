import { make, specFor } from '@app/event-sourcing/testing';
import { LEGAL_BASIS } from '../grant-terms';
import { DiscretionaryFundingAllotted } from '../programme.events';
import { programmeStream } from '../programme.stream';
import { awarded, grantManager as actor, opened, programmeId as id } from '../programme.testing';
import { AllotDiscretionaryFunding, allotDiscretionaryFunding } from './allot-discretionary-funding.command';

const given = specFor(programmeStream, allotDiscretionaryFunding, { now: '2022-05-02', actor, id });
const body = {
  award: 'illustrative_allotment',
  engagement: '887~project_5369~summer',
  partner: '887',
  period: 'initial' as const,
  pence: 500_000,
  allottedOn: '2022-05-02',
  reason: 'Needed at once',
};
const command = (change: object = {}) => make(AllotDiscretionaryFunding, { ...body, ...change });
const allotted = (change: Partial<typeof body> = {}) => DiscretionaryFundingAllotted({ ...body, ...change, legalBasis: LEGAL_BASIS });

describe('setting money aside for an engagement at discretion (G2, G19)', () => {
  it('draws on the programme without an application', () => given(opened).when(command()).then(allotted()));
  it('is nothing when it is set aside so, and refused under an id that is taken', () => {
    given(opened, allotted()).when(command()).thenNothing();
    for (const change of [{ pence: 1 }, { engagement: '887~project_5369~winter' }, { period: 'extension' }]) {
      given(opened, allotted()).when(command(change)).thenRefused('award-id-taken', 'award');
    }
  });
  it('is for an engagement of that local area in this programme (G19)', () => {
    given(opened)
      .when(command({ engagement: '851~project_5369~summer' }))
      .thenRefused('engagement-id-mismatch', 'engagement');
    given(opened)
      .when(command({ engagement: '887~project_5369~' }))
      .thenRefused('engagement-id-mismatch', 'engagement');
  });
  it('stays within the maximum together with the awards, to the penny (G2)', () => {
    given(opened, awarded())
      .when(command({ pence: 39_800_000 }))
      .then(allotted({ pence: 39_800_000 }));
    given(opened, awarded())
      .when(command({ pence: 39_800_001 }))
      .thenRefused('award-over-maximum', 'pence');
  });
  it('needs an extended programme for the further year, and its day within the period (G3)', () => {
    given(opened)
      .when(command({ period: 'extension' }))
      .thenRefused('award-extension-not-agreed', 'period');
    given(opened)
      .when(command({ allottedOn: '2023-04-01' }), { now: '2023-04-01' })
      .thenRefused('award-after-period', 'period');
  });
  it('is a decision of a day from the notice to today', () => {
    given(opened)
      .when(command({ allottedOn: '2022-05-03' }))
      .thenRefused('day-in-future', 'allottedOn');
    given(opened)
      .when(command({ allottedOn: '2021-09-01' }))
      .thenRefused('day-before-programme', 'allottedOn');
  });
  it('is refused where no programme is open', () => given().when(command()).thenRefused('programme-not-open'));
});
