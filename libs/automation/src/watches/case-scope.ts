import type { Day } from '@app/calendar';
import type { CaseClosed, CaseOpened, CaseOpeningCorrected, CaseReopened } from '@app/domain/events';
import type { EventOf, Lines } from '@app/event-sourcing';
import { causeOf, type Cause, type Duty, type Ended } from '../requirement-engine/row';

/** A case as far as its duties go (J2). */
export interface CaseScope {
  readonly area: string;
  /** Day of its opening or of its last reopening, and what set it. */
  readonly since: { readonly day: Day; readonly by: Cause };
  readonly closedBy?: Cause;
  readonly reopenedBy?: Cause;
}

/** Facts that hold a case; without one there is none. */
export interface WithCase {
  readonly case?: CaseScope;
}

export type CaseScopeEvent = EventOf<typeof CaseOpened | typeof CaseOpeningCorrected | typeof CaseClosed | typeof CaseReopened>;

/** Where a case begins and ends, for any facts that hold one. */
export const caseLines = <S extends WithCase>() =>
  ({
    CaseOpened: (facts, { area, openedOn }, meta) => ({ ...facts, case: { area, since: { day: openedOn, by: causeOf(meta) } } }),
    CaseOpeningCorrected: (facts, { openedOn }, meta) =>
      facts.case && !facts.case.reopenedBy ? { ...facts, case: { ...facts.case, since: { day: openedOn, by: causeOf(meta) } } } : facts,
    CaseClosed: (facts, _data, meta) => (facts.case ? { ...facts, case: { ...facts.case, closedBy: causeOf(meta) } } : facts),
    CaseReopened: (facts, { reopenedOn }, meta) => {
      if (!facts.case) return facts;
      const { closedBy: _closed, ...open } = facts.case;
      return { ...facts, case: { ...open, since: { day: reopenedOn, by: causeOf(meta) }, reopenedBy: causeOf(meta) } };
    },
  }) satisfies Lines<S, CaseScopeEvent, S>;

/** Nothing lapses for a case that is closed, nor for what has ended besides. */
export const endedWithCase = (
  { closedBy, reopenedBy }: CaseScope,
  ...besides: readonly (Ended | undefined)[]
): Pick<Duty, 'ended' | 'undoneBy'> => ({
  ended: [closedBy && { by: closedBy, because: 'The case was closed' }, ...besides].filter((ended) => ended !== undefined),
  ...(reopenedBy && { undoneBy: reopenedBy }),
});

/** The cases of local areas that an event on a contract concerns, by cause. */
export const casesOfAreas = (data: object, causes: readonly ('inspection' | 'timeliness')[]): readonly string[] => {
  const { areas, previousAreas, area } = data as { areas?: readonly string[]; previousAreas?: readonly string[]; area?: string };
  return [...new Set([...(areas ?? []), ...(previousAreas ?? [])]), ...(area === undefined ? [] : [area])].flatMap((id) =>
    causes.map((cause) => `${id}~${cause}`),
  );
};
