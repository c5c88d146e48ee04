import type { SqlViewOptions } from '@app/read-store';
import { biName, type BiClass } from '@app/reporting/bi-view';
import { biViews } from '@app/reporting/bi-views';

/** Database roles without a login, which an operator grants to those who read; by the classes that each reads. */
export const DATABASE_READERS: Readonly<Record<string, readonly BiClass[]>> = {
  casework_bi_published: ['published'],
  casework_bi_vcu: ['published', 'vcu'],
};

/** The views for dashboards as PostgreSQL has them, in the schema `bi`. */
export const databaseViews: SqlViewOptions = {
  schema: 'bi',
  views: biViews.map((view) => ({
    name: biName(view),
    fold: view.projection.name,
    ...(view.parts !== undefined && { parts: view.parts as string }),
    columns: Object.entries(view.columns).map(([name, [type, from, field]]) => ({
      name,
      type,
      from,
      ...(field !== undefined && { field: field as string }),
    })),
    roles: Object.keys(DATABASE_READERS).filter((role) => DATABASE_READERS[role]!.includes(view.class)),
  })),
};
