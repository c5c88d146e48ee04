import type { Telling } from '@app/automation/notifications/telling';
import type { EscalationNeed, EscalationRole } from '@app/domain/escalation/escalation.parts.command';
import type { ReadStore } from '@app/read-store';
import { localAreaJourney } from '@app/reporting/local-area-journey/local-area-journey';
import { ruleSentences } from '../docs/rule-sentences';
import type { NotificationSettings } from './notification-settings';
import { ReferenceBook } from './references';
import { filled } from './templates';

/** A message in words and in fields. */
export interface Composed {
  readonly subject: string;
  readonly text: string;
  /** What a machine reads (webhooks). */
  readonly fields: object;
}

const ROLE_IN_WORDS: Readonly<Record<EscalationRole, string>> = {
  'case-lead': 'case lead',
  'contract-manager': 'contract manager',
  'grant-manager': 'grant manager',
  'team-leader': 'team leader',
  'deputy-director': 'deputy director',
};

const NEED_IN_WORDS: Readonly<Record<EscalationNeed, string>> = {
  information: 'information',
  'departmental-intervention': 'departmental intervention',
  'additional-adviser-support': 'additional adviser support',
};

/** Writes messages in open facts only: that there is something to see, by which rule, and where (E7, P1, C20, G20). */
export class Composer {
  private readonly references: ReferenceBook;

  constructor(
    private readonly readStore: ReadStore,
    private readonly settings: NotificationSettings,
  ) {
    this.references = new ReferenceBook(readStore);
  }

  /** @throws ReadStoreUnavailable, VersionNotServing */
  async compose(telling: Telling): Promise<Composed> {
    const { kind, rule, because, need, about, level, role, what, areas, day, time } = telling;
    const { references, legalBasis } = await this.references.of(telling);
    const sentence = ruleSentences[rule] ?? '';
    const link = this.linkTo(about);
    const template = kind === 'reminder' ? this.settings.templates.reminder : this.settings.templates.escalation;
    const words = filled(template, {
      opening: openingOf(telling),
      because,
      need: need === undefined ? '' : NEED_IN_WORDS[need],
      areas: await this.namesOf(areas),
      references: references.join(' '),
      legalBasis: legalBasis ?? '',
      rule,
      sentence,
      link,
      level: level === undefined ? '' : String(level),
      role: ROLE_IN_WORDS[role],
      day,
    });
    return {
      ...words,
      fields: {
        kind,
        about,
        ...(level !== undefined && { level }),
        ...(time !== undefined && { time }),
        role,
        rule,
        sentence,
        because,
        ...(need !== undefined && { need }),
        what,
        areas,
        references,
        ...(legalBasis !== undefined && { legalBasis }),
        day,
        link,
      },
    };
  }

  /** An escalation or a requirement, by the name of its stream. */
  private linkTo(about: string): string {
    const at = about.indexOf('-');
    const collection = about.startsWith('escalation-') ? 'escalations' : 'requirements';
    return `${this.settings.link}/v1/${collection}/${encodeURIComponent(about.slice(at + 1))}`;
  }

  private async namesOf(areas: readonly string[]): Promise<string> {
    const named = await Promise.all(
      areas.map(async (area) => {
        const name = (await this.readStore.get(localAreaJourney, area)).row?.name;
        return name === undefined ? area : `${name} (${area})`;
      }),
    );
    return named.join(', ');
  }
}

function openingOf({ kind, level, role, time }: Telling): string {
  const to = `level ${level} (${ROLE_IN_WORDS[role]})`;
  switch (kind) {
    case 'raised':
      return `Escalation, ${to}`;
    case 'raised-to-next-level':
      return `Not acknowledged in time, now with ${to}`;
    case 'told-again':
      return `Not acknowledged in time, told again (${time}), ${to}`;
    case 'reopened':
      return `Reopened, ${to}`;
    case 'reminder':
      return 'Reminder';
  }
}
