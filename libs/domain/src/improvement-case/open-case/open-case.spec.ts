import { make, specFor } from '@app/event-sourcing/testing';
import { CaseOpened } from '../improvement-case.events';
import { InspectionReceiptRecorded } from '../../local-area/local-area.events';
import { ofsted } from '../../local-area/local-area.stories';
import { areaFound, caseLead, closed, noArea, opened, openedForTimeliness } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { OpenCase, openCase } from './open-case.command';

const given = specFor(caseStream, openCase, { now: '2023-10-12', actor: caseLead, id: '931~inspection', found: { area: areaFound() } });
const { judgedBy, ...body } = opened.data;
type Change = { [K in keyof OpenCase]?: OpenCase[K] | undefined };
const command = (change: Change = {}) => make(OpenCase, { ...body, ...change });

const received = (receivedOn: string) =>
  InspectionReceiptRecorded({ inspection: '2023_07', receivedOn, framework: '2023', outcome: 'systemic-failings', source: ofsted });

describe('opening a case (J2)', () => {
  it('opens the case of a local area from an inspection, and says by what it was judged', () => given().when(command()).then(opened));
  it('opens one from a timeliness concern, without an inspection', () =>
    given()
      .when(make(OpenCase, { area: '887', cause: 'timeliness', openedOn: '2023-10-12', reason: 'Timeliness falls' }), {
        id: '887~timeliness',
      })
      .then(CaseOpened({ ...openedForTimeliness.data, judgedBy })));
  it('is refused while the case is open: one per local area and cause', () => {
    given(opened).when(command()).thenNothing();
    given(opened)
      .when(command({ openedOn: '2023-09-16' }))
      .thenRefused('case-already-open');
    given(opened, closed).when(command()).thenRefused('case-to-be-reopened');
  });
  it('is refused under an id that is not of this area and cause', () =>
    given().when(command(), { id: '887~inspection' }).thenRefused('case-id-mismatch', 'area'));
  it('is refused for a day that lies ahead, and taken for today', () => {
    given()
      .when(command({ openedOn: '2023-10-13' }))
      .thenRefused('case-opened-in-future', 'openedOn');
    given()
      .when(command({ openedOn: '2023-10-12' }))
      .then(CaseOpened({ ...opened.data, openedOn: '2023-10-12' }));
  });
  it('is opened from an inspection once its outcome is known: from receipt of the report, or from publication', () => {
    const from = (day: string, receivedOn?: string) =>
      given().when(command({ openedOn: day }), {
        found: { area: receivedOn === undefined ? areaFound() : areaFound(received(receivedOn)) },
      });
    from('2023-09-07', '2023-09-08').thenRefused('case-before-inspection', 'openedOn');
    expect(from('2023-09-08', '2023-09-08').happened()).toHaveLength(1);
    from('2023-09-14').thenRefused('case-before-inspection', 'openedOn');
    expect(from('2023-09-15').happened()).toHaveLength(1);
    from('2023-09-14', '2023-09-20').thenRefused('case-before-inspection', 'openedOn');
    expect(from('2023-09-15', '2023-09-20').happened()).toHaveLength(1);
  });
  it('is refused for an area that nobody registered', () =>
    given()
      .when(command(), { found: { area: noArea } })
      .thenRefused('case-area-unknown', 'area'));
  it('is refused where cause and inspection do not fit', () => {
    given()
      .when(command({ inspection: undefined }))
      .thenRefused('case-inspection-missing', 'inspection');
    given()
      .when(command({ inspection: '2024_01' }))
      .thenRefused('case-inspection-unknown', 'inspection');
    given()
      .when(command({ cause: 'timeliness' }), { id: '931~timeliness' })
      .thenRefused('case-inspection-misplaced', 'inspection');
  });
});
