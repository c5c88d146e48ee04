import { make, specFor } from '@app/event-sourcing/testing';
import { programmeStream } from '../../programme/programme.stream';
import { foundAfter, grantManager, programmeId } from '../../programme/programme.testing';
import { ApplicationStarted } from '../application.events';
import { applicationStream } from '../application.stream';
import { applicantContact as actor, areaFound, portsmouth, programme, started } from '../application.testing';
import { StartApplication, startApplication } from './start-application.command';

const registered = [areaFound('851', ...portsmouth)];
const given = specFor(applicationStream, startApplication, { now: '2021-09-10', actor, found: { programme, areas: registered } });
const body = { programme: programmeId, lead: '851', others: [] as string[] };
const command = (change: object = {}) => make(StartApplication, { ...body, ...change });

describe('starting an application (G5)', () => {
  it('is of a local area, or of a lead with others', () => {
    given().when(command()).then(started);
    given()
      .when(command({ others: ['850'] }))
      .then(ApplicationStarted({ ...body, others: ['850'] }));
  });
  it('is nothing when it is started so, and refused for other local areas', () => {
    given(started).when(command()).thenNothing();
    given(started)
      .when(command({ others: ['850'] }))
      .thenRefused('application-already-started');
    given(started)
      .when(command({ programme: 'project_1' }))
      .thenRefused('application-already-started');
  });
  it('is for an open programme (G1)', () => {
    const none = foundAfter(programmeStream, programmeId);
    given()
      .when(command(), { found: { programme: none, areas: registered } })
      .thenRefused('application-programme-not-open', 'programme');
  });
  it('names every local area once, each of them registered (G5)', () => {
    given()
      .when(command({ others: ['851'] }))
      .thenRefused('applicant-twice', 'others');
    const unknown = areaFound('999');
    given()
      .when(command({ others: ['999'] }), { found: { programme, areas: [...registered, unknown] } })
      .thenRefused('applicant-unknown', 'others');
    given()
      .when(command(), { found: { programme, areas: [areaFound('851')] } })
      .thenRefused('applicant-unknown', 'lead');
  });
  it('is started by the lead’s own contact, or by the Department (P4)', () => {
    given()
      .when(command(), { actor: { who: 'u-other', role: 'la-contact', areas: ['931'] } })
      .thenRefused('application-not-own', 'lead');
    given()
      .when(command(), { actor: { who: 'u-other', role: 'la-contact' } })
      .thenRefused('application-not-own', 'lead');
    given().when(command(), { actor: grantManager }).then(started);
  });
});
