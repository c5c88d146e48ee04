import type { Day } from '@app/calendar';
import type {
  FactWithdrawn,
  ImprovementNoticeCorrected,
  ImprovementNoticeIssued,
  ImprovementNoticeLifted,
  ImprovementNoticeReinstated,
  ImprovementNoticeStepConfirmed,
  ImprovementNoticeVaried,
  NoticeStepConfirmationWithdrawn,
} from '@app/domain/events';
import type { EventMeta, EventOf } from '@app/event-sourcing';
import { onDay } from '../requirement-engine/due';
import { causeOf, defineWatch, type Cause } from '../requirement-engine/row';

interface Step {
  readonly dueOn: Day;
  /** What set the day. */
  readonly by: Cause;
  readonly confirmedBy?: Cause;
  readonly undoneBy?: Cause;
}

interface Notice {
  /** Revisions of its record and of the corrections of it. */
  readonly revisions: readonly number[];
  readonly steps: Readonly<Record<string, Step>>;
  readonly liftedBy?: Cause;
  readonly reinstatedBy?: Cause;
}

interface Facts {
  readonly area: string;
  readonly notices: Readonly<Record<string, Notice>>;
}

const onNotice = (facts: Facts, id: string, change: (notice: Notice) => Notice): Facts => {
  const notice = facts.notices[id];
  return notice ? { ...facts, notices: { ...facts.notices, [id]: change(notice) } } : facts;
};

const onStep = (facts: Facts, id: string, step: string, change: (found: Step) => Step): Facts =>
  onNotice(facts, id, (notice) => {
    const found = notice.steps[step];
    return found ? { ...notice, steps: { ...notice.steps, [step]: change(found) } } : notice;
  });

/** The steps as they stand from now on; one that is not among them is no longer owed. */
function restated(notice: Notice, steps: readonly { step: string; dueOn: Day }[], meta: EventMeta): Notice {
  const entries = steps.map(({ step, dueOn }) => {
    const known = notice.steps[step];
    return [step, known?.dueOn === dueOn ? known : { ...known, dueOn, by: causeOf(meta) }] as const;
  });
  return { ...notice, steps: Object.fromEntries(entries) };
}

/** Each step of an improvement notice is confirmed by its date (J10). */
export const noticeSteps = defineWatch<
  Facts,
  EventOf<
    | typeof ImprovementNoticeIssued
    | typeof ImprovementNoticeCorrected
    | typeof ImprovementNoticeVaried
    | typeof ImprovementNoticeStepConfirmed
    | typeof NoticeStepConfirmationWithdrawn
    | typeof ImprovementNoticeLifted
    | typeof ImprovementNoticeReinstated
    | typeof FactWithdrawn
  >
>({
  of: 'localArea',
  initial: (area) => ({ area, notices: {} }),
  on: {
    ImprovementNoticeIssued: (facts, { notice, steps }, meta) => ({
      ...facts,
      notices: { ...facts.notices, [notice]: restated({ revisions: [meta.revision], steps: {} }, steps, meta) },
    }),
    ImprovementNoticeCorrected: (facts, { notice, steps, corrects }, meta) => {
      const [id, found] = Object.entries(facts.notices).find(([, { revisions }]) => revisions.includes(corrects)) ?? [];
      if (id === undefined || found === undefined) return facts;
      const { [id]: _before, ...others } = facts.notices;
      const now = restated({ ...found, revisions: [...found.revisions, meta.revision] }, steps, meta);
      return { ...facts, notices: { ...others, [notice]: now } };
    },
    ImprovementNoticeVaried: (facts, { notice, steps }, meta) => onNotice(facts, notice, (found) => restated(found, steps, meta)),
    ImprovementNoticeStepConfirmed: (facts, { notice, step }, meta) =>
      onStep(facts, notice, step, (found) => ({ ...found, confirmedBy: causeOf(meta) })),
    NoticeStepConfirmationWithdrawn: (facts, { notice, step }, meta) =>
      onStep(facts, notice, step, ({ confirmedBy: _confirmed, ...found }) => ({ ...found, undoneBy: causeOf(meta) })),
    ImprovementNoticeLifted: (facts, { notice }, meta) => onNotice(facts, notice, (found) => ({ ...found, liftedBy: causeOf(meta) })),
    ImprovementNoticeReinstated: (facts, { notice }, meta) =>
      onNotice(facts, notice, ({ liftedBy: _lifted, ...found }) => ({ ...found, reinstatedBy: causeOf(meta) })),
    FactWithdrawn: (facts, { corrects }) => ({
      ...facts,
      notices: Object.fromEntries(Object.entries(facts.notices).filter(([, { revisions }]) => !revisions.includes(corrects))),
    }),
  },
  duties: ({ area, notices }) =>
    Object.entries(notices).flatMap(([notice, { steps, liftedBy, reinstatedBy }]) =>
      Object.entries(steps).map(([step, { dueOn, by, confirmedBy, undoneBy = reinstatedBy }]) => ({
        period: `${notice}.${step}`.replaceAll('~', '.'),
        from: by.effectiveOn,
        areas: [area],
        due: () => onDay(dueOn, 'the date of the step in the notice'),
        imposedBy: by,
        ...(confirmedBy && { metBy: confirmedBy }),
        ...(undoneBy && { undoneBy }),
        ...(liftedBy && { ended: { by: liftedBy, because: 'The notice was lifted' } }),
      })),
    ),
});
