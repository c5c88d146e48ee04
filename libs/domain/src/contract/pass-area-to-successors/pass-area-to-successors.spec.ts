import { make, specFor, stateAfter } from '@app/event-sourcing/testing';
import { areaFound } from '../../improvement-case/improvement-case.stories';
import { LocalAreaSucceeded } from '../../local-area/local-area.events';
import { dfe } from '../../local-area/local-area.stories';
import { AreaPassedToSuccessors, AreaPassingWithdrawn, ContractCompleted, ReportingEased, ReportingIncreased } from '../contract.events';
import { contractStream } from '../contract.stream';
import {
  areaPassed,
  areas,
  bound,
  contractId as id,
  contractManager as actor,
  endedEarly,
  orderPlaced,
  professionalNamed,
  sections,
} from '../contract.testing';
import { EndContractEarly, endContractEarly } from '../end-contract-early/end-contract-early.command';
import { IncreaseReporting, increaseReporting } from '../increase-reporting/increase-reporting.command';
import { RecordAdviceDay, recordAdviceDay } from '../record-advice-day/record-advice-day.command';
import { RecordProgrammeLiaison, recordProgrammeLiaison } from '../record-programme-liaison/record-programme-liaison.command';
import { SubmitReport, submitReport } from '../submit-report/submit-report.command';
import { PassAreaToSuccessors, passAreaToSuccessors } from './pass-area-to-successors.command';

const succeeded = LocalAreaSucceeded({
  successors: ['942', '943'],
  succeededOn: '2024-04-01',
  judgedBy: ['localArea-942@0', 'localArea-943@0'],
  reason: 'Order',
  source: dfe,
});
const area = areaFound(succeeded);
const facts = { now: '2024-03-20', actor, id, found: { area } };
const given = specFor(contractStream, passAreaToSuccessors, facts);
const body = { predecessor: '931', successors: ['942', '943'], from: '2024-04-01', reason: 'A reorganisation order' };
const command = (change: Partial<PassAreaToSuccessors> = {}) => make(PassAreaToSuccessors, { ...body, ...change });
const passed = AreaPassedToSuccessors({ ...areaPassed.data, judgedBy: area.judgedBy });

describe('passing an area of a contract to those which succeed it (reading 26)', () => {
  it('is decided from a day, ahead or past, and says what it judged by', () => {
    given(...bound)
      .when(command())
      .then(passed);
    given(...bound)
      .when(command(), { now: '2024-06-01' })
      .then(passed);
    given(...bound)
      .when(command({ successors: ['943'], from: '2025-03-31' }))
      .then(AreaPassedToSuccessors({ ...passed.data, successors: ['943'], from: '2025-03-31', areas: [...areas, '943'] }));
  });

  it('says that the contract ends early where that is decided (C5)', () =>
    given(...bound, endedEarly('2024-09-30'))
      .when(command())
      .then(AreaPassedToSuccessors({ ...passed.data, endsOn: '2024-09-30', endedEarly: true })));

  describe('passes on that its reports are more frequent (C10)', () => {
    const increased = (area: string, from: string, rhythm: 'fortnightly' | 'weekly' = 'fortnightly') =>
      ReportingIncreased({ area, cause: 'minister', rhythm, periodDays: rhythm === 'weekly' ? 7 : 14, from, reason: body.reason });
    const eased = ReportingEased({ area: '931', rhythm: 'monthly', from: '2024-03-01', reason: 'On track' });

    it('to each successor, from the first period that begins with them in the contract', () => {
      given(...bound, increased('931', '2024-01-01'))
        .when(command())
        .then(passed, increased('942', '2024-04-08'), increased('943', '2024-04-08'));
      given(...bound, increased('931', '2024-03-04', 'weekly'))
        .when(command())
        .then(passed, increased('942', '2024-04-01', 'weekly'), increased('943', '2024-04-01', 'weekly'));
    });

    it('from the next period where the passing is recorded late', () =>
      given(...bound, increased('931', '2024-01-01'))
        .when(command(), { now: '2024-06-01' })
        .then(passed, increased('942', '2024-06-03'), increased('943', '2024-06-03')));

    it('only where they still are, and where another period begins within the term', () => {
      given(...bound, increased('931', '2024-01-01'), eased)
        .when(command())
        .then(passed);
      const late = AreaPassedToSuccessors({ ...passed.data, from: '2025-03-27' });
      given(...bound, increased('931', '2024-01-01'))
        .when(command({ from: '2025-03-27' }))
        .then(late);
    });

    it('to nobody who is reported on as often already, and no more where the passing was withdrawn', () => {
      const first = AreaPassedToSuccessors({ ...passed.data, predecessor: '887', successors: ['942'], areas: [...areas, '942'] });
      const second = AreaPassedToSuccessors({ ...passed.data, areas: [...areas, '942', '943'] });
      given(...bound, increased('931', '2024-01-01'), first, increased('942', '2024-04-05', 'weekly'))
        .when(command())
        .then(second, increased('943', '2024-04-08'));
      const taken = { predecessor: '931', successors: ['942', '943'], from: '2024-04-01', areas: second.data.areas };
      const withdrawn = AreaPassingWithdrawn({ ...taken, leaving: ['942', '943'], corrects: 4, reason: 'Put off' });
      const history = [...bound, increased('931', '2024-01-01'), passed, increased('942', '2024-04-08'), withdrawn];
      expect(stateAfter(contractStream, history).rhythms).not.toHaveProperty('942');
    });
  });

  it('is done once; otherwise it is withdrawn first', () => {
    given(...bound, passed)
      .when(command({ successors: ['943', '942'] }))
      .thenNothing();
    for (const change of [{ from: '2024-05-01' }, { successors: ['942'] }]) {
      given(...bound, passed)
        .when(command(change))
        .thenRefused('area-already-passed', 'predecessor');
    }
    const { predecessor, successors, from } = passed.data;
    const withdrawn = AreaPassingWithdrawn({
      predecessor,
      successors,
      from,
      areas: passed.data.areas,
      leaving: ['942', '943'],
      corrects: 3,
      reason: 'Too early',
    });
    given(...bound, passed, withdrawn)
      .when(command({ from: '2024-05-01' }))
      .then(AreaPassedToSuccessors({ ...passed.data, from: '2024-05-01' }));
  });

  it('goes to those alone which succeed the area, from their first day on', () => {
    given(...bound)
      .when(command({ successors: ['942', '850'] }))
      .thenRefused('area-not-passed-to', 'successors');
    given(...bound)
      .when(command(), { found: { area: areaFound() } })
      .thenRefused('area-not-passed-to', 'successors');
    given(...bound)
      .when(command({ from: '2024-03-31' }))
      .thenRefused('area-passed-before-succession', 'from');
  });

  it('is of an area in the contract on that day, within the term', () => {
    given(...bound)
      .when(command({ predecessor: '850' }))
      .thenRefused('contract-area-unknown', 'predecessor');
    given(...bound, passed)
      .when(command({ predecessor: '942', successors: ['931'], from: '2024-03-31' }))
      .thenRefused('contract-area-not-on-day', 'predecessor');
    for (const from of ['2023-10-11', '2025-04-01']) {
      given(...bound)
        .when(command({ from }))
        .thenRefused('contract-day-outside-term', 'from');
    }
  });

  it('is not to an area that has passed on before', () => {
    const onward = (from: string) => AreaPassedToSuccessors({ ...passed.data, predecessor: '942', successors: ['943'], from });
    const early = AreaPassedToSuccessors({ ...passed.data, predecessor: '887', successors: ['942'], from: '2024-01-01' });
    given(...bound, early, onward('2024-03-31'))
      .when(command())
      .thenRefused('area-passed-onward', 'from');
    given(...bound, early, onward('2024-04-01'))
      .when(command())
      .then(passed);
    const next = areaFound(LocalAreaSucceeded({ ...succeeded.data, successors: ['943'], succeededOn: '2024-02-01' }));
    const of942 = (from: string) => command({ predecessor: '942', successors: ['943'], from });
    given(...bound, early, passed)
      .when(of942('2024-03-31'), { found: { area: next } })
      .thenRefused('area-passed-onward', 'from');
    expect(
      given(...bound, early, passed)
        .when(of942('2024-04-01'), { found: { area: next } })
        .happened(),
    ).toHaveLength(1);
  });

  it('takes a binding contract that has not ended', () => {
    given().when(command()).thenRefused('contract-unknown');
    given(orderPlaced).when(command()).thenRefused('contract-not-binding');
    given(...bound, ContractCompleted({ endsOn: '2025-03-31', areas }))
      .when(command(), { now: '2025-04-01' })
      .thenRefused('contract-over');
  });
});

describe('a contract of which an area has passed (reading 26)', () => {
  const after = [...bound, professionalNamed, passed];
  const now = '2024-05-02';

  it('takes advice and liaison for the successors from their day on, and for the predecessor up to the day before', () => {
    const advice = specFor(contractStream, recordAdviceDay, { ...facts, now })(...after);
    const liaison = specFor(contractStream, recordProgrammeLiaison, { ...facts, now })(...after);
    const of = (on: string, day: string) =>
      make(RecordAdviceDay, { day, area: on, person: 'subject_1', minutes: 210, purposes: ['health-partners'], onSite: false });
    const with_ = (on: string, day: string) => make(RecordProgrammeLiaison, { area: on, programme: 'safety-valve', day });
    expect(advice.when(of('931', '2024-03-31')).happened()).toHaveLength(1);
    expect(advice.when(of('942', '2024-04-01')).happened()).toHaveLength(1);
    expect(liaison.when(with_('931', '2024-03-31')).happened()).toHaveLength(1);
    expect(liaison.when(with_('943', '2024-04-01')).happened()).toHaveLength(1);
    advice.when(of('931', '2024-04-01')).thenRefused('contract-area-not-on-day', 'area');
    advice.when(of('942', '2024-03-31')).thenRefused('contract-area-not-on-day', 'area');
    liaison.when(with_('931', '2024-04-01')).thenRefused('contract-area-not-on-day', 'area');
  });

  it('is reported on with a section for each area in it on the first day of the period (C9)', () => {
    const report = specFor(contractStream, submitReport, { ...facts, now, found: { risks: [] } })(...after);
    const [, ...others] = sections;
    const now_ = ['942', '943'].map((one) => ({ ...sections[0]!, area: one }));
    const submit = (period: string, of: typeof sections) => make(SubmitReport, { period, submittedOn: now, sections: of });
    expect(report.when(submit('2024-03-01', sections)).happened()).toHaveLength(1);
    expect(report.when(submit('2024-04-01', [...others, ...now_])).happened()).toHaveLength(1);
    report.when(submit('2024-04-01', sections)).thenRefused('report-sections-incomplete', 'sections');
  });

  it('has more frequent reporting on a successor from its first period on, and on the predecessor no longer (C10)', () => {
    const increase = specFor(contractStream, increaseReporting, facts)(...after);
    const weekly = (on: string) => make(IncreaseReporting, { area: on, cause: 'pace', rhythm: 'weekly', reason: 'Pace' });
    expect(increase.when(weekly('942')).happened()).toMatchObject([{ data: { from: '2024-05-01' } }]);
    increase.when(weekly('931')).thenRefused('reporting-no-later-period');
    expect(increase.when(weekly('931'), { now: '2024-02-20' }).happened()).toMatchObject([{ data: { from: '2024-03-01' } }]);
    increase.when(weekly('850')).thenRefused('contract-area-unknown', 'area');
  });

  it('ends for all of them', () => {
    const end = make(EndContractEarly, { decidedOn: '2024-05-02', decidedBy: 'u-director', endsOn: '2024-09-30', reason: 'No need' });
    expect(
      specFor(contractStream, endContractEarly, { ...facts, now })(...after)
        .when(end)
        .happened(),
    ).toMatchObject([{ data: { areas: [...areas, '942', '943'] } }]);
  });
});
