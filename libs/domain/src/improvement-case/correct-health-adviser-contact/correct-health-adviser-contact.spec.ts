import { make, specFor } from '@app/event-sourcing/testing';
import { HealthAdviserContactCorrected, HealthAdviserContactRecorded } from '../improvement-case.events';
import { caseLead, opened } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { CorrectHealthAdviserContact, correctHealthAdviserContact } from './correct-health-adviser-contact.command';

const given = specFor(caseStream, correctHealthAdviserContact, { now: '2024-02-10', actor: caseLead, id: '931~inspection' });
const said = {
  contact: 'c1',
  heldOn: '2024-02-01',
  means: 'video' as const,
  dfeAdviser: 'p_1',
  nhsAdviser: 'p_2',
  summary: 'Waiting times',
};
const recorded = HealthAdviserContactRecorded({ ...said, area: '931' });
const body = { ...said, means: 'phone' as const, corrects: 1, reason: 'It was by phone' };
const command = (change: Partial<CorrectHealthAdviserContact> = {}) => make(CorrectHealthAdviserContact, { ...body, ...change });

describe('correcting a contact of the SEND advisers (A6)', () => {
  it('stands in for what was recorded', () =>
    given(opened, recorded)
      .when(command())
      .then(HealthAdviserContactCorrected({ ...body, area: '931' })));
  it('is refused for a record that does not stand, and holds what a record holds', () => {
    given(opened, recorded)
      .when(command({ corrects: 0 }))
      .thenRefused('case-record-not-standing', 'corrects');
    given(opened, recorded)
      .when(command({ nhsAdviser: 'p_1' }))
      .thenRefused('advisers-are-one', 'nhsAdviser');
    given(opened, recorded)
      .when(command({ outcome: 'afi_6' }))
      .thenRefused('outcome-unknown', 'outcome');
    given(opened, recorded)
      .when(command({ heldOn: '2024-02-11' }))
      .thenRefused('case-day-in-future', 'heldOn');
    given().when(command()).thenRefused('case-not-opened');
  });
});
