import {
  addDays,
  addWorkingDays,
  laterBy,
  lastInstantOf,
  londonDay,
  londonInstant,
  startOfDay,
  workingDayOnOrBefore,
  type Day,
} from '@app/calendar';
import { People, type Manager, type Recipient } from './oracle-people';
import { signalsIn, type Signal } from './oracle-signals';
import { owed, type Answered } from './owed';
import type { Fact } from './owed-facts';
import type { Entry } from './world';

/** What must be known of a requirement. */
export interface Known {
  status: 'open' | 'met' | 'met-late' | 'lapsed' | 'released' | 'waived';
  due: Day;
  /** Due days of its lapses, in order; one for each time that it lapsed. */
  readonly lapses: Day[];
}

/** What must be known of an escalation. */
export interface Escalated {
  /** Who was told, in order. */
  readonly told: Recipient[];
  status: 'open' | 'acknowledged' | 'resolved' | 'withdrawn';
}

interface Requirement extends Known {
  lapsed: boolean;
  waivedFrom?: boolean;
  met?: Fact;
  /** Comes anew each time that it comes to be owed too late. */
  cause?: string;
}

interface Escalation extends Escalated {
  cause: string;
  readonly to: Manager;
  byHand: boolean;
  /** Told since the worker had looked last. */
  fresh: boolean;
  /** How often the highest level was told again. */
  again: number;
  before?: 'open' | 'acknowledged';
  /** Ended because what was owed came after all: whether that was done in time is judged again. */
  came?: boolean;
  /** When the level that was told last goes up. */
  upAt?: string;
}

/** Working days in which each level takes an escalation on. */
const PATIENCE = [0, 3, 2, 1];
const judgedAt = (due: Day): string => laterBy(lastInstantOf(due), 60_000);

/** The rules of E2 to E7 over what people recorded, looked at whenever the worker had a look. */
export class Oracle {
  readonly requirements = new Map<string, Requirement>();
  readonly escalations = new Map<string, Escalation>();
  /** Told and withdrawn in one go: whether it was to be acknowledged in between is a matter of chance. */
  readonly withdrawnAtOnce = new Set<string>();
  /** First seen to be owed in the middle of the worker's work: if they are not owed after it, it is chance whether they were imposed. */
  readonly glimpsed = new Set<string>();
  /** Requirements and the days on which whoever must act was reminded. */
  readonly reminded = new Set<string>();
  private readonly recorded: Entry[] = [];
  private readonly people = new People();
  private duties: readonly Answered[] = [];
  private counted = 0;
  private causes = 0;

  /** People, and processes that are not the alarm, recorded this. */
  record(entry: Entry): void {
    const { event, meta } = entry;
    const by = `${meta.stream}@${meta.revision}`;
    const requirement = meta.category === 'requirement' ? this.requirements.get(meta.streamId) : undefined;
    const escalation = meta.category === 'escalation' ? this.escalations.get(meta.streamId) : undefined;
    if (event.type === 'RequirementWaived') requirement!.status = 'waived';
    if (event.type === 'WaiverWithdrawn')
      Object.assign(requirement!, { status: requirement!.lapsed ? 'lapsed' : 'open', met: undefined, cause: by });
    if (event.type === 'EscalationAcknowledged') Object.assign(escalation!, { status: 'acknowledged', upAt: undefined });
    if (event.type === 'EscalationWithdrawn' && escalation!.fresh) this.withdrawnAtOnce.add(meta.streamId);
    if (event.type === 'EscalationResolved' || event.type === 'EscalationWithdrawn')
      this.end(escalation!, event.type === 'EscalationResolved' ? 'resolved' : 'withdrawn');
    if (event.type === 'EscalationReopened') {
      // Where the worker is at work meanwhile, it may have been raised anew already.
      Object.assign(escalation!, { status: isLive(escalation) ? escalation.status : escalation!.before, byHand: true, came: false });
      // It stands as before: with whom it was.
      if (escalation!.status === 'open') this.tell(escalation!, escalation!.told.at(-1)!, meta.recordedAt);
    }
    if (meta.category !== 'requirement' && meta.category !== 'escalation') this.recorded.push(entry);
    this.people.record(entry);
  }

  /** The worker has looked, and everything has settled; or it is `atWork` still. */
  look(now: string, atWork = false): void {
    if (this.counted < this.recorded.length) this.duties = owed(this.recorded);
    this.counted = this.recorded.length;
    const byId = new Map(this.duties.map((duty) => [duty.id, duty]));
    const before = new Set(this.requirements.keys());
    for (const [id, duty] of byId) this.judge(id, duty, now);
    if (atWork) for (const id of this.requirements.keys()) if (!before.has(id)) this.glimpsed.add(id);
    for (const [id, known] of this.requirements) if (!byId.has(id)) this.unfollowed(known);
    for (const [id, known] of this.requirements) this.remind(id, known, now);
    for (const [id, known] of this.requirements) this.escalate(id, byId.get(id), known, now);
    for (const signal of signalsIn(this.recorded)) this.signal(signal, now);
    for (const escalation of this.escalations.values()) {
      if (escalation.upAt === undefined || now < escalation.upAt) continue;
      const { level } = escalation.told.at(-1)!;
      escalation.upAt = undefined;
      if (level === 3 && (escalation.again += 1) > 3) continue;
      this.tell(escalation, this.people.told(Math.min(3, level + 1), escalation.to, londonDay(now)), now);
    }
    for (const [id, escalation] of this.escalations) {
      if (escalation.fresh && escalation.status === 'withdrawn') this.withdrawnAtOnce.add(id);
      escalation.fresh = false;
    }
  }

  private judge(id: string, duty: Answered, now: string): void {
    const { due, met, ended, from } = duty;
    const moment = lastInstantOf(due);
    const inTime = (one: Fact | undefined): one is Fact => one !== undefined && one.at <= moment;
    let known = this.requirements.get(id);
    if (!known) {
      if (inTime(ended) || (from !== '' && now < startOfDay(from))) return;
      this.requirements.set(id, (known = { status: 'open', due, lapses: [], lapsed: false }));
    }
    if (known.status === 'waived') return;
    if (known.status === 'released' && ended && (known.lapsed || inTime(ended))) return;
    const owedAgain = known.status === 'released' || (known.met !== undefined && known.met.event !== met?.event);
    known.met = met;
    known.due = due;
    if (inTime(met)) Object.assign(known, { status: 'met', lapsed: false });
    else if (inTime(ended)) Object.assign(known, { status: 'released', met: undefined, lapsed: false });
    else if (now < judgedAt(due)) Object.assign(known, { status: 'open', lapsed: false });
    else {
      if (!known.lapsed) known.lapses.push(due);
      if (!known.lapsed || owedAgain) known.cause = `lapse ${(this.causes += 1)}`;
      Object.assign(known, { lapsed: true, status: met ? 'met-late' : ended ? 'released' : 'lapsed' });
    }
  }

  /** C4, reading 12: 28 and 7 days before and on the day, or on the working day before; of several that went by, the latest. */
  private remind(id: string, { status, due }: Requirement, now: string): void {
    if (!id.startsWith('break_answer') || status !== 'open' || now > lastInstantOf(due)) return;
    const day = mornings(due).findLast(({ at }) => now >= at)?.day;
    if (day) this.reminded.add(`${id}@${day}`);
  }

  private unfollowed(known: Requirement): void {
    if (known.status === 'open' || known.status === 'lapsed') known.status = 'released';
  }

  private escalate(id: string, duty: Answered | undefined, known: Requirement, now: string): void {
    const raised = this.escalations.get(id);
    if (duty && known.lapsed && known.cause !== undefined && known.status !== 'waived' && !isLive(raised) && raised?.cause !== known.cause)
      this.raise(id, known.cause, this.levelOf(duty), duty.to, now);
    const escalation = this.escalations.get(id);
    const late = known.status === 'met-late' && !duty?.gone;
    const status = late && known.met!.on > known.due ? 'resolved' : 'withdrawn';
    // One that was up still when the duty lapsed anew has told of that lapse too.
    if (isLive(escalation) && known.status !== 'lapsed') escalation.cause = known.cause ?? escalation.cause;
    if (isLive(escalation) && !escalation.byHand && known.status !== 'lapsed') {
      this.end(escalation, status);
      escalation.came = late;
    } else if (escalation?.came && late) escalation.status = status;
  }

  /** A level higher where one of those that fell due last before it lapsed as well. */
  private levelOf({ level, series, due }: Answered): number {
    const before = this.duties.filter(
      (other) => series !== undefined && other.series === series && other.due < due && this.requirements.has(other.id),
    );
    const last = before
      .map((other) => other.due)
      .sort()
      .at(-1);
    return before.some((other) => other.due === last && this.stayedLapsed(other)) ? level + 1 : level;
  }

  /** One that was released after its lapse stays so; where the record shows that it was met in time, it was no lapse. */
  private stayedLapsed({ id, due, met }: Answered): boolean {
    const { status, lapsed } = this.requirements.get(id)!;
    return lapsed && !(status === 'released' && met !== undefined && met.at <= lastInstantOf(due));
  }

  private signal({ id, cause, level, to, settled }: Signal, now: string): void {
    const raised = this.escalations.get(id);
    if (!isLive(raised) && raised?.cause !== cause) this.raise(id, cause, level, to, now);
    const escalation = this.escalations.get(id)!;
    if (!settled || !isLive(escalation)) return;
    escalation.cause = cause; // of which it has told, whatever it was raised for
    if (!escalation.byHand) this.end(escalation, settled);
  }

  private raise(id: string, cause: string, level: number, to: Manager, now: string): void {
    const escalation: Escalation = {
      cause,
      to,
      byHand: false,
      again: 0,
      fresh: false,
      status: 'open',
      told: this.escalations.get(id)?.told ?? [],
    };
    this.escalations.set(id, escalation);
    this.tell(escalation, this.people.told(level, to, londonDay(now)), now);
  }

  private tell(escalation: Escalation, recipient: Recipient, now: string): void {
    escalation.told.push(recipient);
    escalation.fresh = true;
    escalation.upAt = judgedAt(addWorkingDays(londonDay(now), PATIENCE[recipient.level]!).day);
  }

  private end(escalation: Escalation, status: 'resolved' | 'withdrawn'): void {
    Object.assign(escalation, { before: escalation.status, status, upAt: undefined, came: false });
  }
}

const morningsOf = new Map<Day, readonly { day: Day; at: string }[]>();
function mornings(due: Day): readonly { day: Day; at: string }[] {
  const days = () => [28, 7, 0].map((before) => workingDayOnOrBefore(addDays(due, -before)));
  if (!morningsOf.has(due))
    morningsOf.set(
      due,
      days().map((day) => ({ day, at: londonInstant(day, '08:00') })),
    );
  return morningsOf.get(due)!;
}

const isLive = (escalation: Escalation | undefined): escalation is Escalation & { status: 'open' | 'acknowledged' } =>
  escalation?.status === 'open' || escalation?.status === 'acknowledged';
