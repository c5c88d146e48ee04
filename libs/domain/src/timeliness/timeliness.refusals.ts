import { defineRefusals } from '@app/event-sourcing';

export const refuse = defineRefusals({
  'timeliness-id-mismatch': { says: 'The figures of area {area} for {year} belong to {expected}, not to {id}.', rule: 'J7' },
  'timeliness-area-unknown': { says: 'There is no local area {area}.', rule: 'J1' },
  'timeliness-year-not-ended': { says: 'The year {year} has not ended: it has no figure before {yearEndsOn}.', rule: 'J7' },
  'timeliness-published-in-future': { says: '{publishedOn} lies ahead of today, {today}.', rule: 'J7' },
  'timeliness-published-too-early': { says: 'A figure of {year} cannot have been published before {yearEndsOn}.', rule: 'J7' },
  'timeliness-figure-missing': { says: 'Either both counts or the figure as published is needed.', rule: 'J7' },
  'timeliness-figure-twice': { says: 'Where the counts are known the rate is computed: leave the published figure out.', rule: 'J7' },
  'timeliness-counts-incomplete': { says: 'A rate needs both counts: plans issued, and of these within 20 weeks.', rule: 'J7' },
  'timeliness-counts-impossible': { says: 'Of {issued} plans, {withinTwentyWeeks} cannot have been issued within 20 weeks.', rule: 'J7' },
  'timeliness-rate-impossible': { says: 'A rate lies between 0 and 100 per cent; {published} does not.', rule: 'J7' },
  'timeliness-already-recorded': {
    says: 'For {year}, "{title}" of {publisher} is on record with another figure; correct that, or record what was revised.',
    rule: 'J7',
  },
  'timeliness-not-on-record': { says: 'No figure stands on record {revision}.', rule: 'J7' },
  'timeliness-already-revised': { says: 'The figure of record {revises} was revised by record {revision} already.', rule: 'J7' },
  'timeliness-publisher-differs': {
    says: 'A figure is revised by its own publisher, {publisher}; that of another is recorded beside it, and one is preferred.',
    rule: 'J7',
  },
  'timeliness-revisions-out-of-order': {
    says: 'A revised figure, {later}, cannot be older than the one it revises, {earlier}.',
    rule: 'J7',
  },
});
