import type { EscalationNotifiedAgain, EscalationRaised, EscalationRaisedToNextLevel, RequirementLapsed } from '@app/domain/events';
import type { EventOf } from '@app/event-sourcing';
import { dayInWords, instantInWords, personInWords, sentence, sentInWords, type Sent, type Told } from './words';

type Raised = EventOf<typeof EscalationRaised>['data'];
type Up = EventOf<typeof EscalationRaisedToNextLevel>['data'] | EventOf<typeof EscalationNotifiedAgain>['data'];
type Lapsed = EventOf<typeof RequirementLapsed>['data'];

/** Whom a step told. */
export interface Addressed {
  readonly level: number;
  readonly role: string;
  readonly person?: string;
  readonly insteadOf?: string;
}

/** Whom an event of an escalation tells; `undefined` where it tells nobody. */
export const addressedBy = ({ type, data }: Told): Addressed | undefined =>
  type === 'EscalationRaised' || type === 'EscalationRaisedToNextLevel' || type === 'EscalationNotifiedAgain'
    ? (data as Raised | Up)
    : undefined;

const NEED: Readonly<Record<string, string>> = {
  information: 'information',
  'departmental-intervention': 'departmental intervention',
  'additional-adviser-support': 'additional adviser support',
};

const addressedInWords = ({ level, role, person, insteadOf }: Addressed): string =>
  `level ${level}, ${personInWords(role, person)}${insteadOf === undefined ? '' : `, who covers for ${insteadOf}`}`;

/** Why an escalation was raised, whom it went to and when, and what came of it, for people to read. */
export function escalationInWords(
  events: readonly Told[],
  { rule, cause, sentOf }: { rule: string; cause: Told | undefined; sentOf: (event: Told) => readonly Sent[] },
): string[] {
  const raised = events.findLast(({ type }) => type === 'EscalationRaised');
  if (!raised) return [];
  const { rule: id, because } = raised.data as Raised;
  return [
    sentence(because),
    `Rule ${id}: “${rule}”`,
    ...events.map((event) => `${stepInWords(event, event === raised ? cause : undefined)}${sentInWords(sentOf(event))}`),
  ];
}

function stepInWords(event: Told, cause: Told | undefined): string {
  const { type, data, recordedAt, says, who, role } = event;
  const on = `On ${instantInWords(recordedAt)}`;
  if (type === 'EscalationRaised') {
    const { need, since } = data as Raised;
    return `${on} it was raised to ${addressedInWords(data as Raised)}; it is so since ${dayInWords(since)} and needs ${NEED[need]}.${higherInWords(data as Raised, cause)}`;
  }
  if (type === 'EscalationRaisedToNextLevel')
    return `${on} nobody had taken it on in time, and it went up to ${addressedInWords(data as Up)}.`;
  if (type === 'EscalationNotifiedAgain')
    return `${on} nobody had taken it on in time, and ${addressedInWords(data as Up)}, was told again.`;
  return `${on}${role === 'system' ? '' : `, by ${personInWords(role, who)}`}: ${sentence(says)}`;
}

/** Why it did not start at the level that the table gives (E3). */
function higherInWords({ level, because }: Raised, cause: Told | undefined): string {
  if (cause?.type !== 'RequirementLapsed') return '';
  const { level: usual, secondInARow } = (cause.data as Lapsed).escalation;
  if (level === usual) return '';
  const second = because.endsWith('the one before had lapsed too');
  if (second && level === secondInARow) return ' It started a level higher than usual, because the one before had lapsed too.';
  return ' It started a level higher than usual, because nobody covered for an absent person.';
}
