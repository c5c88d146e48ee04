import type { Announced, ReportLine, Summary } from '@app/published-data';

/** One line for people. */
export function reportLine({ line, area, what, outcome, record, column, because }: ReportLine): string {
  const place = column === undefined ? `line ${line}` : `line ${line}, ${column}`;
  const about = area === undefined ? what : `${area} ${what}`;
  return [
    `${outcome.padEnd(7)}  ${place}: ${about}`,
    record === undefined ? '' : ` → ${record}`,
    because === undefined ? '' : `. ${because}`,
  ].join('');
}

/** What was found, or done, in a few lines. */
export function summaryLines(
  { layout, dated, sha256, publishedOn, publishedOnGiven }: Announced,
  summary: Summary,
  rehearsal: boolean,
): string[] {
  const { rows, taken, skipped, refused, events } = summary;
  const recorded = Object.entries(events).map(([type, count]) => `${count} ${type}`);
  const published = publishedOnGiven
    ? `Published on ${publishedOn}`
    : `Published on ${publishedOn}: the day of this import, as nobody said (--published-on)`;
  const taking = rehearsal ? 'would be recorded' : 'recorded';
  return [
    `${rows} rows of ${layout}, sha256 ${sha256}`,
    ...(dated ? [published] : []),
    `${taken} ${taking}, ${skipped} skipped, ${refused} refused`,
    recorded.length === 0 ? 'Nothing to record' : `${rehearsal ? 'Would record' : 'Recorded'} ${recorded.join(', ')}`,
  ];
}
