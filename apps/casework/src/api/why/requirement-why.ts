import { londonDay } from '@app/calendar';
import type { RequirementImposed, RequirementLapsed, RequirementMet, RequirementMetLate, RequirementRescheduled } from '@app/domain/events';
import type { EventOf } from '@app/event-sourcing';
import { dayInWords, instantInWords, listed, personInWords, sentence, sentInWords, type Reminded, type Told } from './words';
import type { WhyDue } from './why.view';

type Imposed = EventOf<typeof RequirementImposed>['data'];
type Rescheduled = EventOf<typeof RequirementRescheduled>['data'];
type Lapsed = EventOf<typeof RequirementLapsed>['data'];
type Met = EventOf<typeof RequirementMet>['data'] | EventOf<typeof RequirementMetLate>['data'];

/** What the table of requirements says of a kind, in words. */
export interface RowWords {
  readonly metBy: string;
  readonly endsWith: string;
}

/** What is on record of one requirement. */
export interface RequirementHistory {
  readonly imposed: Imposed;
  /** The due day in force, as it was imposed or last moved. */
  readonly due: WhyDue;
  /** The lapse that stands or the last one there was; absent where nothing lapsed. */
  readonly lapse?: { readonly data: Lapsed; readonly at: string };
  readonly met?: Met;
}

const dueOf = ({ due, dueMoment, because, counted, remindOn }: Imposed | Rescheduled): WhyDue => ({
  day: due,
  dueMoment,
  because,
  countedFrom: counted.from,
  unit: counted.unit,
  count: counted.count,
  skipped: counted.skipped.map((skipped) => ({ ...skipped })),
  ...(counted.calendarVersion !== undefined && { calendarVersion: counted.calendarVersion }),
  ...(remindOn !== undefined && { remindOn: [...remindOn] }),
});

/** @returns `undefined` where the events do not begin with an imposition */
export function historyOf(events: readonly Told[]): RequirementHistory | undefined {
  const [first] = events;
  if (first?.type !== 'RequirementImposed') return undefined;
  const imposed = first.data as Imposed;
  let history: RequirementHistory = { imposed, due: dueOf(imposed) };
  for (const { type, data, recordedAt } of events) {
    if (type === 'RequirementRescheduled') history = { ...history, due: dueOf(data as Rescheduled) };
    if (type === 'RequirementLapsed') history = { ...history, lapse: { data: data as Lapsed, at: recordedAt } };
    if (type === 'RequirementMet' || type === 'RequirementMetLate') history = { ...history, met: data as Met };
    if (type === 'RequirementReopened') history = without(history);
  }
  return history;
}

const without = ({ met: _met, ...history }: RequirementHistory): RequirementHistory => history;

/** `4 Saturdays, 4 Sundays and Good Friday (29 March 2024)`. */
function skippedInWords(skipped: WhyDue['skipped']): string {
  const weekend = (name: 'Saturday' | 'Sunday'): string[] => {
    const count = skipped.filter(({ because }) => because === name).length;
    return count === 0 ? [] : [`${count} ${name}${count === 1 ? '' : 's'}`];
  };
  const holidays = skipped.filter(({ because }) => because !== 'Saturday' && because !== 'Sunday');
  return listed([...weekend('Saturday'), ...weekend('Sunday'), ...holidays.map(({ day, because }) => `${because} (${dayInWords(day)})`)]);
}

/** How a requirement came about, how its due day was counted, and what became of it, for people to read. */
export function requirementInWords(
  events: readonly Told[],
  { imposed, due }: RequirementHistory,
  {
    rule,
    row,
    cause,
    met,
    reminded = [],
  }: { rule: string; row: RowWords | undefined; cause: Told | undefined; met: Told | undefined; reminded?: readonly Reminded[] },
): string[] {
  const by =
    cause &&
    `${sentence(cause.says).slice(0, -1)}, recorded on ${instantInWords(cause.recordedAt)} by ${personInWords(cause.role, cause.who)}`;
  return [
    `What is owed: ${sentence(lowered(imposed.says))}`,
    `Rule ${imposed.rule} asks for it: “${rule}”`,
    `It is owed from ${dayInWords(imposed.from)}${by === undefined ? '' : ` because of this: ${by}`}.`,
    `It is due by the end of ${dayInWords(due.day)}, London time: ${due.because}.`,
    ...(due.skipped.length > 0
      ? [`Passed over in the counting: ${skippedInWords(due.skipped)} (calendar ${due.calendarVersion ?? 'without a version'}).`]
      : []),
    ...(imposed.settings.length > 0 ? [`In force when it was imposed: ${listed(imposed.settings.map(settingInWords))}.`] : []),
    ...(due.remindOn ? [`Whoever must act is reminded on ${listed([...due.remindOn].sort().map(dayInWords))}.`] : []),
    ...(row ? [`It is met by ${row.metBy}; it ends with ${row.endsWith}.`] : []),
    ...reminded.map(({ on, sent }) => `Reminded on ${dayInWords(on)}.${sentInWords(sent)}`),
    ...events.slice(1).map((event) => stepInWords(event, met)),
  ];
}

function stepInWords({ type, data, recordedAt, says, who, role }: Told, met: Told | undefined): string {
  if (type === 'RequirementLapsed') {
    const { due, readUpTo, pastWhenImposed } = data as Lapsed;
    if (pastWhenImposed) {
      return `It lapsed on ${instantInWords(recordedAt)}: it had been due on ${dayInWords(due)}, which was past when what asks for it was recorded.`;
    }
    return `It lapsed on ${instantInWords(recordedAt)}: the record had been read up to place ${readUpTo}, and nothing that meets it had been recorded by the end of ${dayInWords(due)}.`;
  }
  if (type === 'RequirementMet' || type === 'RequirementMetLate') {
    const { by, recordedAt: when, effectiveOn } = data as Met;
    const what = met && `${met.stream}@${met.revision}` === by ? `: ${sentence(met.says)}` : ` by ${by}.`;
    const late =
      'daysLate' in data
        ? (data as { daysLate: number }).daysLate === 1
          ? ', 1 day late'
          : `, ${(data as { daysLate: number }).daysLate} days late`
        : ' in time';
    const inTime = 'due' in data && effectiveOn <= (data as { due: string }).due;
    const done = inTime ? ` in the record, although it was done in time, on ${dayInWords(effectiveOn)}` : '';
    return `It was met on ${dayInWords(londonDay(when))}${late}${done}${what}`;
  }
  const whose = role === 'system' ? '' : `, by ${personInWords(role, who)}`;
  return `On ${instantInWords(recordedAt)}${whose}: ${sentence(says)}`;
}

/** `firstReminderDays` and 28: `first reminder days: 28`. */
const settingInWords = ({ name, value }: { name: string; value: number }): string =>
  `${name.replaceAll(/(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Z])/g, ' ').toLowerCase()}: ${value}`;

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
