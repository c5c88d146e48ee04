import type { Found } from '@app/event-sourcing';
import { londonDay, type Day, type Instant } from '@app/calendar';
import type { LocalAreaState } from '../local-area/local-area.stream';
import type { PartnerState } from '../partner/partner.state';
import { entryOf } from '../entries';
import type { ProgrammeState } from '../programme/programme.stream';
import type { PackageTerms } from './support-package.parts.command';
import { refuse } from './support-package.refusals';

/** What is looked up to judge the terms of a package. */
export interface TermsFound {
  readonly partner: Found<PartnerState>;
  readonly programme?: Found<ProgrammeState>;
  readonly recipient: Found<LocalAreaState>;
}

/** Days below which a package needs a reason (G10, reading 9). */
const USUAL_DAYS = 40;

/** What must be true of the terms of any package (G6, G10). */
export function checkTerms(terms: PackageTerms, { partner, programme, recipient }: TermsFound): void {
  if (partner.state.status !== 'engaged') {
    throw refuse('package-partner-not-engaged', { field: 'partner', values: { partner: partner.id } });
  }
  if (terms.recipient === partner.state.area || partner.state.others.includes(terms.recipient)) {
    throw refuse('package-recipient-is-partner', { field: 'recipient' });
  }
  if (!recipient.state.registered) throw refuse('package-recipient-unknown', { field: 'recipient', values: { area: terms.recipient } });
  if (terms.service !== 'send') throw refuse('package-solely-send', { field: 'service' });
  const option = terms.options.find((offered) => entryOf(programme?.state.options ?? {}, offered) === undefined);
  if (option !== undefined) throw refuse('package-option-unknown', { field: 'options', values: { option } });
  const days = terms.executiveDays + terms.managementDays;
  if (days === 0) throw refuse('package-without-days', { field: 'managementDays' });
  if (days < USUAL_DAYS && terms.smallBecause === undefined) {
    throw refuse('package-small-without-reason', { field: 'smallBecause', values: { days } });
  }
}

/** The terms as they are stored, with the person-days in all. */
export const storedTerms = (partner: string, { recipient, options, executiveDays, managementDays, smallBecause }: PackageTerms) => ({
  partner,
  recipient,
  options: [...options],
  executiveDays,
  managementDays,
  days: executiveDays + managementDays,
  ...(smallBecause !== undefined && { smallBecause }),
});

/** A day on which something happened to the package: neither ahead nor before its proposal. */
export function checkPackageDay(day: Day, field: string, proposedOn: Day, now: Instant): void {
  const today = londonDay(now);
  if (day > today) throw refuse('package-day-in-future', { field, values: { day, today } });
  if (day < proposedOn) throw refuse('package-day-before-proposal', { field, values: { proposed: proposedOn } });
}
