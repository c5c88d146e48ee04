/** `example`: its clock can be moved, its tokens are its own. `live`: real records. */
export const MODES = ['example', 'live'] as const;
export type Mode = (typeof MODES)[number];

/** Levels of the ladder that are held by a person for the whole unit (E3): 2 team leader, 3 deputy director. */
export const HELD_LEVELS = [2, 3] as const;
export type HeldLevel = (typeof HELD_LEVELS)[number];
