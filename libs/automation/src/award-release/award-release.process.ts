import type { AwardReduced, AwardReductionReversed, AwardReleased, AwardRestored } from '@app/domain/events';
import { ReverseAwardReduction } from '@app/domain/partner/reverse-award-reduction/reverse-award-reduction.command';
import { ReleaseAward } from '@app/domain/programme/release-award/release-award.command';
import { because, defineProcess, type EventMeta, type EventOf } from '@app/event-sourcing';

type Behind = ReturnType<typeof because>;

interface Award {
  /** What the partner's record holds, which the programme has not released yet. */
  readonly reduced?: { readonly programme: string; readonly pence: number; readonly behind: Behind };
  /** Money that the programme binds again, before the partner's record says so. */
  readonly restored?: { readonly grant: string; readonly reduction: number; readonly boundPence: number; readonly behind: Behind };
}

const reducedTo = (pence: number, meta: EventMeta): Award => ({
  reduced: { programme: meta.streamId.split('~')[1] ?? '', pence, behind: because(meta) },
});

/**
 * Sets money free on the programme after the partner's award was reduced: money comes free last. Where the reduction was a mistake it is
 * bound first, on the programme, and the partner's record follows (G2, G21). An instance per award.
 */
export const awardRelease = defineProcess<
  Award,
  EventOf<typeof AwardReduced | typeof AwardReleased | typeof AwardRestored | typeof AwardReductionReversed>
>({
  name: 'award-release',
  version: 1,
  inForceFrom: '2021-09-02',
  key: ({ data }) => data.award,
  initial: () => ({}),
  on: {
    AwardReduced: (_award, { pence }, meta) => reducedTo(pence, meta),
    AwardReleased: ({ reduced }, { remainingPence }) => (reduced && remainingPence > reduced.pence ? { reduced } : {}),
    AwardRestored: (_award, { grant, reduction, boundPence }, meta) => ({
      restored: { grant, reduction, boundPence, behind: because(meta) },
    }),
    AwardReductionReversed: ({ restored }, { pence }, meta) => (restored && restored.boundPence > pence ? reducedTo(pence, meta) : {}),
  },
  next: ({ reduced, restored }, { instance }) => [
    ...(reduced
      ? [
          {
            send: Object.assign(new ReleaseAward(), { award: instance }),
            to: reduced.programme,
            step: `release~${reduced.behind.eventId}`,
            because: reduced.behind,
          },
        ]
      : []),
    ...(restored
      ? [
          {
            send: Object.assign(new ReverseAwardReduction(), {
              award: instance,
              corrects: restored.reduction,
              reason: 'The programme binds the money again',
            }),
            to: restored.grant,
            step: `reverse~${restored.behind.eventId}`,
            because: restored.behind,
          },
        ]
      : []),
  ],
});
