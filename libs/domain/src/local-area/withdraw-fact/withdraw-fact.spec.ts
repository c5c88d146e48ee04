import { make, specFor } from '@app/event-sourcing/testing';
import {
  FactWithdrawn,
  LocalAreaRecoded,
  LocalAreaSucceeded,
  MonitoringInspectionRecorded,
  MonitoringReleaseRecorded,
  PartnerJoined,
  SliPartnershipJoined,
  type LocalAreaEvent,
} from '../local-area.events';
import {
  area,
  balance,
  caseLead,
  dfe,
  inspected2016,
  inspected2023,
  joined,
  notice,
  ofsted,
  rated,
  registered,
  revisited,
} from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { WithdrawFact, withdrawFact } from './withdraw-fact.command';

const given = specFor(localAreaStream, withdrawFact, { now: '2025-12-01', actor: caseLead, id: '931' });
const reason = 'Recorded of the wrong area';
const command = (corrects: number) => make(WithdrawFact, { corrects, reason });
const inspection = inspected2016('2017-09-25', '2017-12-04', 5);
const failings = inspected2023('2023-07-13', '2023-09-15', 'systemic-failings');
const monitored = MonitoringInspectionRecorded({
  monitoring: '2025_09',
  inspection: '2023_07_13',
  visitedFrom: '2025-09-15',
  publishedOn: '2025-11-20',
  effective: 5,
  notEffective: 0,
  source: ofsted,
});

const facts: [kind: Parameters<typeof FactWithdrawn>[0]['kind'], effectiveOn: string, past: LocalAreaEvent[]][] = [
  ['codes', '2023-04-01', [LocalAreaRecoded({ ...registered.data, from: '2023-04-01', reason: 'Order' })]],
  [
    'succession',
    '2023-04-01',
    [LocalAreaSucceeded({ successors: ['942'], succeededOn: '2023-04-01', judgedBy: ['localArea-942@0'], reason: 'Order', source: dfe })],
  ],
  ['partner', '2022-07-01', [PartnerJoined({ kind: 'integrated-care-board', name: 'A board', from: '2022-07-01', source: dfe })]],
  ['inspection', '2017-12-04', [inspection]],
  ['revisit', '2019-12-23', [inspection, revisited('2017-09-25', '2019-10-14', '2019-12-23', 3, 2)]],
  ['monitoring-inspection', '2025-11-20', [failings, monitored]],
  [
    'monitoring-release',
    '2021-08-01',
    [inspection, MonitoringReleaseRecorded({ inspection: '2017_09_25', releasedOn: '2021-08-01', source: dfe })],
  ],
  ['care-rating', '2021-07-01', [rated('inadequate', '2021-07-01')]],
  ['dsg-position', '2021-03-31', [balance('2020-21', '-3.32')]],
  ['intervention-programme', '2023-03-16', [joined('safety-valve', '2023-03-16')]],
  ['sli-partnership', '2021-07-01', [SliPartnershipJoined({ from: '2021-07-01', source: dfe })]],
  ['improvement-notice', '2023-11-16', [notice]],
];

describe('withdrawing a fact (J1, G16)', () => {
  it.each(facts)('takes back a fact about the %s, effective from its day, and leaves what was before', (kind, effectiveOn, past) => {
    const withdrawn = FactWithdrawn({ kind, corrects: past.length, effectiveOn, reason });
    given(registered, ...past)
      .when(command(past.length))
      .then(withdrawn);
    const { revision: _after, ...left } = area(...past, withdrawn);
    const { revision: _before, ...before } = area(...past.slice(0, -1));
    expect(left).toEqual(before);
  });
  it('is refused of a record that does not stand: none, or withdrawn already', () => {
    given(registered, inspection).when(command(2)).thenRefused('fact-not-on-record', 'corrects');
    const withdrawn = FactWithdrawn({ kind: 'inspection', corrects: 1, effectiveOn: '2017-12-04', reason });
    given(registered, inspection, withdrawn).when(command(1)).thenRefused('fact-not-on-record', 'corrects');
  });
  it('is refused of what another fact needs', () => {
    given(registered).when(command(0)).thenRefused('fact-still-needed', 'corrects');
    given(registered, inspection, revisited('2017-09-25', '2019-10-14', '2019-12-23', 3, 2))
      .when(command(1))
      .thenRefused('fact-still-needed', 'corrects');
    given(registered, failings, monitored).when(command(1)).thenRefused('fact-still-needed', 'corrects');
    const released = MonitoringReleaseRecorded({ inspection: '2017_09_25', releasedOn: '2021-08-01', source: dfe });
    given(registered, inspection, released).when(command(1)).thenRefused('fact-still-needed', 'corrects');
  });
  it('is refused of an area that is not registered', () => {
    given().when(command(0)).thenRefused('local-area-not-registered');
  });
});
