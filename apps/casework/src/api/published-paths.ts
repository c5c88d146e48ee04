import { readModels } from '@app/reporting';
import { biName } from '@app/reporting/bi-view';
import { BI_READERS, biViews } from '@app/reporting/bi-views';

const EVERYONE = 'dashboard-reader';
const lists = readModels.filter(({ roles }) => roles.includes(EVERYONE)).map(({ path }) => `/v1/${path}`);
const views = biViews
  .filter((view) => (BI_READERS[view.class] as readonly string[]).includes(EVERYONE))
  .map((view) => `/feed/${biName(view)}`);
const published = [...lists, ...views];

/** Whether what a path leads to is published, so that it does not matter who looks at it (P4). */
export const isPublished = (path: string): boolean => published.some((open) => path === open || path.startsWith(`${open}/`));
