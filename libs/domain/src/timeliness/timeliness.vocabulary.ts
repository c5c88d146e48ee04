/** Which plans a rate counts: those without exceptional cases, or all of them (SEN2: exceptions excluded, exceptions included). */
export const TIMELINESS_BASES = ['no-exceptions', 'with-exceptions'] as const;
export type TimelinessBasis = (typeof TIMELINESS_BASES)[number];

/** A basis as people say it. */
export const BASIS_SAYS: Readonly<Record<TimelinessBasis, string>> = {
  'no-exceptions': 'exceptions excluded',
  'with-exceptions': 'exceptions included',
};

/** Stands in the place of a local area where the figure is the whole country's. */
export const ENGLAND = 'england';

/** First year in which education, health and care plans were issued. */
export const FIRST_YEAR = 2014;
export const LAST_YEAR = 2100;
