import { declarationsIn, evolveWith, type Stream } from '@app/event-sourcing';
import * as events from './requirement.events';
import type { RequirementEvent } from './requirement.events';
import type { FollowingEscalation } from './requirement.parts.command';

export type RequirementStatus = 'none' | 'open' | 'met' | 'met-late' | 'lapsed' | 'released' | 'waived';

export interface RequirementState {
  readonly status: RequirementStatus;
  /** Whether a lapse stands, whatever came after it. */
  readonly lapsed: boolean;
  readonly imposed?: Imposition;
  readonly metBy?: string;
  /** London day on which what met it was true, as known last. */
  readonly metOn?: string;
  /** Revision of the waiver in force. */
  readonly waiver?: number;
}

interface Imposition {
  readonly definition: string;
  readonly rule: string;
  readonly says: string;
  readonly what: string;
  readonly period: string;
  readonly areas: readonly string[];
  readonly due: string;
  readonly dueMoment: string;
  /** When the due day in force was recorded. */
  readonly recordedAt: string;
  readonly escalation: FollowingEscalation;
  /** When it was judged to have lapsed last. */
  readonly lapsedAt?: string;
}

const owed = ({ imposed, lapsed }: RequirementState): RequirementState => ({ status: lapsed ? 'lapsed' : 'open', lapsed, imposed });

/**
 * `requirement-{definition}~{what}~{period}`: one duty for one period (E2). Bounded by its nature: it is imposed once and settled,
 * and grows only by corrections of what it rests on.
 */
export const requirementStream: Stream<RequirementState, RequirementEvent> = {
  category: 'requirement',
  collection: 'requirements',
  events: declarationsIn(events),
  initial: () => ({ status: 'none', lapsed: false }),
  evolve: evolveWith<RequirementState, RequirementEvent>({
    RequirementImposed: (_state, { definition, rule, says, what, period, areas, due, dueMoment, escalation }, { recordedAt }) => ({
      status: 'open',
      lapsed: false,
      imposed: { definition, rule, says, what, period, areas, due, dueMoment, recordedAt, escalation },
    }),
    RequirementMet: ({ imposed }, { by, effectiveOn }) => ({ status: 'met', lapsed: false, imposed, metBy: by, metOn: effectiveOn }),
    RequirementMetLate: ({ imposed, lapsed }, { by, effectiveOn }) => ({
      status: 'met-late',
      lapsed,
      imposed,
      metBy: by,
      metOn: effectiveOn,
    }),
    RequirementLapsed: ({ imposed }, { judgedAt }) => ({
      status: 'lapsed',
      lapsed: true,
      imposed: imposed && { ...imposed, lapsedAt: judgedAt },
    }),
    RequirementRescheduled: ({ imposed }, { due, dueMoment, stillLapsed }, { recordedAt }) =>
      owed({ status: 'open', lapsed: stillLapsed, imposed: imposed && { ...imposed, due, dueMoment, recordedAt } }),
    RequirementAreasRestated: ({ imposed, ...state }, { areas }) => ({ ...state, imposed: imposed && { ...imposed, areas } }),
    RequirementReopened: owed,
    RequirementReleased: ({ imposed, lapsed }) => ({ status: 'released', lapsed, imposed }),
    RequirementWaived: ({ imposed, lapsed }, _data, { revision }) => ({ status: 'waived', lapsed, imposed, waiver: revision }),
    WaiverWithdrawn: owed,
  }),
};
