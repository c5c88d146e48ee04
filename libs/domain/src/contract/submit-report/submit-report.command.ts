import { londonDay } from '@app/calendar';
import { Nested, type Decide, type Found } from '@app/event-sourcing';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsOptional } from 'class-validator';
import { IsDay, IsId } from '../../fields';
import { plain } from '../../plain';
import type { RiskState } from '../../risk/risk.stream';
import { ReportSubmitted, type ContractEvent } from '../contract.events';
import { areasOn } from '../contract.areas';
import { reportKey } from '../contract.months';
import { ReportSection } from '../contract.parts.command';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding, covers, notAhead } from '../contract.term';
import { periodOf } from '../reporting-period';

/** Submit the written report for a period, with a section per local area (C9); for one area only where its reporting is increased (C10). */
export class SubmitReport {
  /** First day of the period: of the calendar month, the first one beginning at commencement; or of the area's own period. */
  @IsDay() period!: string;
  /** The area whose reporting is increased; left out for the monthly report on all areas (C10). */
  @IsOptional() @IsId() area?: string;
  /** Day on which the report reached the Department. */
  @IsDay() submittedOn!: string;
  /** One section for each area that the report is on. */
  @Nested(() => ReportSection, { each: true })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(40)
  @ArrayUnique((section: ReportSection) => section?.area)
  sections!: ReportSection[];
}

/** The ids of the risks that a report names, each once. */
export const risksIn = ({ sections }: SubmitReport): string[] => [
  ...new Set(sections.flatMap(({ risks }) => risks.map(({ risk }) => risk))),
];

export const submitReport: Decide<SubmitReport, ContractState, ContractEvent, { risks: readonly Found<RiskState>[] }> = (
  command,
  state,
  { now, found },
) => {
  const { period, area, submittedOn, sections } = command;
  const terms = binding(state);
  covers(terms, area, period);
  const { from, to, rhythm } = periodOf(state, terms, period, area);
  if (area !== undefined && rhythm === 'monthly') throw refuse('report-area-not-increased', { field: 'area', values: { area, period } });
  if (from !== period || period > terms.endsOn)
    throw refuse('report-period-unknown', { field: 'period', values: { period, rhythm, begins: from } });
  if (period > londonDay(now)) throw refuse('report-period-not-begun', { field: 'period', values: { period } });
  notAhead(submittedOn, now, 'submittedOn');
  if (submittedOn < period) throw refuse('report-period-not-begun', { field: 'submittedOn', values: { period } });
  const status = state.reports[reportKey(period, area)];
  if (status === 'submitted') throw refuse('report-already-submitted');
  if (status === 'accepted') throw refuse('report-already-accepted');
  const areas = area === undefined ? areasOn(terms, period) : [area];
  if (sections.length !== areas.length || sections.some((section) => !areas.includes(section.area))) {
    throw refuse('report-sections-incomplete', { field: 'sections', values: { areas: areas.join(', ') } });
  }
  for (const section of sections) {
    for (const { risk } of section.risks) {
      const known = found.risks.find(({ id }) => id === risk)?.state;
      const isHere = known?.status === 'open' && known.area === section.area && (known.contract ?? terms.number) === terms.number;
      if (!isHere) throw refuse('report-risk-elsewhere', { field: 'sections', values: { risk, area: section.area } });
    }
  }
  return [
    ReportSubmitted({
      period,
      periodEndsOn: to,
      ...(area !== undefined && { area }),
      rhythm,
      submittedOn,
      sections: plain(sections),
      judgedBy: found.risks.map(({ judgedBy }) => judgedBy),
    }),
  ];
};
