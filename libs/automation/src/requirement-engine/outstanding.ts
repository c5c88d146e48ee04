import { lastInstantOf, laterBy, londonDay, startOfDay, type Day, type Instant } from '@app/calendar';
import type { SettledBecause } from '@app/domain/escalation/escalation.parts.command';
import { RaiseEscalation } from '@app/domain/escalation/raise-escalation/raise-escalation.command';
import { SettleEscalation } from '@app/domain/escalation/settle-escalation/settle-escalation.command';
import { ImposeRequirement, requirementId } from '@app/domain/requirement/impose-requirement/impose-requirement.command';
import { LAPSE_AFTER, LapseRequirement } from '@app/domain/requirement/lapse-requirement/lapse-requirement.command';
import { MeetRequirement } from '@app/domain/requirement/meet-requirement/meet-requirement.command';
import { ReleaseRequirement } from '@app/domain/requirement/release-requirement/release-requirement.command';
import { ReopenRequirement } from '@app/domain/requirement/reopen-requirement/reopen-requirement.command';
import { RestateRequirementAreas } from '@app/domain/requirement/restate-requirement-areas/restate-requirement-areas.command';
import { RescheduleRequirement } from '@app/domain/requirement/reschedule-requirement/reschedule-requirement.command';
import type { Action, Moment } from '@app/event-sourcing';
import { managersOf, type Addressee, type Rung } from './people';
import type { Recorded } from './record';
import { followingEscalation, type Cause, type Due, type Duty, type Ended, type RequirementRow } from './row';

/** What a duty and its record are compared in. */
export interface Setting {
  readonly row: RequirementRow;
  /** Stream that the requirement concerns. */
  readonly what: string;
  readonly facts: unknown;
  /** Who is told today. */
  readonly addressee: (rung: Rung) => Addressee;
  /** The last event that the facts were folded from. */
  readonly last: Cause;
  readonly moment: Moment;
}

type SettledByItself = Exclude<SettledBecause, 'by-decision'>;

const asked = <T extends object>(command: new () => T, body: T): T => Object.assign(new command(), body);
const caused = ({ eventId, correlationId }: Cause) => ({ eventId, correlationId });
const inTime = (recordedAt: Instant, due: Due): boolean => recordedAt <= lastInstantOf(due.day);
/** What ended a duty with that due day first, where something did. */
export const endOf = ({ ended = [] }: Duty, due: Due): Ended | undefined =>
  [ended]
    .flat()
    .filter(({ lastDay }) => lastDay === undefined || due.day > lastDay)
    .reduce<Ended | undefined>((first, one) => (first && first.by.recordedAt <= one.by.recordedAt ? first : one), undefined);
/** What meets and what ends it. */
const settlers = (duty: Duty, due: Due): readonly Cause[] => [duty.metBy, endOf(duty, due)?.by].filter((by) => by !== undefined);
const reminders = ({ remindOn }: Due) => (remindOn === undefined ? {} : { remindOn: [...remindOn] });

/** What is owed and is not on record yet is imposed when its time has come. */
export function toImpose(duty: Duty, { row, what, moment }: Setting): Action | undefined {
  const { effectiveOn, recordedAt } = duty.imposedBy;
  if ((row.watch.runsFromRecording ? londonDay(recordedAt) : effectiveOn) < row.inForceFrom) return undefined;
  const due = duty.due(row.settings);
  const ended = endOf(duty, due);
  if (ended && inTime(ended.by.recordedAt, due)) return undefined;
  const begins = startOfDay(duty.from);
  if (moment.now < begins) return { remindAt: begins };
  const { period, from, areas, imposedBy } = duty;
  const { definition, rule } = row;
  const send = asked(ImposeRequirement, {
    definition,
    rule,
    says: duty.says ?? row.says,
    what,
    period,
    from,
    areas: [...areas],
    due: due.day,
    ...reminders(due),
    because: due.because,
    counted: due.counted,
    settings: Object.entries(row.settings).map(([name, value]) => ({ name, value })),
    imposedBy: { event: imposedBy.event, effectiveOn: imposedBy.effectiveOn },
    escalation: followingEscalation(row),
  });
  return { send, to: requirementId({ definition, what, period }), step: `impose~${period}`, because: caused(imposedBy) };
}

/** Whether a duty that is past counts as lapsed once everything has been said about it: also where several lapses are caught up with at once. */
export function staysLapsed(duty: Duty, record: Recorded): boolean {
  if (record.status === 'waived') return record.lapsed;
  const due = duty.due(record.settings);
  return !settlers(duty, due).some(({ recordedAt }) => inTime(recordedAt, due));
}

/**
 * What has to be said about a requirement on record so that it agrees with what is owed; `undefined` where it does. `again`: the period
 * before has lapsed too.
 */
export function toReconcile(duty: Duty | undefined, record: Recorded, again: () => boolean, setting: Setting): Action | undefined {
  switch (record.status) {
    case 'met':
    case 'met-late':
      return (
        (duty && (toReopenMet(duty, record, setting) ?? toMeetAnew(duty, record, setting))) ??
        toSettle(record, setting, howMet(duty, record))
      );
    case 'released':
      return (duty && toReopenReleased(duty, record, setting)) ?? toSettle(record, setting, 'released');
    case 'waived':
      return toSettle(record, setting, 'waived');
    case 'open':
      return toSettle(record, setting, 'rescheduled') ?? toAnswerOpen(duty, record, setting);
    case 'lapsed':
      return toAnswerLapsed(duty, record, again, setting);
  }
}

/** Done by its due day and recorded after it, nothing was wrong but the record (E2). */
function howMet(duty: Duty | undefined, { status, met, due, settings }: Recorded): SettledByItself {
  if (status === 'met') return 'met-in-time';
  return met === undefined ? 'met-late' : howLate(met, duty?.due(settings).day ?? due, duty);
}

function howLate({ effectiveOn }: { effectiveOn: Day }, due: Day, duty: Duty | undefined): SettledByItself {
  if (duty?.causeGone) return 'cause-ended';
  return effectiveOn <= due ? 'done-in-time' : 'met-late';
}

function toAnswerOpen(duty: Duty | undefined, record: Recorded, setting: Setting): Action | undefined {
  if (duty === undefined) return toRelease(record, setting.last, NO_LONGER_FOLLOWS);
  const { metBy } = duty;
  const ended = endOf(duty, duty.due(record.settings));
  const moved = toReschedule(duty, record);
  if (moved) return moved;
  if (metBy && metBy.recordedAt <= record.dueMoment) return toMeet(record, metBy);
  const restated = toRestate(duty, record, setting);
  if (restated) return restated;
  if (ended && ended.by.recordedAt <= record.dueMoment) return toRelease(record, ended.by, ended.because);
  const judged = laterBy(record.dueMoment, LAPSE_AFTER);
  if (setting.moment.now < judged) return { remindAt: judged };
  return {
    send: asked(LapseRequirement, { readUpTo: setting.moment.readUpTo }),
    ...toRecord(record, 'lapse'),
    because: caused(record.last),
  };
}

/**
 * Whoever was told is released first of all: an escalation that needs nobody goes up no further, however much there is to say besides. Of
 * what no longer follows nobody is told.
 */
function toAnswerLapsed(duty: Duty | undefined, record: Recorded, again: () => boolean, setting: Setting): Action | undefined {
  const over = record.raised?.cause === record.lapse?.event ? overBy(duty, record, setting) : undefined;
  const released = over && toSettle(record, setting, over.because, over.by);
  if (released) return released;
  if (duty === undefined) return toRelease(record, setting.last, NO_LONGER_FOLLOWS);
  const moved = toReschedule(duty, record);
  if (moved) return moved;
  const { metBy } = duty;
  if (metBy && metBy.recordedAt <= record.dueMoment) return toMeet(record, metBy);
  const restated = !metBy && toRestate(duty, record, setting);
  if (restated) return restated;
  const escalated = toEscalate(duty, record, again, setting);
  if (escalated) return escalated;
  if (metBy) return toMeet(record, metBy);
  const ended = endOf(duty, duty.due(record.settings));
  return ended && toRelease(record, ended.by, ended.because);
}

/** Why and by what the lapse needs nobody any more, as the facts have it; `undefined` where it still does. */
function overBy(
  duty: Duty | undefined,
  { settings }: Recorded,
  { last, moment }: Setting,
): { readonly because: SettledByItself; readonly by: Cause } | undefined {
  if (duty === undefined) return { because: 'released', by: last };
  const due = duty.due(settings);
  const { metBy, undoneBy, imposedBy } = duty;
  const ended = endOf(duty, due)?.by;
  if (metBy && inTime(metBy.recordedAt, due)) return { because: 'met-in-time', by: metBy };
  if (ended && inTime(ended.recordedAt, due)) return { because: 'released', by: ended };
  if (moment.now < laterBy(lastInstantOf(due.day), LAPSE_AFTER)) return { because: 'rescheduled', by: undoneBy ?? imposedBy };
  if (metBy) return { because: howLate(metBy, due.day, duty), by: metBy };
  return ended && { because: 'released', by: ended };
}

const NO_LONGER_FOLLOWS = 'It no longer follows from what is on record';

const toRecord = ({ id, period, revision }: Recorded, what: string) => ({ to: id, step: `${what}~${period}@${revision}` });

function toReschedule(duty: Duty, record: Recorded): Action | undefined {
  const due = duty.due(record.settings);
  if (due.day === record.due) return undefined;
  const by = duty.undoneBy ?? duty.imposedBy;
  const settledAt = settlers(duty, due)
    .map(({ recordedAt }) => recordedAt)
    .sort()[0];
  const send = asked(RescheduleRequirement, {
    due: due.day,
    ...reminders(due),
    because: due.because,
    counted: due.counted,
    imposedBy: { event: by.event, effectiveOn: by.effectiveOn },
    ...(settledAt === undefined ? {} : { settledAt }),
  });
  return { send, ...toRecord(record, 'reschedule'), because: caused(by) };
}

/** Open duties pass with an area to its successors; what is settled stays with whom it was owed for (reading 26). */
function toRestate({ areas }: Duty, record: Recorded, { last }: Setting): Action | undefined {
  if ([...areas].sort().join() === [...record.areas].sort().join()) return undefined;
  const send = asked(RestateRequirementAreas, { areas: [...areas], by: last.event });
  return { send, ...toRecord(record, 'restate'), because: caused(last) };
}

const toMeet = (record: Recorded, by: Cause): Action => ({
  send: asked(MeetRequirement, { by: by.event, recordedAt: by.recordedAt, effectiveOn: by.effectiveOn }),
  ...toRecord(record, 'meet'),
  because: caused(by),
});

const toRelease = (record: Recorded, by: Cause, because: string): Action => ({
  send: asked(ReleaseRequirement, { by: by.event, because }),
  ...toRecord(record, 'release'),
  because: caused(by),
});

const toReopen = (record: Recorded, by: Cause, because: string): Action => ({
  send: asked(ReopenRequirement, { correction: by.event, because }),
  ...toRecord(record, 'reopen'),
  because: caused(by),
});

/**
 * What was settled keeps the due day by which it was judged (E2): where that day moves, it is opened again only if it would be judged
 * otherwise, in time for late or late for in time. Whether what came late was done in time goes by the day as it is now.
 */
function toReopenMet(duty: Duty, record: Recorded, { last }: Setting): Action | undefined {
  const by = duty.undoneBy ?? last;
  if (duty.metBy?.event !== record.met?.by) return toReopen(record, by, 'What met it was corrected, returned or withdrawn');
  const due = duty.due(record.settings);
  const judgedOtherwise =
    record.met !== undefined && due.day !== record.due && inTime(record.met.recordedAt, due) !== (record.status === 'met');
  return judgedOtherwise ? toReopen(record, by, 'The due day has moved') : undefined;
}

/** What met it late was true on another day, as a correction has it: whether it was done in time is said anew. */
function toMeetAnew({ metBy }: Duty, record: Recorded, { last }: Setting): Action | undefined {
  if (metBy === undefined || record.status !== 'met-late' || metBy.effectiveOn === record.met?.effectiveOn) return undefined;
  return { ...toMeet(record, metBy), because: caused(last) };
}

function toReopenReleased(duty: Duty, record: Recorded, { last }: Setting): Action | undefined {
  const due = duty.due(record.settings);
  const ended = endOf(duty, due);
  if (ended && (record.lapsed || inTime(ended.by.recordedAt, due))) return undefined;
  return toReopen(record, duty.undoneBy ?? last, 'What had ended it was undone');
}

function toEscalate(duty: Duty, record: Recorded, again: () => boolean, setting: Setting): Action | undefined {
  const { row, facts, what, addressee } = setting;
  const { lapse, raised } = record;
  if (lapse === undefined) return undefined;
  if (row.watch.then) {
    const then = row.watch.then(facts, record.period, lapse, addressee);
    return then && { ...then, step: `then~${record.period}@${lapse.event}`, because: caused(lapse) };
  }
  if (raised && (raised.live || raised.cause === lapse.event)) return undefined;
  const { level: usual, need, secondInARow } = record.escalation;
  const starts = secondInARow !== undefined && again() ? secondInARow : usual;
  const { level, role, person, insteadOf } = addressee({
    level: starts,
    role: duty.role ?? row.then.role,
    assignedTo: duty.assignedTo ?? managersOf(what),
  });
  const send = asked(RaiseEscalation, {
    cause: lapse.event,
    rule: row.rule,
    level,
    role,
    ...(person === undefined ? {} : { person }),
    ...(insteadOf === undefined ? {} : { insteadOf }),
    need,
    because: becauseOf(record, starts !== usual),
    what,
    areas: [...record.areas],
    since: record.due,
  });
  return { send, to: record.id, step: `raise~${record.period}@${lapse.event}`, because: caused(lapse) };
}

function becauseOf({ says, due, pastWhenImposed }: Recorded, again: boolean): string {
  const lapse = pastWhenImposed ? `it was due on ${due}, before what asks for it was recorded` : `nothing was recorded by ${due}`;
  return `${says}: ${lapse}${again ? '; the one before had lapsed too' : ''}`;
}

function toSettle(
  { period, id, raised, last }: Recorded,
  { row }: Setting,
  because: SettledByItself,
  by: Cause = last,
): Action | undefined {
  if (row.watch.then || !raised || raised.byHand) return undefined;
  if (!raised.live && !(raised.because !== because && comes(raised.because) && comes(because))) return undefined;
  return {
    send: asked(SettleEscalation, { cause: raised.cause, because, by: by.event }),
    to: id,
    step: `settle~${period}@${raised.revision}`,
    because: caused(by),
  };
}

/** Whether it ended because what was owed came after all: then it is judged again where the day of that is corrected. */
const comes = (because: SettledBecause | undefined): boolean => because === 'met-late' || because === 'done-in-time';
