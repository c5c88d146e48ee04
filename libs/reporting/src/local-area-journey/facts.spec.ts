import {
  CareRatingCorrected,
  CareRatingRecorded,
  DsgPositionCorrected,
  DsgPositionPublished,
  DsgPositionRecorded,
  FactWithdrawn,
  ImprovementNoticeCorrected,
  ImprovementNoticeIssued,
  ImprovementNoticeLifted,
  ImprovementNoticeReinstated,
  ImprovementNoticeStepConfirmed,
  ImprovementNoticeVaried,
  InspectionCorrected,
  InspectionReceiptRecorded,
  InspectionRecorded,
  InterventionAdvisersRecorded,
  InterventionMembershipCorrected,
  InterventionProgrammeJoined,
  InterventionProgrammeLeft,
  LocalAreaCodesCorrected,
  LocalAreaPartnerCorrected,
  LocalAreaRecoded,
  LocalAreaRegistered,
  LocalAreaSucceeded,
  MonitoringInspectionCorrected,
  MonitoringInspectionRecorded,
  MonitoringReleaseCorrected,
  MonitoringReleaseRecorded,
  NoticeStepConfirmationWithdrawn,
  PartnerJoined,
  PartnerLeft,
  RevisitCorrected,
  RevisitRecorded,
  SliPartnershipCorrected,
  SliPartnershipJoined,
  SliPartnershipLeft,
  SourcePreferred,
  TimelinessCorrected,
  TimelinessRecorded,
  TimelinessRevised,
  TimelinessSourcePreferred,
  TimelinessWithdrawn,
} from '@app/domain/events';
import { fieldsOf } from '@app/event-sourcing';
import { JourneyDsgPosition } from './journey-facts.view';
import { bare, folded, journey, on, registered, source } from './local-area-journey.stories';

const here = on('localArea-931');
const why = { reason: 'r' };

const codes = { name: 'Oxfordshire', laCode: '931', onsCode: 'E10000025', region: 'South East' as const };
const first = { ...codes, from: '2009-04-01', record: 0 };

describe('who a local area is (J1)', () => {
  it('is in a row from its registration, and says whom it succeeds (reading 26)', () => {
    folded([
      ...registered.slice(0, 1),
      on('localArea-900')(LocalAreaRegistered({ ...codes, from: '2009-04-01', source, predecessors: ['931'] }), 0),
    ]).rows({ '931': bare('931'), '900': { ...bare('931'), facts: { ...bare('931').facts, predecessors: ['931'] } } });
  });
  it('goes by the codes with the latest first day, whenever they were recorded', () => {
    const next = { ...codes, onsCode: 'E10000099', from: '2026-04-01', source };
    journey(here(LocalAreaRecoded({ ...next, ...why }), 1)).showsFacts(
      { codes: [first, { ...codes, onsCode: 'E10000099', from: '2026-04-01', record: 1 }] },
      { onsCode: 'E10000099' },
    );
    journey(here(LocalAreaRecoded({ ...next, onsCode: 'E10000001', from: '1998-04-01', ...why }), 1)).showsFacts({
      codes: [{ ...codes, onsCode: 'E10000001', from: '1998-04-01', record: 1 }, first],
    });
  });
  it('takes corrected codes, and forgets withdrawn ones', () => {
    const corrected = here(LocalAreaCodesCorrected({ ...codes, name: 'Oxon', from: '2009-04-01', source, corrects: 0, ...why }), 1);
    journey(corrected).showsFacts({ codes: [{ ...first, name: 'Oxon', record: 1 }] }, { name: 'Oxon' });
    journey(
      here(LocalAreaRecoded({ ...codes, laCode: '999', from: '2026-04-01', source, ...why }), 1),
      here(FactWithdrawn({ kind: 'codes', corrects: 1, effectiveOn: '2026-04-01', ...why }), 2),
    ).showsFacts({});
  });
  it('says who succeeds it, until that is withdrawn (reading 26)', () => {
    const succeeded = here(LocalAreaSucceeded({ successors: ['900'], succeededOn: '2026-04-01', judgedBy: [], source, ...why }), 1);
    journey(succeeded).showsFacts({ successors: ['900'], succeededOn: '2026-04-01' });
    journey(succeeded, here(FactWithdrawn({ kind: 'succession', corrects: 1, effectiveOn: '2026-04-01', ...why }), 2)).showsFacts({});
  });
  it('has partners, who come, go, are corrected and withdrawn', () => {
    const council = { kind: 'local-authority' as const, name: 'Council', from: '2009-04-01' };
    const board = { kind: 'integrated-care-board' as const, name: 'Board', from: '2022-07-01' };
    const both = [here(PartnerJoined({ ...board, source }), 1), here(PartnerJoined({ ...council, source }), 2)];
    journey(...both).showsFacts({
      partners: [
        { ...council, record: 2 },
        { ...board, record: 1 },
      ],
    });
    journey(...both, here(PartnerLeft({ kind: 'integrated-care-board', name: 'Board', leftOn: '2026-04-01', source }), 3)).showsFacts({
      partners: [
        { ...council, record: 2 },
        { ...board, leftOn: '2026-04-01', record: 1 },
      ],
    });
    journey(
      ...both,
      here(LocalAreaPartnerCorrected({ ...board, from: '2022-04-01', leftOn: '2025-01-01', corrects: 1, source, ...why }), 3),
      here(FactWithdrawn({ kind: 'partner', corrects: 2, effectiveOn: '2009-04-01', ...why }), 4),
    ).showsFacts({ partners: [{ ...board, from: '2022-04-01', leftOn: '2025-01-01', record: 3 }] });
  });
});

describe('what the inspectorates found (J1, G12)', () => {
  const inspection = {
    inspection: '2023',
    framework: '2023' as const,
    outcome: 'systemic-failings' as const,
    priorityAreas: 5,
    improvementAreas: 4,
    visitedFrom: '2023-07-13',
    visitedTo: '2023-07-21',
    publishedOn: '2023-09-15',
  };
  const earlier = {
    inspection: '2017',
    framework: '2016' as const,
    outcome: 'wsoa-required' as const,
    weaknesses: 5,
    visitedFrom: '2017-09-25',
    publishedOn: '2017-12-04',
  };
  const recordedBoth = [here(InspectionRecorded({ ...inspection, source }), 1), here(InspectionRecorded({ ...earlier, source }), 2)];

  it('stands in the order of publication, whenever it was recorded', () =>
    journey(...recordedBoth).showsFacts({
      inspections: [
        { ...earlier, record: 2 },
        { ...inspection, record: 1 },
      ],
    }));
  it('takes the day of receipt when that becomes known, a correction, and a withdrawal', () => {
    const { framework, outcome } = inspection;
    const receipt = here(InspectionReceiptRecorded({ inspection: '2023', framework, outcome, receivedOn: '2023-09-08', source }), 3);
    journey(...recordedBoth, receipt).showsFacts({
      inspections: [
        { ...earlier, record: 2 },
        { ...inspection, receivedOn: '2023-09-08', record: 1 },
      ],
    });
    const corrected = here(InspectionCorrected({ ...inspection, outcome: 'inconsistent', source, corrects: 1, ...why }), 3);
    journey(
      ...recordedBoth,
      corrected,
      here(FactWithdrawn({ kind: 'inspection', corrects: 2, effectiveOn: '2017-12-04', ...why }), 4),
    ).showsFacts({ inspections: [{ ...inspection, outcome: 'inconsistent', record: 3 }] });
  });
  it('has revisits, corrected and withdrawn', () => {
    const revisit = { revisit: '2019', inspection: '2017', publishedOn: '2019-12-23', sufficient: 3, notSufficient: 2 };
    const recorded = here(RevisitRecorded({ ...revisit, visitedFrom: '2019-10-14', source }), 1);
    journey(recorded).showsFacts({ revisits: [{ ...revisit, record: 1 }] });
    const corrected = here(
      RevisitCorrected({ ...revisit, sufficient: 5, notSufficient: 0, visitedFrom: '2019-10-14', source, corrects: 1, ...why }),
      2,
    );
    journey(recorded, corrected).showsFacts({ revisits: [{ ...revisit, sufficient: 5, notSufficient: 0, record: 2 }] });
    const withdrawn = here(FactWithdrawn({ kind: 'revisit', corrects: 2, effectiveOn: '2019-12-23', ...why }), 3);
    journey(recorded, corrected, withdrawn).showsFacts({});
  });
  it('has monitoring inspections, corrected and withdrawn', () => {
    const monitoring = { monitoring: '2025', inspection: '2023', publishedOn: '2025-11-01', effective: 5, notEffective: 0 };
    const recorded = here(MonitoringInspectionRecorded({ ...monitoring, visitedFrom: '2025-09-15', source }), 1);
    journey(recorded).showsFacts({ monitoringInspections: [{ ...monitoring, record: 1 }] });
    const corrected = here(
      MonitoringInspectionCorrected({
        ...monitoring,
        effective: 4,
        notEffective: 1,
        visitedFrom: '2025-09-15',
        source,
        corrects: 1,
        ...why,
      }),
      2,
    );
    journey(recorded, corrected).showsFacts({ monitoringInspections: [{ ...monitoring, effective: 4, notEffective: 1, record: 2 }] });
    const withdrawn = here(FactWithdrawn({ kind: 'monitoring-inspection', corrects: 2, effectiveOn: '2025-11-01', ...why }), 3);
    journey(recorded, corrected, withdrawn).showsFacts({});
  });
  it('has releases from monitoring, corrected and withdrawn (reading 4)', () => {
    const recorded = here(MonitoringReleaseRecorded({ inspection: '2017', releasedOn: '2021-05-01', source }), 1);
    journey(recorded).showsFacts({ monitoringReleases: [{ inspection: '2017', releasedOn: '2021-05-01', record: 1 }] });
    const corrected = here(MonitoringReleaseCorrected({ inspection: '2017', releasedOn: '2021-06-01', source, corrects: 1, ...why }), 2);
    journey(recorded, corrected).showsFacts({ monitoringReleases: [{ inspection: '2017', releasedOn: '2021-06-01', record: 2 }] });
    const withdrawn = here(FactWithdrawn({ kind: 'monitoring-release', corrects: 2, effectiveOn: '2021-06-01', ...why }), 3);
    journey(recorded, corrected, withdrawn).showsFacts({});
  });
});

describe('how a local area stands (G13 to G15)', () => {
  it('has the care rating that was published latest, whenever it was recorded (G14)', () => {
    const good = here(CareRatingRecorded({ rating: 'good', publishedOn: '2022-01-01', source }), 1);
    const before = here(CareRatingRecorded({ rating: 'inadequate', publishedOn: '2019-01-01', source }), 2);
    const rated = [
      { rating: 'inadequate', publishedOn: '2019-01-01', record: 2 },
      { rating: 'good', publishedOn: '2022-01-01', record: 1 },
    ];
    journey(good, before).showsFacts({ careRatings: rated }, { careRating: 'good' });
    const corrected = here(CareRatingCorrected({ rating: 'outstanding', publishedOn: '2018-01-01', source, corrects: 1, ...why }), 3);
    journey(good, before, corrected).showsFacts(
      { careRatings: [{ rating: 'outstanding', publishedOn: '2018-01-01', record: 3 }, rated[0]!] },
      { careRating: 'inadequate' },
    );
    const withdrawn = here(FactWithdrawn({ kind: 'care-rating', corrects: 1, effectiveOn: '2022-01-01', ...why }), 3);
    journey(good, withdrawn).showsFacts({});
  });

  const year = { year: '2021-22', yearEndsOn: '2022-03-31' };
  const figure = here(DsgPositionRecorded({ ...year, balance: '-4.26', source }), 1);
  const published = here(DsgPositionPublished({ year: '2021-22', position: 1, balance: '-4.26', publishedOn: '2022-12-01', source }), 2);
  it('keeps the balance of the schools grant closed until it is published, and open from then on (P1)', () => {
    journey(figure).showsFacts({ dsg: [{ ...year, positions: [{ balance: '-4.26', publisher: 'Ofsted', record: 1 }] }] });
    journey(figure, published).showsFacts({
      dsg: [{ ...year, positions: [{ publishedBalance: '-4.26', publishedOn: '2022-12-01', publisher: 'Ofsted', record: 1 }] }],
    });
    expect(fieldsOf(JourneyDsgPosition).get('balance')?.classification?.category).toBe('unpublished-dsg');
    expect(fieldsOf(JourneyDsgPosition).has('publishedBalance')).toBe(false);
  });
  it('closes a corrected balance again, and forgets a year of which nothing is left (P1)', () => {
    const corrected = here(DsgPositionCorrected({ ...year, balance: '-4.30', source, corrects: 1, ...why }), 3);
    journey(figure, published, corrected).showsFacts({
      dsg: [{ ...year, positions: [{ balance: '-4.30', publisher: 'Ofsted', record: 3 }] }],
    });
    const withdrawn = here(FactWithdrawn({ kind: 'dsg-position', corrects: 3, effectiveOn: '2022-03-31', ...why }), 4);
    journey(figure, published, corrected, withdrawn).showsFacts({});
  });
  it('keeps the figures of two sources, the preferred one first, and the years in order (reading 20)', () => {
    const other = here(DsgPositionRecorded({ ...year, balance: '-4.20', source: { publisher: 'Other', title: 't' } }), 3);
    const before = here(DsgPositionRecorded({ year: '2019-20', yearEndsOn: '2020-03-31', balance: '-1.69', source }), 4);
    const prefers = here(SourcePreferred({ figure: 'dsg-position', ...year, prefers: 3, publisher: 'Other', ...why }), 5);
    const mine = { balance: '-4.26', publisher: 'Ofsted', record: 1 };
    const theirs = { balance: '-4.20', publisher: 'Other', record: 3 };
    journey(figure, other).showsFacts({ dsg: [{ ...year, positions: [mine, theirs] }] });
    journey(figure, other, before, prefers).showsFacts({
      dsg: [
        { year: '2019-20', yearEndsOn: '2020-03-31', positions: [{ balance: '-1.69', publisher: 'Ofsted', record: 4 }] },
        { ...year, positions: [theirs, mine] },
      ],
    });
  });

  it('is in Safety Valve or Delivering Better Value, with advisers or without (G13, C14)', () => {
    const joined = here(InterventionProgrammeJoined({ programme: 'safety-valve', from: '2022-03-01', advisers: true, source }), 1);
    const membership = { programme: 'safety-valve' as const, from: '2022-03-01', advisers: true, record: 1 };
    journey(joined).showsFacts({ interventions: [membership] });
    const other = here(
      InterventionProgrammeJoined({ programme: 'delivering-better-value', from: '2021-03-01', advisers: false, source }),
      2,
    );
    const without = here(InterventionAdvisersRecorded({ programme: 'safety-valve', advisers: false, from: '2023-01-01', source }), 3);
    const left = here(InterventionProgrammeLeft({ programme: 'safety-valve', leftOn: '2024-03-31', source }), 4);
    journey(joined, other, without, left).showsFacts({
      interventions: [
        { programme: 'delivering-better-value', from: '2021-03-01', advisers: false, record: 2 },
        { ...membership, advisers: false, leftOn: '2024-03-31' },
      ],
    });
    const corrected = here(
      InterventionMembershipCorrected({ programme: 'safety-valve', from: '2022-04-01', advisers: true, source, corrects: 1, ...why }),
      5,
    );
    journey(joined, corrected).showsFacts({ interventions: [{ ...membership, from: '2022-04-01', record: 5 }] });
    const withdrawn = here(FactWithdrawn({ kind: 'intervention-programme', corrects: 5, effectiveOn: '2022-04-01', ...why }), 6);
    journey(joined, corrected, withdrawn).showsFacts({});
  });
  it('is a joint improvement partner, or no longer (G15)', () => {
    const joined = here(SliPartnershipJoined({ from: '2022-03-01', source }), 1);
    journey(joined).showsFacts({ sliPartnerships: [{ from: '2022-03-01', record: 1 }] });
    journey(joined, here(SliPartnershipLeft({ leftOn: '2023-03-01', source }), 2)).showsFacts({
      sliPartnerships: [{ from: '2022-03-01', leftOn: '2023-03-01', record: 1 }],
    });
    const corrected = here(SliPartnershipCorrected({ from: '2022-05-01', leftOn: '2022-06-01', source, corrects: 1, ...why }), 2);
    journey(joined, corrected).showsFacts({ sliPartnerships: [{ from: '2022-05-01', leftOn: '2022-06-01', record: 2 }] });
    journey(joined, here(FactWithdrawn({ kind: 'sli-partnership', corrects: 1, effectiveOn: '2022-03-01', ...why }), 2)).showsFacts({});
  });
});

describe('an improvement notice (J10)', () => {
  const steps = [
    { step: 's1', words: 'One', dueOn: '2024-02-28' },
    { step: 's2', words: 'Two', dueOn: '2025-02-28' },
  ];
  const notice = { notice: 'n1', issuedOn: '2023-11-16' };
  const issued = here(ImprovementNoticeIssued({ ...notice, steps, source }), 1);
  const confirmed = here(
    ImprovementNoticeStepConfirmed({ notice: 'n1', step: 's1', confirmedOn: '2024-02-20', dueOn: '2024-02-28', ...why }),
    2,
  );
  const done = [{ ...steps[0]!, confirmedOn: '2024-02-20' }, steps[1]!];

  it('stands with its steps, confirmed or not', () => {
    journey(issued).showsFacts({ notices: [{ ...notice, steps, record: 1 }] });
    journey(issued, confirmed).showsFacts({ notices: [{ ...notice, steps: done, record: 1 }] });
    const withdrawn = here(
      NoticeStepConfirmationWithdrawn({ notice: 'n1', step: 's1', dueOn: '2024-02-28', confirmedOn: '2024-02-20', corrects: 2, ...why }),
      3,
    );
    journey(issued, confirmed, withdrawn).showsFacts({ notices: [{ ...notice, steps, record: 1 }] });
  });
  it('varied or corrected, keeps what was confirmed of the steps that stay', () => {
    const varied = here(ImprovementNoticeVaried({ notice: 'n1', variedOn: '2024-03-01', steps: [steps[0]!], ...why }), 3);
    journey(issued, confirmed, varied).showsFacts({ notices: [{ ...notice, steps: [done[0]!], record: 1 }] });
    const corrected = here(ImprovementNoticeCorrected({ ...notice, issuedOn: '2023-11-17', steps, source, corrects: 1, ...why }), 3);
    journey(issued, confirmed, corrected).showsFacts({ notices: [{ notice: 'n1', issuedOn: '2023-11-17', steps: done, record: 3 }] });
  });
  it('is lifted, reinstated, withdrawn; and two are kept apart', () => {
    const lifted = here(ImprovementNoticeLifted({ notice: 'n1', liftedOn: '2025-03-01', ...why }), 2);
    const other = here(ImprovementNoticeIssued({ notice: 'n0', issuedOn: '2020-01-01', steps, source }), 3);
    journey(issued, lifted, other).showsFacts({
      notices: [
        { notice: 'n0', issuedOn: '2020-01-01', steps, record: 3 },
        { ...notice, steps, liftedOn: '2025-03-01', record: 1 },
      ],
    });
    const reinstated = here(ImprovementNoticeReinstated({ notice: 'n1', liftedOn: '2025-03-01', corrects: 2, ...why }), 3);
    journey(issued, lifted, reinstated).showsFacts({ notices: [{ ...notice, steps, record: 1 }] });
    const withdrawn = here(FactWithdrawn({ kind: 'improvement-notice', corrects: 1, effectiveOn: '2023-11-16', ...why }), 3);
    journey(issued, withdrawn).showsFacts({});
  });
});

describe('EHC plan timeliness (J7)', () => {
  const year = (one: number) => on(`timeliness-931~${one}`);
  const figure = { area: '931', basis: 'no-exceptions' as const, publishedOn: '2024-06-13', source };
  const of2023 = year(2023)(TimelinessRecorded({ ...figure, year: 2023, rate: '53.7', standing: '53.7' }));
  const of2022 = year(2022)(
    TimelinessRecorded({ ...figure, year: 2022, rate: '4.0', standing: '4.0', issued: 667, withinTwentyWeeks: 27 }),
  );
  const row2022 = { year: 2022, basis: 'no-exceptions', rate: '4.0' };

  it('is shown year by year as the preferred source has it', () => {
    journey(of2023, of2022).showsFacts({ timeliness: [row2022, { year: 2023, basis: 'no-exceptions', rate: '53.7' }] });
    const all = year(2022)(TimelinessRecorded({ ...figure, basis: 'with-exceptions', year: 2022, rate: '3.9', standing: '3.9' }));
    const other = year(2022)(TimelinessRecorded({ ...figure, year: 2022, rate: '5.0', standing: '4.0' }));
    journey(of2022, all, other).showsFacts({ timeliness: [row2022, { year: 2022, basis: 'with-exceptions', rate: '3.9' }] });
  });
  it('is revised by its publisher, corrected, preferred from another source, and withdrawn', () => {
    const now = (rate: string) => ({ timeliness: [{ ...row2022, rate }] });
    const revised = TimelinessRevised({ ...figure, year: 2022, rate: '4.1', standing: '4.1', previousRate: '4.0', revises: 0 });
    journey(of2022, year(2022)(revised)).showsFacts(now('4.1'));
    const corrected = TimelinessCorrected({ ...figure, year: 2022, rate: 'x', standing: 'x', corrects: 0, ...why });
    journey(of2022, year(2022)(corrected)).showsFacts(now('x'));
    const said = { area: '931', year: 2022, basis: 'no-exceptions' as const };
    const preferred = TimelinessSourcePreferred({ ...said, prefers: 1, publisher: 'p', standing: '6.0', ...why });
    journey(of2022, year(2022)(preferred)).showsFacts(now('6.0'));
    journey(of2022, year(2022)(TimelinessWithdrawn({ ...said, corrects: 1, standing: '3.0', ...why }))).showsFacts(now('3.0'));
    journey(of2022, year(2022)(TimelinessWithdrawn({ ...said, corrects: 1, ...why }))).showsFacts({});
  });
});
