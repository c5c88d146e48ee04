import * as events from '@app/domain/events';
import { areas, bound, CONTRACT, escalationOf, report } from './contract.testing';

const review = 'requirement-confidentiality_review~CON_22889~end';
const extended = events.ContractExtended({
  agreedOn: '2025-03-20',
  months: 6,
  totalMonths: 6,
  previousEnd: '2025-03-31',
  completion: '2025-09-30',
  areas,
  reason: 'More time',
});
const withdrawn = events.ExtensionRecordWithdrawn({
  agreedOn: '2025-03-20',
  months: 6,
  totalMonths: 0,
  endsOn: '2025-03-31',
  endedEarly: false,
  extensionNoticeBy: '2025-02-28',
  noticeGivenOn: '2025-02-28',
  areas,
  corrects: 1,
  reason: 'Nobody has signed',
});
const asked = (request: string, dueOn: string) =>
  events.ManagementInformationRequested({ request, requestedOn: '2025-03-24', dueOn, indicators: 'All', references: [] });

/** Extended in March 2025, taken back on 12 May, when April's report had lapsed and May's was owed. */
function takenBack() {
  const played = bound().until('2025-03-20');
  played.record(CONTRACT, extended);
  played.until('2025-03-24');
  played.record(CONTRACT, asked('m1', '2025-03-31'));
  played.record(CONTRACT, asked('m2', '2025-05-30'));
  played.until('2025-05-12');
  const before = { april: played.types(report('2025_04_01')), may: played.types(report('2025_05_01')), review: played.types(review) };
  played.record(CONTRACT, withdrawn);
  return { played, before };
}

describe('the duties of a contract whose extension was taken back (C6)', () => {
  it('end with it: reports on the months that followed are owed no more, and nobody need answer for them (C9)', () => {
    const { played, before } = takenBack();
    expect(before.april).toEqual(['RequirementImposed', 'RequirementLapsed']);
    expect(before.may).toEqual(['RequirementImposed']);
    for (const month of ['2025_04_01', '2025_05_01']) {
      expect(played.types(report(month)).at(-1)).toBe('RequirementReleased');
      expect(played.last(report(month), 'RequirementReleased')).toMatchObject({ by: 'contract-CON_22889@4' });
    }
    expect(played.types(escalationOf(report('2025_04_01'))).at(-1)).toBe('EscalationWithdrawn');
  });

  it('leave the report on the last month, and what was asked for by the end that stands again (C9, C12)', () => {
    const { played } = takenBack();
    expect(played.types(report('2025_03_01'))).toEqual(['RequirementImposed', 'RequirementLapsed']);
    expect(played.types('requirement-management_information~CON_22889~m1').at(-1)).toBe('RequirementLapsed');
    expect(played.last('requirement-management_information~CON_22889~m2', 'RequirementReleased')).toMatchObject({
      because: 'The contract ends on 2025-03-31',
    });
  });

  it('ask from the end that stands again what stays confidential (P1)', () => {
    const { played, before } = takenBack();
    expect(before.review).toEqual([]);
    expect(played.last(review, 'RequirementImposed')).toMatchObject({ due: '2025-05-30', imposedBy: { event: 'contract-CON_22889@4' } });
  });

  it('begin anew where an extension is agreed after all', () => {
    const { played } = takenBack();
    played.record(CONTRACT, events.ContractExtended({ ...extended.data, months: 1, totalMonths: 1, completion: '2025-04-30' }));
    expect(played.types(report('2025_04_01')).slice(-2)).toEqual(['RequirementReleased', 'RequirementReopened']);
    expect(played.types(report('2025_05_01')).at(-1)).toBe('RequirementReleased');
    expect(played.last(review, 'RequirementRescheduled')).toMatchObject({ due: '2025-06-29' });
  });
});
