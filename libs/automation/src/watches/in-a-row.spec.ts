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

  const times = [
    ['while it was up', '2024-03-05'],
    ['after its due day', '2024-03-20'],
  ];
  it.each(times)(
    'not where the review before was moved ahead and its risk closed by then, as the worker finds it %s (E1, E5)',
    (_words, up) => {
      const RISK = 'risk-r1';
      const played = playRequirements('2024-01-08T09:00:00.000Z');
      const risk = { area: '931', raisedOn: '2024-01-08', likelihood: 3, impact: 3, score: 9, owner: 'u-7', summary: 'Seen' } as const;
      played.record(RISK, events.RiskRaised({ ...risk, nextReviewOn: '2024-03-01' }));
      played.until('2024-03-05').stop();
      if (up === '2024-03-05') played.start();
      const corrected = { ...risk, nextReviewOn: '2024-03-06', corrects: 0, reason: 'Misread' };
      played.record(RISK, events.RiskCorrected(corrected));
      played.record(RISK, events.RiskClosed({ closedOn: '2024-03-05', reason: 'Over' }));
      played.record(RISK, events.RiskReopened({ reopenedOn: '2024-03-05', nextReviewOn: '2024-03-08', reason: 'Back' }));
      played.until(up);
      played.start();
      played.until('2024-03-21');
      expect(levels(played, 'risk_review').sort()).toEqual([
        ['r0', 1],
        ['r3', 1],
      ]);
      expect(played.last('requirement-risk_review~r1~r0', 'RequirementRescheduled')).toMatchObject({ stillLapsed: false });
    },
  );

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
