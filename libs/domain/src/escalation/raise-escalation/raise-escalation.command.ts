import type { Decide } from '@app/event-sourcing';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import { IsDay, IsEventRef, IsId, IsPersonId, IsStreamName, IsText } from '../../fields';
import { EscalationRaised, type EscalationEvent } from '../escalation.events';
import {
  ESCALATION_LEVELS,
  ESCALATION_NEEDS,
  ESCALATION_ROLES,
  LEVEL_OF_ROLE,
  type EscalationLevel,
  type EscalationNeed,
  type EscalationRole,
} from '../escalation.parts.command';
import { refuse } from '../escalation.refusals';
import { isLive, type EscalationState } from '../escalation.stream';

/** Raise an escalation for a lapse, a breach or a decision: once for each cause (E3, E4, E6). The automation does. */
export class RaiseEscalation {
  /** What it is raised for, `stream@revision`. */
  @IsEventRef() cause!: string;
  /** Rule id that the cause goes back to. */
  @Matches(/^[A-Z]\d{1,2}$/) rule!: string;
  /** 1 case lead, contract manager or grant manager; 2 team leader; 3 deputy director. */
  @IsIn(ESCALATION_LEVELS) level!: EscalationLevel;
  /** Role that is told. */
  @IsIn(ESCALATION_ROLES) role!: EscalationRole;
  /** Person of that role, or who covers, where one is known. */
  @IsOptional() @IsPersonId() person?: string;
  /** Whom the person covers for. */
  @IsOptional() @IsPersonId() insteadOf?: string;
  /** What is needed. */
  @IsIn(ESCALATION_NEEDS) need!: EscalationNeed;
  /** What happened, in a sentence of open facts. */
  @IsText(600) because!: string;
  /** Stream that it concerns. */
  @IsStreamName() what!: string;
  /** Local areas that it concerns, by id. */
  @IsArray() @ArrayMaxSize(50) @IsId({ each: true }) areas!: string[];
  /** London day of the cause. */
  @IsDay() since!: string;
}

export const raiseEscalation: Decide<RaiseEscalation, EscalationState, EscalationEvent> = (command, state) => {
  const { cause, rule, level, role, person, insteadOf, need, because, what, areas, since } = command;
  if (LEVEL_OF_ROLE[role] !== level) throw refuse('escalation-role-not-of-level', { field: 'role', values: { level, role } });
  if (state.cause === cause || isLive(state)) return [];
  return [
    EscalationRaised({
      cause,
      rule,
      level,
      role,
      ...(person === undefined ? {} : { person }),
      ...(insteadOf === undefined ? {} : { insteadOf }),
      need,
      because,
      what,
      areas,
      since,
    }),
  ];
};
