import { fieldsOf, type Found } from '@app/event-sourcing';
import { make, specFor } from '@app/event-sourcing/testing';
import type { RiskState } from '../../risk/risk.stream';
import { ContractEndedEarly, ReportAccepted, ReportingIncreased, ReportReturned, ReportSubmitted } from '../contract.events';
import { ReportedOutcome, ReportedRisk, ReportSection } from '../contract.parts.command';
import { contractStream } from '../contract.stream';
import { adviser as actor, areas, bound, contractId as id, orderPlaced, references, sections } from '../contract.testing';
import { risksIn, SubmitReport, submitReport } from './submit-report.command';

const risk = (change: Partial<RiskState> = {}): Found<RiskState> => ({
  id: 'r1',
  state: { status: 'open', area: '931', contract: 'CON_22889', mitigations: {}, ...change },
  revision: 0,
  judgedBy: 'risk-r1@0',
});
const given = specFor(contractStream, submitReport, { now: '2023-11-03', actor, id, found: { risks: [] as readonly Found<RiskState>[] } });
const body = { period: '2023-10-12', submittedOn: '2023-11-02', sections };
const command = (change: object = {}) => make(SubmitReport, { ...body, ...change });
const submitted = ReportSubmitted({ ...body, periodEndsOn: '2023-10-31', rhythm: 'monthly', judgedBy: [] });

describe('submitting a report (C9)', () => {
  it('takes the first month from commencement: 12 to 31 Oct 2023', () =>
    given(...bound)
      .when(command())
      .then(submitted));

  it('takes calendar months after that, and the last one up to the end', () => {
    given(...bound)
      .when(command({ period: '2024-02-01', submittedOn: '2024-03-01' }), { now: '2024-03-01' })
      .then(ReportSubmitted({ ...submitted.data, period: '2024-02-01', periodEndsOn: '2024-02-29', submittedOn: '2024-03-01' }));
    const ended = ContractEndedEarly({
      decidedOn: '2024-01-08',
      decidedBy: 'u-1',
      endsOn: '2024-02-15',
      previousEnd: '2025-03-31',
      areas,
      references,
      reason: 'Funding',
    });
    given(...bound, ended)
      .when(command({ period: '2024-02-01', submittedOn: '2024-03-01' }), { now: '2024-03-01' })
      .then(ReportSubmitted({ ...submitted.data, period: '2024-02-01', periodEndsOn: '2024-02-15', submittedOn: '2024-03-01' }));
    given(...bound, ended)
      .when(command({ period: '2024-03-01', submittedOn: '2024-03-02' }), { now: '2024-03-02' })
      .thenRefused('report-period-unknown');
  });

  it.each(['2023-10-01', '2023-10-13', '2023-10-31', '2023-09-01'])('knows no period that begins on %s', (period) =>
    given(...bound)
      .when(command({ period }))
      .thenRefused('report-period-unknown', 'period'),
  );

  it('takes a period that has begun', () => {
    given(...bound)
      .when(command({ period: '2023-12-01' }))
      .thenRefused('report-period-not-begun', 'period');
    given(...bound)
      .when(command({ period: '2023-11-01' }))
      .then(ReportSubmitted({ ...submitted.data, period: '2023-11-01', periodEndsOn: '2023-11-30' }));
  });

  it('takes the day on which it came, from the first day of the period to today', () => {
    given(...bound)
      .when(command({ submittedOn: '2023-11-04' }))
      .thenRefused('contract-day-in-future', 'submittedOn');
    given(...bound)
      .when(command({ period: '2023-11-01', submittedOn: '2023-10-31' }))
      .thenRefused('report-period-not-begun', 'submittedOn');
  });

  it('has a section for each area of the contract and no other (C9, reading 15)', () => {
    given(...bound)
      .when(command({ sections: sections.slice(1) }))
      .thenRefused('report-sections-incomplete', 'sections');
    const other = [...sections.slice(1), { ...sections[0], area: '850' }];
    given(...bound)
      .when(command({ sections: other }))
      .thenRefused('report-sections-incomplete', 'sections');
    expect(() =>
      given(...bound)
        .when(command({ sections: [sections[0], ...sections] }))
        .happened(),
    ).toThrow('sections');
  });

  it('monitors the impact against each outcome: progress and trajectory, every time (C16)', () => {
    const on931 = (outcomes: object[]) => command({ sections: [{ ...sections[0], outcomes }, ...sections.slice(1)] });
    const outcome = sections[0]!.outcomes[0]!;
    const { trajectory: _none, ...noTrajectory } = outcome;
    expect(() =>
      given(...bound)
        .when(on931([]))
        .happened(),
    ).toThrow('outcomes');
    expect(() =>
      given(...bound)
        .when(on931([outcome, outcome]))
        .happened(),
    ).toThrow('outcomes');
    expect(() =>
      given(...bound)
        .when(on931([noTrajectory]))
        .happened(),
    ).toThrow('trajectory');
    given(...bound)
      .when(on931([outcome]))
      .then(submitted);
  });

  it('is taken again once returned, and not while it waits or is accepted', () => {
    const returned = ReportReturned({ period: '2023-10-12', periodEndsOn: '2023-10-31', reason: 'No trajectories' });
    const accepted = ReportAccepted({ period: '2023-10-12', periodEndsOn: '2023-10-31', reason: 'Complete' });
    given(...bound, submitted)
      .when(command())
      .thenRefused('report-already-submitted');
    given(...bound, submitted, accepted)
      .when(command())
      .thenRefused('report-already-accepted');
    given(...bound, submitted, returned)
      .when(command())
      .then(submitted);
  });

  it('takes a binding contract', () => given(orderPlaced).when(command()).thenRefused('contract-not-binding'));

  it("keeps the supplier's words and the trajectory as management information (P1)", () => {
    const closed = [ReportedOutcome, ReportedRisk, ReportSection].flatMap((shape) =>
      [...fieldsOf(shape)].filter(([, { classification }]) => classification?.category === 'management-information').map(([name]) => name),
    );
    expect(closed).toEqual(['progress', 'trajectory', 'position', 'improvementPlan']);
  });
});

describe('risks in a report (C15)', () => {
  const withRisk = sections.map((one) => (one.area === '931' ? { ...one, risks: [{ risk: 'r1', position: 'Watched' }] } : one));
  const report = command({ sections: withRisk });

  it('names open risks to the delivery in the area, and says what it judged by', () => {
    expect(risksIn(report)).toEqual(['r1']);
    const reported = ReportSubmitted({ ...submitted.data, sections: withRisk, judgedBy: ['risk-r1@0'] });
    given(...bound)
      .when(report, { found: { risks: [risk()] } })
      .then(reported);
    const { contract: _none, ...ofArea } = risk().state;
    given(...bound)
      .when(report, { found: { risks: [{ ...risk(), state: ofArea }] } })
      .then(reported);
  });

  it.each([
    ['closed', { status: 'closed' as const }],
    ['unknown', { status: 'none' as const }],
    ['of another area', { area: '887' }],
    ['of another contract', { contract: 'CON_1' }],
  ])('is refused where a risk is %s', (_why, change) =>
    given(...bound)
      .when(report, { found: { risks: [risk(change)] } })
      .thenRefused('report-risk-elsewhere', 'sections'),
  );
});

describe('reports where reporting on an area is increased (C10)', () => {
  const weekly = ReportingIncreased({
    area: '931',
    cause: 'pace',
    rhythm: 'weekly',
    periodDays: 7,
    from: '2024-02-01',
    reason: 'Too slow',
  });
  const area = (period: string) => command({ period, area: '931', submittedOn: '2024-02-20', sections: sections.slice(0, 1) });
  const now = '2024-02-20';

  it('takes the periods of the new rhythm, on that area alone', () => {
    given(...bound, weekly)
      .when(area('2024-02-08'), { now })
      .then(
        ReportSubmitted({
          period: '2024-02-08',
          periodEndsOn: '2024-02-14',
          area: '931',
          rhythm: 'weekly',
          submittedOn: '2024-02-20',
          sections: sections.slice(0, 1),
          judgedBy: [],
        }),
      );
    given(...bound, weekly)
      .when(area('2024-02-09'), { now })
      .thenRefused('report-period-unknown', 'period');
    given(...bound, weekly)
      .when(command({ period: '2024-02-08', area: '931', submittedOn: '2024-02-20' }), { now })
      .thenRefused('report-sections-incomplete');
  });

  it('leaves the month before, other areas and the monthly report as they were', () => {
    given(...bound, weekly)
      .when(area('2024-01-01'), { now })
      .thenRefused('report-area-not-increased', 'area');
    given(...bound, weekly)
      .when(command({ period: '2024-02-08', area: '887', submittedOn: now, sections: sections.slice(1, 2) }), { now })
      .thenRefused('report-area-not-increased');
    given(...bound, weekly)
      .when(command({ period: '2024-02-01', submittedOn: now }), { now })
      .then(ReportSubmitted({ ...submitted.data, period: '2024-02-01', periodEndsOn: '2024-02-29', submittedOn: now }));
  });

  it('is refused for an area that the contract does not cover', () =>
    given(...bound, weekly)
      .when(command({ period: '2024-02-08', area: '850', submittedOn: now }), { now })
      .thenRefused('contract-area-unknown', 'area'));
});
