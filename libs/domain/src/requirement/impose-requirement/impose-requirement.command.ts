import { lastInstantOf } from '@app/calendar';
import { type Decide, Nested } from '@app/event-sourcing';
import { ArrayMaxSize, IsArray, IsOptional, Matches } from 'class-validator';
import { IsDay, IsId, IsStreamName, IsText } from '../../fields';
import { RequirementImposed, type RequirementEvent } from '../requirement.events';
import { Counting, FollowingEscalation, ImposedBy, recordedCounting, Setting } from '../requirement.parts.command';
import { refuse } from '../requirement.refusals';
import type { RequirementState } from '../requirement.stream';

/** Impose a requirement: something that must be done or hold by a date (E2). The automation does, from the table of requirements. */
export class ImposeRequirement {
  /** Row of the table of requirements, e.g. `monthly-report`. */
  @Matches(/^[a-z]+(-[a-z]+)*$/) definition!: string;
  /** Rule id that asks for it. */
  @Matches(/^[A-Z]\d{1,2}$/) rule!: string;
  /** What must be done, as the table says it. */
  @IsText(300) says!: string;
  /** Stream that it concerns, e.g. `improvementCase-931~inspection`. */
  @IsStreamName() what!: string;
  /** Which one of its kind: first day of a period, or the id of the thing that imposes it. */
  @Matches(/^[A-Za-z0-9_.-]{1,60}$/) period!: string;
  /** London day from which it is owed. */
  @IsDay() from!: string;
  /** Local areas that it concerns, by id. */
  @IsArray() @ArrayMaxSize(50) @IsId({ each: true }) areas!: string[];
  /** London day by whose end it must be recorded. */
  @IsDay() due!: string;
  /** London days, working days all, on which whoever must act is reminded. */
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsDay({ each: true }) remindOn?: string[];
  /** How the due day follows, in a sentence. */
  @IsText(400) because!: string;
  /** How the due day was counted. */
  @Nested(() => Counting) counted!: Counting;
  /** The numbers in force. */
  @IsArray() @ArrayMaxSize(20) @Nested(() => Setting, { each: true }) settings!: Setting[];
  /** What called for it. */
  @Nested(() => ImposedBy) imposedBy!: ImposedBy;
  /** What a lapse leads to. */
  @Nested(() => FollowingEscalation) escalation!: FollowingEscalation;
}

/** Id of a requirement: `{definition}~{what, without its category}~{period}`, hyphens inside a part as `_`. */
export const requirementId = ({ definition, what, period }: { definition: string; what: string; period: string }): string =>
  [definition.replaceAll('-', '_'), what.slice(what.indexOf('-') + 1), period.replaceAll('-', '_')].join('~');

export const imposeRequirement: Decide<ImposeRequirement, RequirementState, RequirementEvent> = (command, state, { stream }) => {
  const { definition, rule, says, what, period, from, areas, due, remindOn, because, counted, settings, imposedBy, escalation } = command;
  const expected = requirementId(command);
  if (stream.id !== expected) throw refuse('requirement-id-mismatch', { field: 'period', values: { id: stream.id, expected } });
  if (state.status !== 'none') return [];
  return [
    RequirementImposed({
      definition,
      rule,
      says,
      what,
      period,
      from,
      areas,
      due,
      dueMoment: lastInstantOf(due),
      ...(remindOn === undefined ? {} : { remindOn }),
      because,
      counted: recordedCounting(counted),
      settings: settings.map((setting) => ({ ...setting })),
      imposedBy: { ...imposedBy },
      escalation: { ...escalation },
    }),
  ];
};
