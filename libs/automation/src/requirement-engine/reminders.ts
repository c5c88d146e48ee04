import { londonInstant, type Day, type Instant } from '@app/calendar';
import type { Action } from '@app/event-sourcing';
import type { Telling } from '../notifications/telling';
import { endOf, type Setting } from './outstanding';
import { managersOf } from './people';
import type { Recorded } from './record';
import type { Duty } from './row';

/** Time of day in London at which people are reminded: the beginning of a working day. */
const AT = '08:00';

/**
 * Whoever must act is told on each day for reminding while it is still owed (C4, reading 12). Of several days that have gone by unasked only
 * the latest is told.
 */
export function toRemind(duty: Duty, record: Recorded | undefined, setting: Setting): readonly Action[] {
  if (record?.status !== 'open') return [];
  const { moment } = setting;
  const due = duty.due(record.settings);
  if (due.remindOn === undefined || due.day !== record.due || moment.now > record.dueMoment) return [];
  if (duty.metBy !== undefined || endOf(duty, due) !== undefined) return [];
  const days = [...due.remindOn].sort().map((day) => ({ day, at: londonInstant(day, AT) }));
  const passed = days.findLast(({ at }) => at <= moment.now);
  const next = days.find(({ at }) => at > moment.now);
  return [
    ...(passed ? [{ tell: reminder(duty, record, setting, passed), step: `remind~${record.period}@${passed.day}` }] : []),
    ...(next ? [{ remindAt: next.at }] : []),
  ];
}

function reminder(duty: Duty, { id, says, due, areas }: Recorded, setting: Setting, { day, at }: { day: Day; at: Instant }): Telling {
  const { row, what } = setting;
  const { role, person } = setting.addressee({
    level: 1,
    role: duty.role ?? row.then.role,
    assignedTo: duty.assignedTo ?? managersOf(what),
  });
  const about = `requirement-${id}`;
  return {
    id: `${about}@${day}`,
    kind: 'reminder',
    about,
    role,
    ...(person === undefined ? {} : { person }),
    rule: row.rule,
    because: `${says}: due on ${due}`,
    what,
    areas,
    day: due,
    at,
  };
}
