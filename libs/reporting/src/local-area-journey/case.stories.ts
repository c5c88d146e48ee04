import { CaseOpened, CaseRecordWithdrawn } from '@app/domain/events';
import type { JourneyCase } from './journey-case.view';
import { bareCase, journey, on } from './local-area-journey.stories';

/** On the case of Oxfordshire. */
export const here = on('improvementCase-931~inspection');
export const why = { reason: 'r' };
export const area = '931';
export const opening = {
  area,
  cause: 'inspection' as const,
  inspection: '2023',
  openedOn: '2023-09-18',
  ...why,
  judgedBy: 'localArea-931@3',
};
/** The case, opened from the inspection of 2023. */
export const opened = here(CaseOpened(opening), 0);
/** A record of the case, withdrawn. */
export const withdraw = (record: 'deep-dive' | 'stocktake' | 'board-meeting' | 'timeliness-progress' | 'formal-review', id: string) =>
  here(CaseRecordWithdrawn({ area, record, id, effectiveOn: '2024-03-27', corrects: 1, ...why }), 99);

/** Upon an opened case these events make this of it. */
export const shows = (events: readonly ReturnType<typeof here>[], change: Partial<JourneyCase>) =>
  journey(opened, ...events).shows({
    openCases: change.status === 'closed' ? 0 : 1,
    cases: [bareCase({ inspection: '2023', ...change })],
  });
