import type { Day } from '@app/calendar';
import type { Entries } from '../entries';
import type { CareRating, Framework, InspectionOutcome, InterventionProgramme, PartnerKind, Region } from './local-area.vocabulary';

/** A fact as it stands: the revision of the record (or of its latest correction) that says so. */
export interface Fact {
  readonly revision: number;
}

/** Name and codes from a day on. */
export interface CodesFact extends Fact {
  readonly name: string;
  readonly laCode: string;
  readonly onsCode: string;
  readonly region: Region;
  readonly from: Day;
}

/** A time with a first day and, once it is over, the first day outside it. */
export interface Period extends Fact {
  readonly from: Day;
  readonly leftOn?: Day;
}

export interface PartnerFact extends Period {
  readonly kind: PartnerKind;
  readonly name: string;
}

export interface InspectionFact extends Fact {
  readonly framework: Framework;
  readonly outcome: InspectionOutcome;
  readonly weaknesses?: number;
  readonly priorityAreas?: number;
  readonly visitedFrom: Day;
  readonly publishedOn: Day;
  readonly receivedOn?: Day;
  /** What was recorded, as text, to see whether another record says the same. */
  readonly digest: string;
}

export interface RevisitFact extends Fact {
  readonly inspection: string;
  readonly publishedOn: Day;
  readonly sufficient: number;
  readonly notSufficient: number;
  readonly digest: string;
}

export interface MonitoringInspectionFact extends Fact {
  readonly inspection: string;
  readonly publishedOn: Day;
  readonly effective: number;
  readonly notEffective: number;
  readonly digest: string;
}

export interface MonitoringReleaseFact extends Fact {
  readonly releasedOn: Day;
}

export interface CareRatingFact extends Fact {
  readonly rating: CareRating;
  readonly publishedOn: Day;
}

/** One source's figure for a year end. */
export interface DsgPositionFact extends Fact {
  /** Per cent of income, an exact decimal, negative for a deficit, or a marker. Confidential until published. */
  readonly balance: string;
  readonly publisher: string;
  readonly title: string;
  readonly publishedOn?: Day;
}

/** Every source's figure for one year end; the preferred one first. */
export type DsgYear = readonly DsgPositionFact[];

export interface InterventionFact extends Period {
  readonly programme: InterventionProgramme;
  readonly advisers: boolean;
}

export interface NoticeStepFact {
  readonly dueOn: Day;
  readonly confirmed?: { readonly on: Day; readonly revision: number };
}

export interface NoticeFact extends Fact {
  readonly issuedOn: Day;
  readonly steps: Entries<NoticeStepFact>;
  /** The words and days of the steps, as text, to see whether others say the same. */
  readonly digest: string;
  readonly lifted?: { readonly on: Day; readonly revision: number };
}

/** What is on record about a local area: every fact that stands, with the revision that says so. */
export interface LocalAreaState {
  readonly registered: boolean;
  /** Id of the local area; empty while it is not registered. */
  readonly id: string;
  /** Revision of the last event that is folded in: what has been judged was judged up to here. -1 where there is none. */
  readonly revision: number;
  /** In order of their first days. */
  readonly codes: readonly CodesFact[];
  readonly predecessors: readonly string[];
  readonly succession?: Fact & { readonly successors: readonly string[]; readonly succeededOn: Day };
  readonly partners: readonly PartnerFact[];
  readonly inspections: Entries<InspectionFact>;
  readonly revisits: Entries<RevisitFact>;
  readonly monitoringInspections: Entries<MonitoringInspectionFact>;
  /** By the id of the inspection. */
  readonly monitoringReleases: Entries<MonitoringReleaseFact>;
  readonly careRatings: readonly CareRatingFact[];
  /** By financial year, e.g. `2020-21`. */
  readonly dsg: Entries<DsgYear>;
  readonly interventions: readonly InterventionFact[];
  readonly sliPartnerships: readonly Period[];
  readonly notices: Entries<NoticeFact>;
}

export const noLocalArea: LocalAreaState = {
  registered: false,
  id: '',
  revision: -1,
  codes: [],
  predecessors: [],
  partners: [],
  inspections: {},
  revisits: {},
  monitoringInspections: {},
  monitoringReleases: {},
  careRatings: [],
  dsg: {},
  interventions: [],
  sliPartnerships: [],
  notices: {},
};

/** A fact of an area as other streams name it: `localArea-931@12`. */
export const factRef = ({ id }: Pick<LocalAreaState, 'id'>, { revision }: Fact): string => `localArea-${id}@${revision}`;

/** Up to which revision of the area something was judged: `localArea-931@12`; undefined where nothing is recorded. */
export const judgedUpTo = (area: LocalAreaState): string | undefined => (area.revision < 0 ? undefined : factRef(area, area));

/** A record as text without its source, reasons and reference: two records of the same thing have the same. */
export function digestOf(record: object): string {
  const { source: _source, reason: _reason, corrects: _corrects, ...said } = record as Record<string, unknown>;
  return JSON.stringify(Object.entries(said).sort(([one], [other]) => (one < other ? -1 : 1)));
}
