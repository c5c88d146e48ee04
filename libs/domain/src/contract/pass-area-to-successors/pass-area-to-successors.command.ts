import { FreeText, type Decide, type Found } from '@app/event-sourcing';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray } from 'class-validator';
import { entryOf } from '../../entries';
import { IsDay, IsId, IsText } from '../../fields';
import type { LocalAreaState } from '../../local-area/local-area.stream';
import { everyArea } from '../contract.areas';
import { AreaPassedToSuccessors, ReportingIncreased, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState, RhythmChange } from '../contract.state';
import { covers, running, withinTerm } from '../contract.term';
import { REPORTING_RHYTHMS, type ReportingRhythm } from '../contract.vocabulary';
import { PERIOD_DAYS, rhythmForSuccessors } from '../reporting-period';

/**
 * Pass a local area of the contract to those which succeed it by a reorganisation, from a day that can lie ahead. From then on days,
 * liaison, requests and the periods of reports that begin are the successors'; what is recorded stays with the predecessor (reading 26).
 * Reporting that is more frequent stays so for each of them until somebody eases it, since an easing is on record with its cause (C10). The
 * call-off days are the contract's and not an area's (C2); visits are agreed with each successor anew (C19).
 */
export class PassAreaToSuccessors {
  /** Local area of the contract that is succeeded, by its id. */
  @IsId() predecessor!: string;
  /** Local areas that succeed it, by their ids. */
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(20) @ArrayUnique() @IsId({ each: true }) successors!: string[];
  /** First day of the successors in the contract, within its term. */
  @IsDay() from!: string;
  /** Why it passes to them. */
  @FreeText() @IsText() reason!: string;
}

type Reads = { area: Found<LocalAreaState> };

export const passAreaToSuccessors: Decide<PassAreaToSuccessors, ContractState, ContractEvent, Reads> = (
  { predecessor, successors, from, reason },
  state,
  { now, found },
) => {
  const terms = running(state, now);
  const known = terms.passings.find((passing) => passing.predecessor === predecessor);
  if (known) {
    if (known.from === from && [...known.successors].sort().join() === [...successors].sort().join()) return [];
    throw refuse('area-already-passed', {
      field: 'predecessor',
      values: { predecessor, successors: known.successors.join(', '), from: known.from },
    });
  }
  withinTerm(terms, from, 'from');
  covers(terms, predecessor, from, 'predecessor');
  const { succession } = found.area.state;
  const stranger = successors.find((area) => !succession?.successors.includes(area));
  if (stranger !== undefined) throw refuse('area-not-passed-to', { field: 'successors', values: { area: stranger, predecessor } });
  if (succession && from < succession.succeededOn) {
    throw refuse('area-passed-before-succession', { field: 'from', values: { predecessor, succeededOn: succession.succeededOn } });
  }
  const passings = [...terms.passings, { predecessor, successors, from }];
  for (const { predecessor: area, from: left } of passings) {
    const later = passings.find((passing) => passing.successors.includes(area) && passing.from > left);
    if (later) throw refuse('area-passed-onward', { field: 'from', values: { area, left, day: later.from } });
  }
  const { title, supplier, commencesOn, endsOn, earlyEndOn } = terms;
  const rhythm = rhythmForSuccessors(state, terms, { predecessor, successors, from }, now);
  const toIncrease = successors.filter((area) => rhythm && isMoreFrequent(rhythm.rhythm, entryOf(state.rhythms, area)?.at(-1)?.rhythm));
  return [
    AreaPassedToSuccessors({
      predecessor,
      successors: [...successors],
      from,
      areas: [...new Set([...everyArea(terms), ...successors])],
      title,
      supplier,
      commencesOn,
      endsOn,
      endedEarly: earlyEndOn !== undefined,
      judgedBy: found.area.judgedBy,
      reason,
    }),
    ...toIncrease.map((area) => ReportingIncreased({ area, ...increaseTo(rhythm!), reason })),
  ];
};

const isMoreFrequent = (rhythm: ReportingRhythm, other: ReportingRhythm = 'monthly'): boolean =>
  REPORTING_RHYTHMS.indexOf(rhythm) > REPORTING_RHYTHMS.indexOf(other);

const increaseTo = ({ cause, rhythm, from }: RhythmChange) => {
  const periodDays = PERIOD_DAYS[rhythm];
  return { cause, rhythm, ...(periodDays !== undefined && { periodDays }), from };
};
