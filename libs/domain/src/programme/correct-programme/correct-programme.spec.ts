import { make, specFor } from '@app/event-sourcing/testing';
import { ProgrammeCorrected } from '../programme.events';
import { programmeStream } from '../programme.stream';
import {
  awarded,
  extended,
  furtherFunding,
  grantManager as actor,
  notice,
  opened,
  programmeId as id,
  running,
  delivered,
} from '../programme.testing';
import { CorrectProgramme, correctProgramme } from './correct-programme.command';

const given = specFor(programmeStream, correctProgramme, { now: '2023-03-01', actor, id });
const reason = 'Typed wrongly';
const command = (change: Partial<typeof notice> = {}) => make(CorrectProgramme, { ...notice, ...change, reason });
const corrected = (change: Partial<typeof notice> = {}) =>
  ProgrammeCorrected({ ...notice, ...change, extendableUntil: '2024-03-31', corrects: 0, reason });

describe('correcting what is recorded of the notice (G1, G2, G4)', () => {
  it('says what it corrects', () =>
    given(opened)
      .when(command({ title: 'Partners' }))
      .then(corrected({ title: 'Partners' })));
  it('is nothing when it is recorded so', () => given(opened).when(command()).thenNothing());
  it('is refused where no programme is open', () => given().when(command()).thenRefused('programme-not-open'));
  it('cannot bring the maximum below what is awarded, to the penny (G2)', () => {
    given(opened, awarded())
      .when(command({ maximumPence: 11_999_999 }))
      .thenRefused('maximum-below-awards', 'maximumPence');
    given(opened, awarded())
      .when(command({ maximumPence: 12_000_000 }))
      .then(corrected({ maximumPence: 12_000_000 }));
  });
  it('cannot move the end of a period that is extended already (G3)', () => {
    const history = [...running, delivered, furtherFunding, extended];
    given(...history)
      .when(command({ fundingUntil: '2023-03-30' }))
      .thenRefused('programme-already-extended', 'fundingUntil');
    given(...history)
      .when(command({ title: 'Partners' }))
      .then(corrected({ title: 'Partners' }));
    given(opened)
      .when(command({ fundingUntil: '2023-02-28' }))
      .then(ProgrammeCorrected({ ...corrected({ fundingUntil: '2023-02-28' }).data, extendableUntil: '2024-02-29' }));
  });
  it('is under the programme’s own reference (G1)', () =>
    given(opened)
      .when(command({ reference: 'project_1' }))
      .thenRefused('programme-id-mismatch', 'reference'));
});
