import { londonDay } from '@app/calendar';
import type {
  ApplicationDeclined,
  ApplicationReopened,
  ApplicationStarted,
  ApplicationWithdrawn,
  EligibilityAssessed,
  EvidenceJudged,
} from '@app/domain/events';
import type { EventMeta, EventOf } from '@app/event-sourcing';
import { workingDaysAfter } from '../requirement-engine/due';
import { causeOf, defineWatch, type Cause } from '../requirement-engine/row';

type Matter = 'route-c' | 'excellence';

/** A local area's evidence that a person has to judge. */
interface Referral {
  readonly area: string;
  readonly matter: Matter;
  readonly revision: number;
  readonly by: Cause;
  readonly judgedBy?: Cause;
  readonly endedBy?: Cause;
}

interface Facts {
  readonly programme?: string;
  readonly referrals: readonly Referral[];
  readonly endedBy?: Cause;
  readonly reopenedBy?: Cause;
}

const isOpen = ({ judgedBy, endedBy }: Referral): boolean => !judgedBy && !endedBy;
const matterOf = (rule: string): Matter => (rule === 'G22' ? 'excellence' : 'route-c');

function assessed(
  facts: Facts,
  areas: readonly { area: string; results: readonly { rule: string; result: string }[] }[],
  meta: EventMeta,
): Facts {
  const referred = areas.flatMap(({ area, results }) =>
    results.filter(({ result }) => result === 'refer').map(({ rule }) => ({ area, matter: matterOf(rule) })),
  );
  const still = ({ area, matter }: Referral) => referred.some((other) => other.area === area && other.matter === matter);
  const kept = facts.referrals.map((referral) =>
    isOpen(referral) && !still(referral) ? { ...referral, endedBy: causeOf(meta) } : referral,
  );
  const fresh = referred.filter(
    ({ area, matter }) => !kept.some((known) => isOpen(known) && known.area === area && known.matter === matter),
  );
  return { ...facts, referrals: [...kept, ...fresh.map((referral) => ({ ...referral, revision: meta.revision, by: causeOf(meta) }))] };
}

/** What the rules refer to a person is judged by a person, with reasons (G12 c, G22, reading 5). */
export const evidenceJudgement = defineWatch<
  Facts,
  EventOf<
    | typeof ApplicationStarted
    | typeof EligibilityAssessed
    | typeof EvidenceJudged
    | typeof ApplicationWithdrawn
    | typeof ApplicationDeclined
    | typeof ApplicationReopened
  >
>({
  of: 'application',
  runsFromRecording: true,
  initial: () => ({ referrals: [] }),
  on: {
    ApplicationStarted: (facts, { programme }) => ({ ...facts, programme }),
    EligibilityAssessed: (facts, { areas }, meta) => assessed(facts, areas, meta),
    EvidenceJudged: (facts, { area, matter }, meta) => ({
      ...facts,
      referrals: facts.referrals.map((referral) =>
        isOpen(referral) && referral.area === area && referral.matter === matter ? { ...referral, judgedBy: causeOf(meta) } : referral,
      ),
    }),
    ApplicationWithdrawn: (facts, _data, meta) => ({ ...facts, endedBy: causeOf(meta) }),
    ApplicationDeclined: (facts, _data, meta) => ({ ...facts, endedBy: causeOf(meta) }),
    ApplicationReopened: ({ endedBy: _ended, ...facts }, _data, meta) => ({ ...facts, reopenedBy: causeOf(meta) }),
  },
  duties: ({ programme, referrals, endedBy, reopenedBy }) =>
    referrals.map((referral) => {
      const ended = referral.endedBy ?? endedBy;
      return {
        period: `${referral.area}.${referral.matter}.r${referral.revision}`,
        from: referral.by.effectiveOn,
        areas: [referral.area],
        ...(programme !== undefined && { assignedTo: [`programme-${programme}`] }),
        due: ({ workingDays }) => workingDaysAfter(londonDay(referral.by.recordedAt), workingDays!, 'the recording of the referral'),
        imposedBy: referral.by,
        ...(referral.judgedBy && { metBy: referral.judgedBy }),
        ...(ended && { ended: { by: ended, because: 'It is no longer referred, or the application was withdrawn or declined' } }),
        ...(reopenedBy && { undoneBy: reopenedBy }),
      };
    }),
});
