import {
  AreaPassedToSuccessors,
  AreaPassingWithdrawn,
  BreachDecided,
  BreakAnswered,
  BreakAnswerWithdrawn,
  ContractCompleted,
  ContractEndedEarly,
  ContractExtended,
  EarlyEndWithdrawn,
  EligibilityBreached,
  EligibilityRestored,
  EngagementAtDiscretionCorrected,
  EngagementAtDiscretionWithdrawn,
  ExtensionCorrected,
  ExtensionRecordWithdrawn,
  GrantEnded,
  GrantExtended,
  GrantExtensionWithdrawn,
  GrantReopened,
  OrderAccepted,
  OrderCorrected,
  OrderDeclined,
  OrderPlaced,
  OrderWithdrawn,
  PackageAnswerWithdrawn,
  PackageApproved,
  PackageCompleted,
  PackageProposed,
  PackageReinstated,
  PackageRescoped,
  PackageReturned,
  PackageTerminated,
  PackageWithdrawn,
  PartnerEngaged,
  PartnerEngagedAtDiscretion,
  PartnerEngagementWithdrawn,
  ReportAccepted,
  ReportReturned,
  ReportSubmitted,
  ReportingEased,
  ReportingIncreased,
  TerminationReversed,
  WorkTerminated,
} from '@app/domain/events';
import { journey, on, order } from './local-area-journey.stories';
import type { JourneyBreach, JourneyContract, JourneyGrant, JourneyPackage } from './local-area-journey.view';

const why = { reason: 'r' };

describe('contracts in the journey (C1 to C10)', () => {
  const here = on('contract-CON_1');
  const placed = here(OrderPlaced({ ...order, areas: ['931'] }));
  const contract: JourneyContract = {
    contract: 'CON_1',
    title: 'Advice',
    supplier: 'Supplier',
    status: 'placed',
    commencesOn: '2023-10-12',
    endsOn: '2025-03-31',
    rhythm: 'monthly',
  };
  const shows = (events: readonly ReturnType<typeof here>[], change: Partial<JourneyContract>) =>
    journey(placed, ...events).shows({ contracts: [{ ...contract, ...change }] });
  const ends = { areas: ['931'], references: [], ...why };

  it('stand with every area that they advise', () => {
    const rows = journey(here(OrderPlaced(order)), on('contract-CON_2')(OrderPlaced({ ...order, number: 'CON_2', areas: ['887'] }))).rows();
    expect(rows['931']?.contracts).toEqual([contract]);
    expect(rows['887']?.contracts.map((one) => one.contract)).toEqual(['CON_1', 'CON_2']);
  });
  it('are withdrawn, declined, or bind when both have accepted (C1)', () => {
    shows([here(OrderWithdrawn(why))], { status: 'withdrawn' });
    shows([here(OrderDeclined(why))], { status: 'declined' });
    shows([here(OrderAccepted({ party: 'buyer', acceptedOn: '2023-10-12', binding: false }))], {});
    shows([here(OrderAccepted({ party: 'supplier', acceptedOn: '2023-10-12', binding: true }))], { status: 'binding' });
  });
  it('stand as a correction of the order says: with the areas that it names, and no other (C1)', () => {
    const correction = (areas: string[], endsOn = '2025-04-30', binding = true) =>
      here(
        OrderCorrected({
          ...order,
          title: 'Other advice',
          supplier: 'Another supplier',
          commencesOn: '2023-11-01',
          areas,
          previousAreas: ['931'],
          binding,
          endsOn,
          presentMaximumPence: 1,
          approvedPence: 0,
          corrects: 0,
          ...why,
        }),
      );
    const shown = { title: 'Other advice', supplier: 'Another supplier', commencesOn: '2023-11-01', endsOn: '2025-04-30' };
    shows([correction(['931'])], shown);
    const completed = here(ContractCompleted({ endsOn: '2025-03-31', areas: ['931'] }));
    shows([completed, correction(['931'])], { ...shown, status: 'binding' });
    shows([completed, correction(['931'], '2025-03-31')], { ...shown, endsOn: '2025-03-31', status: 'completed' });
    const rows = journey(
      placed,
      correction(['887']),
      here(ReportingIncreased({ area: '887', cause: 'pace', rhythm: 'weekly', from: '2024-01-01', ...why })),
    ).rows();
    expect(rows['931']?.contracts).toEqual([]);
    expect(rows['887']?.contracts).toEqual([{ ...contract, ...shown, status: 'binding', rhythm: 'weekly' }]);
    expect(journey(placed, correction(['887'], '2025-04-30', false)).rows()['887']?.contracts).toEqual([{ ...contract, ...shown }]);
  });
  describe('pass from an area to those which succeed it (reading 26)', () => {
    const passing = { predecessor: '931', successors: ['887'], from: '2024-04-01' };
    const data = { title: 'Advice', supplier: 'Supplier', commencesOn: '2023-10-12', endsOn: '2025-03-31', endedEarly: false, ...why };
    const judgedBy = 'localArea-931@1';
    const passed = here(AreaPassedToSuccessors({ ...data, ...passing, areas: ['931', '887'], judgedBy }));
    const withdrawn = here(AreaPassingWithdrawn({ ...passing, areas: ['931', '887'], leaving: ['887'], corrects: 1, ...why }));
    const report = (period: string) =>
      here(ReportSubmitted({ period, periodEndsOn: period, rhythm: 'monthly', submittedOn: period, sections: [], judgedBy: [] }));
    const before: JourneyContract = { ...contract, passedTo: ['887'], passesOn: '2024-04-01' };
    const joined: JourneyContract = { ...contract, status: 'binding', succeeds: [{ predecessor: '931', from: '2024-04-01' }] };
    const shown = (period: string) => ({ lastReport: { period, periodEndsOn: period, status: 'submitted' as const } });
    const rows = (...events: ReturnType<typeof here>[]) => {
      const all = journey(placed, ...events).rows();
      return [all['931']?.contracts, all['887']?.contracts];
    };

    it('with what comes after: each has the reports on its own periods', () => {
      expect(rows(passed)).toEqual([[before], [joined]]);
      expect(rows(passed, report('2024-03-01'), report('2024-04-01'))).toEqual([
        [{ ...before, ...shown('2024-03-01') }],
        [{ ...joined, ...shown('2024-04-01') }],
      ]);
      const ending = { decidedOn: '2024-06-01', decidedBy: 'u-1', previousEnd: '2025-03-31', endsOn: '2024-09-30', ...ends };
      expect(rows(passed, here(ContractEndedEarly(ending)))[1]).toEqual([{ ...joined, status: 'ended-early', endsOn: '2024-09-30' }]);
    });

    it('as the contract stands then: with an early end that was decided', () => {
      const ended = here(AreaPassedToSuccessors({ ...data, ...passing, areas: ['931', '887'], judgedBy, endedEarly: true }));
      expect(rows(ended)[1]).toEqual([{ ...joined, status: 'ended-early' }]);
    });

    it('and stay with the predecessor where that is withdrawn', () => {
      expect(rows(passed, withdrawn)).toEqual([[contract], []]);
    });

    it('two into one, which stays where one of the two is withdrawn', () => {
      const other = { ...passing, predecessor: '851', from: '2024-05-01' };
      const merged = here(AreaPassedToSuccessors({ ...data, ...other, areas: ['931', '851', '887'], judgedBy }));
      const both = [...joined.succeeds!, { predecessor: '851', from: '2024-05-01' }];
      expect(rows(passed, merged)).toEqual([[before], [{ ...joined, succeeds: both }]]);
      const one = here(AreaPassingWithdrawn({ ...passing, areas: ['931', '851', '887'], leaving: [], corrects: 1, ...why }));
      expect(rows(passed, merged, one)).toEqual([[contract], [{ ...joined, succeeds: both.slice(1) }]]);
    });

    it('to one that the order names besides, which stays as it is', () => {
      const named = journey(
        here(OrderPlaced({ ...order, areas: ['931', '887', '851'] })),
        passed,
        here(AreaPassingWithdrawn({ ...passing, areas: ['931', '887'], leaving: [], corrects: 1, ...why })),
      ).rows();
      expect(named['887']?.contracts).toEqual([contract]);
    });

    it('and are kept when the record of the order is corrected (C1)', () => {
      const correction = OrderCorrected({
        ...order,
        areas: ['931'],
        previousAreas: ['931', '887'],
        binding: true,
        endsOn: '2025-03-31',
        presentMaximumPence: 1,
        approvedPence: 0,
        corrects: 0,
        ...why,
      });
      expect(rows(passed, here(correction))[1]).toEqual([joined]);
    });
  });
  it('end as the break, an extension or an early end says (C4 to C6)', () => {
    const answer = { answer: 'terminate' as const, breakOn: '2024-03-31', endsOn: '2024-03-31', decidedBy: 'u-1', ...ends };
    shows([here(BreakAnswered(answer))], { endsOn: '2024-03-31' });
    const step = { agreedOn: '2025-03-01', months: 6, totalMonths: 6, previousEnd: '2025-03-31', areas: ['931'], ...why };
    const extended = here(ContractExtended({ ...step, completion: '2025-09-30' }));
    shows([extended], { status: 'binding', endsOn: '2025-09-30' });
    const { previousEnd: _end, ...agreed } = step;
    const notAgreed = { ...agreed, totalMonths: 0, endsOn: '2025-03-31', endedEarly: false, extensionNoticeBy: '2025-02-28', corrects: 1 };
    shows([extended, here(ExtensionRecordWithdrawn(notAgreed))], { status: 'binding' });
    shows([extended, here(ExtensionCorrected({ ...step, months: 3, completion: '2025-06-30', corrects: 1 }))], {
      status: 'binding',
      endsOn: '2025-06-30',
    });
    const early = here(
      ContractEndedEarly({ decidedOn: '2024-05-01', decidedBy: 'u-1', endsOn: '2024-06-30', previousEnd: '2025-03-31', ...ends }),
    );
    shows([early], { status: 'ended-early', endsOn: '2024-06-30' });
    shows([early, here(EarlyEndWithdrawn({ endsOn: '2025-03-31', areas: ['931'], ...why }))], { status: 'binding' });
    const completed = here(ContractCompleted({ endsOn: '2025-03-31', areas: ['931'] }));
    const taken = { answer: 'terminate' as const, answeredOn: '2024-03-20', breakOn: '2024-03-31', endsOn: '2025-03-31', areas: ['931'] };
    const back = (change: object = {}) => here(BreakAnswerWithdrawn({ ...taken, endedEarly: false, corrects: 3, ...why, ...change }));
    shows([here(BreakAnswered({ answer: 'terminate', breakOn: '2024-03-31', endsOn: '2024-03-31', decidedBy: 'u-1', ...ends })), back()], {
      status: 'binding',
    });
    shows([early, back({ endsOn: '2024-06-30', endedEarly: true })], { status: 'ended-early', endsOn: '2024-06-30' });
    shows([completed, back()], { status: 'completed' });
    shows([completed, back({ endsOn: '2024-03-31' })], { status: 'binding', endsOn: '2024-03-31' });
    shows([completed], { status: 'completed' });
    shows([early, completed], { status: 'ended-early', endsOn: '2024-06-30' });
  });
  it('are reported on more often for the one area, and monthly again (C10)', () => {
    const change = { rhythm: 'weekly' as const, periodDays: 7, from: '2024-02-01', ...why };
    shows([here(ReportingIncreased({ area: '931', cause: 'pace', ...change }))], { rhythm: 'weekly' });
    shows([here(ReportingIncreased({ area: '887', cause: 'minister', ...change }))], {});
    const increased = here(ReportingIncreased({ area: '931', cause: 'pace', ...change }));
    shows([increased, here(ReportingEased({ area: '931', rhythm: 'monthly', from: '2024-03-01', ...why }))], {});
    shows([increased, here(ReportingEased({ area: '887', rhythm: 'monthly', from: '2024-03-01', ...why }))], { rhythm: 'weekly' });
  });
  it('show the report on the latest period, whenever it came in (C9)', () => {
    const period = { period: '2023-11-01', periodEndsOn: '2023-11-30' };
    const report = { ...period, rhythm: 'monthly' as const, submittedOn: '2023-12-05', sections: [], judgedBy: [] };
    const submitted = here(ReportSubmitted(report));
    const last = (status: 'submitted' | 'returned' | 'accepted') => ({ lastReport: { ...period, status } });
    shows([submitted], last('submitted'));
    shows([submitted, here(ReportReturned({ ...period, ...why }))], last('returned'));
    shows([submitted, here(ReportAccepted({ ...period, ...why }))], last('accepted'));
    const older = here(ReportSubmitted({ ...report, period: '2023-10-12', periodEndsOn: '2023-10-31' }));
    shows([submitted, older], last('submitted'));
    shows([submitted, here(ReportSubmitted({ ...report, period: '2023-12-01', area: '887' }))], last('submitted'));
  });
});

describe('grants in the journey (G16, G17)', () => {
  const here = on('partner-931~p1');
  const engaged = here(
    PartnerEngaged({
      area: '931',
      others: [],
      programme: 'p1',
      award: 'a1',
      application: 'b1',
      pence: 100,
      from: '2022-01-01',
      until: '2023-03-31',
      engagedOn: '2021-12-10',
      legalBasis: 'section 14 Education Act 2002',
      facts: [],
      evidence: [],
      judgedBy: 'programme-p1@3',
    }),
  );
  const grant: JourneyGrant = {
    grant: '931~p1',
    programme: 'p1',
    status: 'engaged',
    atDiscretion: false,
    from: '2022-01-01',
    until: '2023-03-31',
    breaches: [],
  };
  const shows = (events: readonly ReturnType<typeof here>[], change: Partial<JourneyGrant>) =>
    journey(engaged, ...events).shows({ grants: [{ ...grant, ...change }] });

  it('stand with the partner and with those who share them', () => {
    const shared = on('partner-887~p1')(
      PartnerEngaged({ ...engaged.event.data, area: '887', others: ['931'] } as typeof engaged.event.data),
    );
    const rows = journey(engaged, shared).rows();
    expect(rows['931']?.grants).toEqual([grant, { ...grant, grant: '887~p1' }]);
    expect(rows['887']?.grants).toEqual([{ ...grant, grant: '887~p1' }]);
  });
  it('are gone where the engagement was taken back (G2)', () => {
    const taken = { area: '931', others: [], programme: 'p1', award: 'a1', engagedOn: '2021-12-10', corrects: 0, ...why };
    journey(engaged, on('partner-931~p1')(PartnerEngagementWithdrawn(taken))).shows({});
  });
  it('at discretion say so (G19)', () => {
    const data = { area: '931', programme: 'p1', pence: 5, from: '2022-05-01', until: '2022-06-30', engagedOn: '2022-05-01' };
    journey(on('partner-931~p1~x')(PartnerEngagedAtDiscretion({ ...data, reportsAgreed: false, ...why }))).shows({
      grants: [{ ...grant, grant: '931~p1~x', atDiscretion: true, from: '2022-05-01', until: '2022-06-30' }],
    });
    const there = on('partner-931~p1~x');
    const begun = there(PartnerEngagedAtDiscretion({ ...data, reportsAgreed: false, ...why }));
    const correction = { ...data, from: '2022-05-02', until: '2022-07-31', previousAward: '931~p1~x', fundedUntil: '2022-07-31' };
    const corrected = there(EngagementAtDiscretionCorrected({ ...correction, reportsAgreed: false, corrects: 0, ...why }));
    journey(begun, corrected).shows({
      grants: [{ ...grant, grant: '931~p1~x', atDiscretion: true, from: '2022-05-02', until: '2022-07-31' }],
    });
    const withdrawn = { area: '931', programme: 'p1', engagedOn: '2022-05-01', corrects: 0, ...why };
    journey(engaged, begun, there(EngagementAtDiscretionWithdrawn(withdrawn))).shows({ grants: [grant] });
  });
  it('are extended, end, and are reopened (G3)', () => {
    const extension = { award: 'a2', pence: 5, from: '2023-04-01', extendedOn: '2023-03-01', judgedBy: 'programme-p1@9', ...why };
    shows([here(GrantExtended({ ...extension, until: '2024-03-31' }))], { until: '2024-03-31' });
    shows([here(GrantExtended({ ...extension, until: '2022-12-31' }))], {});
    const { pence: _pence, judgedBy: _judgedBy, ...named } = extension;
    const withdrawn = here(GrantExtensionWithdrawn({ ...named, until: '2024-03-31', fundedUntil: '2023-03-31', corrects: 1 }));
    shows([here(GrantExtended({ ...extension, until: '2024-03-31' })), withdrawn], {});
    const ended = here(GrantEnded({ area: '931', endedOn: '2023-03-31', ...why }));
    shows([ended], { status: 'ended', endedOn: '2023-03-31' });
    shows([ended, here(GrantReopened({ corrects: 1, ...why }))], {});
  });

  const judged = { ruleSet: '2021-09', fact: 'localArea-931@7', judgedBy: 'localArea-931@7', factsUpTo: 7 } as const;
  const breached = here(EligibilityBreached({ area: '931', rule: 'G14', effectiveOn: '2022-06-01', ...judged } as never));
  const breach: JourneyBreach = { area: '931', rule: 'G14', since: '2022-06-01' };
  const terminated = here(
    WorkTerminated({ area: '931', terminatedOn: '2022-07-01', claimableUntil: '2022-08-01', rules: ['G14'], ...why }),
  );
  const decided = (decision: 'remedy' | 'continue', remedyBy?: string) =>
    here(
      BreachDecided({
        area: '931',
        rule: 'G14',
        breach: 1,
        decision,
        decidedOn: '2022-06-10',
        ...(remedyBy !== undefined && { remedyBy }),
        ...why,
      }),
    );

  it('show the rules that are broken now, and what was decided', () => {
    const other = here(EligibilityBreached({ area: '931', rule: 'G12', effectiveOn: '2022-05-01', ...judged } as never));
    shows([breached, other], { breaches: [{ ...breach, rule: 'G12', since: '2022-05-01' }, breach] });
    shows([breached, decided('remedy', '2022-09-01')], { breaches: [{ ...breach, decision: 'remedy', remedyBy: '2022-09-01' }] });
    shows([breached, decided('remedy', '2022-09-01'), decided('continue')], { breaches: [{ ...breach, decision: 'continue' }] });
    const restored = here(EligibilityRestored({ area: '931', rule: 'G14', effectiveOn: '2022-06-05', breach: 1, ...judged } as never));
    shows([breached, other, restored], { breaches: [{ ...breach, rule: 'G12', since: '2022-05-01' }] });
  });
  it('show that work was terminated, ended after it or not, and that it was taken back', () => {
    shows([terminated], { status: 'terminated', terminatedOn: '2022-07-01' });
    const ended = here(GrantEnded({ area: '931', endedOn: '2022-08-01', ...why }));
    shows([terminated, ended], { status: 'ended', terminatedOn: '2022-07-01', endedOn: '2022-08-01' });
    shows([terminated, ended, here(GrantReopened({ corrects: 2, ...why }))], { status: 'terminated', terminatedOn: '2022-07-01' });
    shows([breached, decided('remedy', '2022-09-01'), terminated, here(TerminationReversed({ corrects: 3, ...why }))], {
      breaches: [breach],
    });
  });
});

describe('support that an area receives (G10, G11)', () => {
  const here = on('supportPackage-k1');
  const terms = (recipient: string, days = 40) => ({
    partner: '851~p1',
    recipient,
    options: ['joint-working'],
    executiveDays: 0,
    managementDays: days,
    days,
  });
  const proposed = here(PackageProposed({ ...terms('931'), proposedOn: '2022-02-01' }));
  const one: JourneyPackage = { package: 'k1', partner: '851~p1', days: 40, status: 'proposed' };
  const shows = (events: readonly ReturnType<typeof here>[], change: Partial<JourneyPackage>) =>
    journey(proposed, ...events).shows({ packages: [{ ...one, ...change }] });
  const approved = here(PackageApproved({ partner: '851~p1', approvedOn: '2022-03-01', ...why }));

  it('is proposed, returned, proposed anew, approved', () => {
    shows([], {});
    const returned = here(PackageReturned({ partner: '851~p1', returnedOn: '2022-02-20', ...why }));
    shows([returned], { status: 'returned' });
    shows([returned, here(PackageProposed({ ...terms('931', 50), proposedOn: '2022-02-25' }))], { days: 50 });
    shows([approved], { status: 'approved' });
    const taken = { partner: '851~p1', answer: 'approved' as const, answeredOn: '2022-03-01', corrects: 1, ...why };
    shows([approved, here(PackageAnswerWithdrawn(taken))], {});
  });
  it('is withdrawn, completed or terminated, and stands as before when that is taken back', () => {
    shows([here(PackageWithdrawn({ partner: '851~p1', ...why }))], { status: 'withdrawn', was: 'proposed' });
    const completed = here(PackageCompleted({ partner: '851~p1', completedOn: '2022-12-01', outcome: 'o' }));
    shows([approved, completed], { status: 'completed', was: 'approved' });
    const terminated = here(PackageTerminated({ partner: '851~p1', terminatedOn: '2022-07-01', was: 'approved', because: 'b' }));
    shows([approved, terminated], { status: 'terminated', was: 'approved' });
    shows([approved, completed, here(PackageReinstated({ partner: '851~p1', corrects: 2, ...why }))], { status: 'approved' });
  });
  it('goes from one area to the other when it is re-scoped', () => {
    const rescoped = here(PackageRescoped({ ...terms('887', 45), agreedOn: '2022-05-01', ...why }));
    const rows = journey(proposed, approved, rescoped).rows();
    expect([rows['931']?.packages, rows['887']?.packages]).toEqual([[], [{ ...one, days: 45, status: 'approved' }]]);
    shows([approved, here(PackageRescoped({ ...terms('931', 45), agreedOn: '2022-05-01', ...why }))], { days: 45, status: 'approved' });
    const elsewhere = here(PackageProposed({ ...terms('887'), proposedOn: '2022-02-03' }));
    expect(journey(proposed, elsewhere).rows()['931']?.packages).toEqual([]);
  });
});
