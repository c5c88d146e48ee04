import type { AwardReduced, AwardReleased } from '@app/domain/events';
import { ReleaseAward } from '@app/domain/programme/release-award/release-award.command';
import { because, defineProcess, type EventOf } from '@app/event-sourcing';

interface Award {
  /** A reduction on the partner's record that the programme has not released yet. */
  readonly reduced?: { readonly programme: string; readonly pence: number; readonly behind: ReturnType<typeof because> };
}

/** Sets money free on the programme after the partner's award was reduced: money comes free last (G2, G21). An instance per award. */
export const awardRelease = defineProcess<Award, EventOf<typeof AwardReduced | typeof AwardReleased>>({
  name: 'award-release',
  version: 1,
  inForceFrom: '2021-09-02',
  key: ({ data }) => data.award,
  initial: () => ({}),
  on: {
    AwardReduced: (_award, { pence }, meta) => ({
      reduced: { programme: meta.streamId.split('~')[1] ?? '', pence, behind: because(meta) },
    }),
    AwardReleased: ({ reduced }, { remainingPence }) => (reduced && remainingPence > reduced.pence ? { reduced } : {}),
  },
  next: ({ reduced }, { instance }) =>
    reduced === undefined
      ? []
      : [
          {
            send: Object.assign(new ReleaseAward(), { award: instance }),
            to: reduced.programme,
            step: `release~${reduced.behind.eventId}`,
            because: reduced.behind,
          },
        ],
});
