import { isDay, type Day } from '@app/calendar';
import { Problem } from '@app/nest';

export type ImportQuery = Readonly<Record<string, unknown>>;

/** What is asked of an import. */
export interface Asked {
  readonly rehearsal: boolean;
  readonly registerAreas: boolean;
  readonly publishedOn: Day;
  readonly publishedOnGiven: boolean;
}

/** @param today London day of the domain clock, which stands for a day of publication that nobody said. @throws Problem `query-invalid` */
export function askedOf(query: ImportQuery, today: Day): Asked {
  const unknown = Object.keys(query).find((name) => !['dryRun', 'registerAreas', 'publishedOn'].includes(name));
  if (unknown !== undefined) throw invalid(unknown, `An import does not take ${unknown.slice(0, 100)}.`);
  const { publishedOn } = query;
  if (publishedOn === undefined) return { ...flags(query), publishedOn: today, publishedOnGiven: false };
  if (typeof publishedOn !== 'string' || !isDay(publishedOn))
    throw invalid('publishedOn', 'publishedOn must be a day that exists, written YYYY-MM-DD.');
  if (publishedOn > today) throw invalid('publishedOn', `publishedOn lies ahead of today, ${today}.`);
  return { ...flags(query), publishedOn, publishedOnGiven: true };
}

const flags = (query: ImportQuery): Pick<Asked, 'rehearsal' | 'registerAreas'> => ({
  rehearsal: flag(query, 'dryRun'),
  registerAreas: flag(query, 'registerAreas'),
});

function flag(query: ImportQuery, name: string): boolean {
  const value = query[name];
  if (value === undefined || value === 'false') return false;
  if (value === 'true') return true;
  throw invalid(name, `${name} must be true or false.`);
}

const invalid = (field: string, says: string): Problem => new Problem(400, 'query-invalid', says, { field });
