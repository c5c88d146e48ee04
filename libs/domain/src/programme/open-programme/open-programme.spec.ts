import { make, specFor } from '@app/event-sourcing/testing';
import { ProgrammeOpened } from '../programme.events';
import { programmeStream } from '../programme.stream';
import { grantManager as actor, notice, opened, programmeId as id } from '../programme.testing';
import { OpenProgramme, openProgramme } from './open-programme.command';

const given = specFor(programmeStream, openProgramme, { now: '2021-09-02', actor, id });
const command = (change: Partial<typeof notice> = {}) => make(OpenProgramme, { ...notice, ...change });

describe('opening a programme by its notice (G1, G2, G4)', () => {
  it('takes the notice as published, with its seven support options (G6) and the one further year (G3)', () =>
    given().when(command()).then(opened));
  it('is nothing when it was opened by the same notice, and refused with other particulars (G1)', () => {
    given(opened).when(command()).thenNothing();
    given(opened)
      .when(command({ maximumPence: 51_800_001 }))
      .thenRefused('programme-already-open');
  });
  it('is named by its reference (G1)', () =>
    given().when(command(), { id: 'project_1' }).thenRefused('programme-id-mismatch', 'reference'));
  it('is opened by a notice that is published: at its minute, not a millisecond before (G1)', () => {
    given().when(command(), { now: '2021-09-02T11:48:59.999Z' }).thenRefused('programme-published-in-future', 'publishedAt');
    given().when(command(), { now: '2021-09-02T11:49:00.000Z' }).then(opened);
  });
  it('closes for applications after it is published (G4)', () =>
    given()
      .when(command({ applicationsCloseAt: notice.publishedAt }))
      .thenRefused('programme-closes-before-publication', 'applicationsCloseAt'));
  it('is funded from the day of its notice at the earliest (G2)', () => {
    given()
      .when(command({ fundingFrom: '2021-09-01' }))
      .thenRefused('funding-before-publication', 'fundingFrom');
    given()
      .when(command({ fundingFrom: '2021-09-02' }))
      .then(ProgrammeOpened({ ...opened.data, fundingFrom: '2021-09-02' }));
  });
  it('is funded until its first day or later (G2)', () => {
    given()
      .when(command({ fundingUntil: '2021-12-31' }))
      .thenRefused('funding-period-reversed', 'fundingUntil');
    given()
      .when(command({ fundingUntil: '2022-01-01' }))
      .then(ProgrammeOpened({ ...opened.data, fundingUntil: '2022-01-01', extendableUntil: '2023-01-01' }));
  });
});
