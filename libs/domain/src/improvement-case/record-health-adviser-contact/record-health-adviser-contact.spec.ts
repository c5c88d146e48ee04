import { make, specFor } from '@app/event-sourcing/testing';
import { HealthAdviserContactRecorded } from '../improvement-case.events';
import { afi, caseLead, opened } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { RecordHealthAdviserContact, recordHealthAdviserContact } from './record-health-adviser-contact.command';

const given = specFor(caseStream, recordHealthAdviserContact, { now: '2024-02-01', actor: caseLead, id: '931~inspection' });
const body = {
  contact: 'c1',
  heldOn: '2024-02-01',
  means: 'video' as const,
  dfeAdviser: 'p_1',
  nhsAdviser: 'p_2',
  outcome: 'afi_6',
  summary: 'Waiting times',
};
const command = (change: Partial<RecordHealthAdviserContact> = {}) => make(RecordHealthAdviserContact, { ...body, ...change });
const recorded = HealthAdviserContactRecorded({ ...body, area: '931' });

describe('a contact of the SEND advisers of DfE and NHS England (A6)', () => {
  it('is on record with both, and the outcome that it was about', () => given(opened, afi).when(command()).then(recorded));
  it('is recorded once under an id', () => given(opened, afi, recorded).when(command()).thenRefused('case-record-exists', 'contact'));
  it('is refused between one and the same person, and of an unknown outcome', () => {
    given(opened, afi)
      .when(command({ nhsAdviser: 'p_1' }))
      .thenRefused('advisers-are-one', 'nhsAdviser');
    given(opened).when(command()).thenRefused('outcome-unknown', 'outcome');
  });
  it('is refused before the case and ahead of time', () => {
    given(opened, afi)
      .when(command({ heldOn: '2023-09-14' }))
      .thenRefused('case-day-before-opening', 'heldOn');
    given(opened, afi)
      .when(command({ heldOn: '2024-02-02' }))
      .thenRefused('case-day-in-future', 'heldOn');
    given().when(command()).thenRefused('case-not-opened');
  });
});
