import type { Found } from '@app/event-sourcing';
import { stateAfter } from '@app/event-sourcing/testing';
import { noLocalArea } from '../local-area/local-area.state';
import { registered } from '../local-area/local-area.stories';
import { localAreaStream, type LocalAreaState } from '../local-area/local-area.stream';
import { TimelinessRecorded } from './timeliness.events';

export const caseLead = { who: 'u-1', role: 'case-lead' };

/** The statistics that the Department publishes every June, and an area's own. */
export const sen2 = { publisher: 'Department for Education', title: 'Education, health and care plans, reporting year 2023' };
export const sen2Revised = { publisher: 'Department for Education', title: 'Education, health and care plans, reporting year 2024' };
export const council = { publisher: 'Oxfordshire County Council', title: 'Annual report of the SEND service' };

const area = { id: '931', state: stateAfter(localAreaStream, [registered], '931'), revision: 0, judgedBy: 'localArea-931@0' };

/** The local area as a decision finds it, and as it does not. */
export const oxfordshire: { area?: Found<LocalAreaState> } = { area };
export const nowhere: typeof oxfordshire = { area: { ...area, state: noLocalArea, revision: -1 } };

/** Oxfordshire in 2022: 27 of 667. */
export const counted = TimelinessRecorded({
  area: '931',
  year: 2022,
  basis: 'no-exceptions',
  issued: 667,
  withinTwentyWeeks: 27,
  rate: '4.0',
  standing: '4.0',
  source: sen2,
  publishedOn: '2023-06-08',
  judgedBy: 'localArea-931@0',
});

/** What the area itself published for the year, without counts. */
export const published = TimelinessRecorded({
  area: '931',
  year: 2022,
  basis: 'no-exceptions',
  rate: '5.2',
  standing: '4.0',
  source: council,
  publishedOn: '2023-03-01',
  judgedBy: 'localArea-931@0',
});
