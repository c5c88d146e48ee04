/** A column of a view for dashboards. */
export class FeedColumn {
  name!: string;
  /** `decimal`: an exact decimal as text, absent where the publisher put a marker in its place; `marker`: that marker; `list`: a list of texts. */
  type!: 'text' | 'integer' | 'decimal' | 'marker' | 'day' | 'instant' | 'boolean' | 'list';
}

/** A view that this reader may poll. */
export class FeedView {
  /** As in `/feed/{view}`, and as the view is called in the database. */
  view!: string;
  says!: string;
  /** `published`: whoever may read published figures; `vcu`: VCU staff and auditors. */
  class!: 'published' | 'vcu';
  columns!: FeedColumn[];
}

/** Every view that this reader may poll. */
export class FeedList {
  views!: FeedView[];
}

/** What became of everything under one key: the lines that now stand in the place of those that were held. */
export class FeedChange {
  key!: string;
  /** Nothing stands under this key any more. */
  deleted!: boolean;
  /** By column name; `null` where there is nothing. */
  lines!: Record<string, unknown>[];
}

/** What changed since a place in the feed, corrections and deletions included. */
export class FeedAnswer {
  view!: string;
  /** Everything up to here in the log is in this answer or was in one before, once `more` is false. */
  position?: string;
  /** Each key once, however often it changed. */
  changes!: FeedChange[];
  /** For the next question's `after`. */
  next!: string;
  /** Whether there is more already: ask again at once. */
  more!: boolean;
}
