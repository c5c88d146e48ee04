import { REGIONS, type Region } from '@app/domain/local-area/local-area.vocabulary';

/** How publishers write regions that the vocabulary has otherwise; statistics part London in two. */
const WRITTEN: Readonly<Record<string, Region>> = {
  'inner london': 'London',
  'outer london': 'London',
  'yorkshire and the humber': 'Yorkshire and The Humber',
  east: 'East of England',
};

/** A region by its name in a file; undefined where it is none of England. */
export function regionNamed(name: string): Region | undefined {
  const written = name.toLowerCase();
  return WRITTEN[written] ?? REGIONS.find((region) => region.toLowerCase() === written);
}
