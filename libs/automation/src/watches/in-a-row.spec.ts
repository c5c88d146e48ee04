import * as events from '@app/domain/events';
import { playRequirements, type Play } from '../testing/play';

const CONTRACT = 'contract-CON_22889';
const bound = (): Play => {
  const played = playRequirements('2023-10-12T09:00:00.000Z');
  played.record(
    CONTRACT,
    events.OrderAccepted({
      party: 'buyer',
      acceptedOn: '2023-10-12',
      binding: true,
      areas: ['931'],
      commencesOn: '2023-10-12',
      completesOn: '2025-03-31',
      firstPeriodEndsOn: '2023-10-31',
      qualityApproachBy: '2023-10-26',
    }),
  );
  return played;
};
const request = (played: Play, id: string, dueOn: string): void => {
  const asked = { request: id, requestedOn: '2023-10-12', dueOn, indicators: 'EHC plans in time', references: ['CON_22889'] };
  played.record(CONTRACT, events.ManagementInformationRequested(asked));
};
const levels = (played: Play, definition: string): (string | number)[][] =>
  played
    .streams('escalation')
    .filter((id) => id.startsWith(definition))
    .map((id) => [id.slice(id.lastIndexOf('~') + 1), played.last<{ level: number }>(`escalation-${id}`, 'EscalationRaised')!.level]);

describe('a second lapse in a row starts a level higher (E3)', () => {
  const requests = [
    ['a worker that is up', false],
    ['a worker that was down meanwhile', true],
  ] as const;
  it.each(requests)('for information that was requested on one day in the order in which it was due, with %s (C12, E5)', (_words, down) => {
    const played = bound();
    request(played, 'later', '2023-11-29');
    request(played, 'sooner', '2023-11-09');
    if (down) played.stop();
    played.until('2023-12-01');
    played.start();
    expect(levels(played, 'management_information').sort()).toEqual([
      ['later', 2],
      ['sooner', 1],
    ]);
  });

  it('for none of two requests that fell due on one day, and for the next one where one of them lapsed (C12)', () => {
    const played = bound();
    request(played, 'a', '2023-11-09');
    request(played, 'b', '2023-11-09');
    request(played, 'c', '2023-11-29');
    played
      .until('2023-11-20')
      .record(CONTRACT, events.ManagementInformationProvided({ request: 'b', providedOn: '2023-11-20', information: 'All' }));
    played.until('2023-12-01');
    expect(levels(played, 'management_information')).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 2],
    ]);
  });

  it('not where the one that was due in between was answered in time (C12)', () => {
    const played = bound();
    request(played, 'a', '2023-11-09');
    request(played, 'b', '2023-11-20');
    request(played, 'c', '2023-11-29');
    played
      .until('2023-11-20')
      .record(CONTRACT, events.ManagementInformationProvided({ request: 'b', providedOn: '2023-11-20', information: 'All' }));
    played.until('2023-12-01');
    expect(levels(played, 'management_information')).toEqual([
      ['a', 1],
      ['c', 1],
    ]);
  });

  it('for a report that was returned and fell due again after the next one, which had lapsed (C9)', () => {
    const played = bound().until('2023-11-10');
    const period = { period: '2023-10-12', periodEndsOn: '2023-10-31' };
    const report = { ...period, submittedOn: '2023-11-10', rhythm: 'monthly' as const, sections: [], judgedBy: [] };
    played.record(CONTRACT, events.ReportSubmitted(report));
    played.until('2023-12-08').record(CONTRACT, events.ReportReturned({ ...period, reason: 'No trajectory' }));
    played.until('2023-12-20');
    expect(levels(played, 'monthly_report').sort()).toEqual([
      ['2023_10_12', 2],
      ['2023_11_01', 1],
    ]);
  });
});
