import { londonDay, type Instant } from '@app/calendar';
import type { Decide, Found } from '@app/event-sourcing';
import { IsBoolean, IsOptional } from 'class-validator';
import { IsDay, IsId, IsPence, IsText } from '../../fields';
import { entryOf } from '../../entries';
import { periodOf, type ProgrammeState } from '../../programme/programme.stream';
import { PartnerEngagedAtDiscretion, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import type { PartnerState } from '../partner.state';

/**
 * Engage a local authority for SEND improvement work outside the partner group, at the Department's absolute discretion and
 * without an application; not watched for eligibility. It draws on the programme's money only where an award is named (G19).
 */
export class EngageAtDiscretion {
  /** Local area that is engaged. */
  @IsId() area!: string;
  /** Award that was set aside for it in the programme; left out where it draws on other money. */
  @IsOptional() @IsId() award?: string;
  /** Amount of other money, in pence; left out where an award is named. */
  @IsOptional() @IsPence() pence?: number;
  /** First day of the work. */
  @IsDay() from!: string;
  /** Last day of the work, inclusive. */
  @IsDay() until!: string;
  /** Day of the engagement. */
  @IsDay() engagedOn!: string;
  /** Whether quarterly reports are agreed (reading 28). */
  @IsBoolean() reportsAgreed!: boolean;
  /** Why it is engaged. */
  @IsText() reason!: string;
}

type Reads = { programme?: Found<ProgrammeState> };

function penceOf({ award, pence, from, until, engagedOn }: EngageAtDiscretion, programme: ProgrammeState, id: string): number {
  if ((award === undefined) === (pence === undefined)) throw refuse('discretion-money-unclear', { field: 'award' });
  if (award === undefined) return pence!;
  const granted = entryOf(programme.awards, award);
  if (!granted) throw refuse('partner-award-unknown', { field: 'award', values: { award } });
  if (granted.engagement !== id) {
    throw refuse('partner-id-mismatch', {
      field: 'award',
      values: { id, expected: granted.engagement ?? `${granted.partner}~${programme.reference}` },
    });
  }
  const { acceptedOn: accepted = granted.awardedOn } = granted;
  if (engagedOn < accepted) throw refuse('engaged-before-acceptance', { field: 'engagedOn', values: { award, accepted } });
  const funding = periodOf(programme, granted.period);
  if (!funding || from < funding.from || until > funding.until) {
    throw refuse('discretion-outside-funding', { field: 'from', values: { from: funding?.from ?? '', until: funding?.until ?? '' } });
  }
  return granted.pence;
}

/** What an engagement is recorded with, by the rules of one (G19). */
export function termsAtDiscretion(command: EngageAtDiscretion, programme: ProgrammeState | undefined, id: string, now: Instant) {
  const { area, award, from, until, engagedOn, reportsAgreed, reason } = command;
  const reference = id.split('~')[1] ?? '';
  if (programme === undefined || programme.status === 'none') {
    throw refuse('discretion-programme-unknown', { values: { programme: reference } });
  }
  const prefix = `${area}~${reference}~`;
  if (!id.startsWith(prefix) || id.length === prefix.length) {
    throw refuse('discretion-id-mismatch', { field: 'area', values: { id, expected: prefix } });
  }
  if (until < from) throw refuse('discretion-period-reversed', { field: 'until' });
  const today = londonDay(now);
  if (engagedOn > today) throw refuse('partner-day-in-future', { field: 'engagedOn', values: { day: engagedOn, today } });
  const pence = penceOf(command, programme, id);
  return { area, programme: reference, ...(award !== undefined && { award }), pence, from, until, engagedOn, reportsAgreed, reason };
}

export const engageAtDiscretion: Decide<EngageAtDiscretion, PartnerState, PartnerEvent, Reads> = (
  command,
  state,
  { now, stream, found },
) => {
  if (state.status !== 'none') {
    if (state.atDiscretion && state.area === command.area && state.engagedOn === command.engagedOn) return [];
    throw refuse('partner-already-engaged');
  }
  return [PartnerEngagedAtDiscretion(termsAtDiscretion(command, found.programme?.state, stream.id, now))];
};
