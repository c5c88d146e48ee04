import type { Decide } from '@app/event-sourcing';
import { plain } from '../../plain';
import { checkDay, checkNewRecord, open } from '../case.guards';
import { TimelinessProgress } from '../case.parts.command';
import type { CaseState } from '../case.state';
import { TimelinessProgressReported, type CaseEvent } from '../improvement-case.events';
import { refuse } from '../improvement-case.refusals';

/** Record an update to VCU on EHC plan timeliness and adherence to the statutory requirements (A3). */
export class ReportTimelinessProgress extends TimelinessProgress {}

export const reportTimelinessProgress: Decide<ReportTimelinessProgress, CaseState, CaseEvent> = (command, state, { now }) => {
  const { report, reportedOn } = command;
  const known = open(state);
  if (known.cause !== 'timeliness') throw refuse('timeliness-progress-not-here');
  checkNewRecord(state, 'timeliness-progress', report, 'report');
  checkDay(reportedOn, 'reportedOn', known, now);
  return [TimelinessProgressReported({ ...plain(command), area: known.area })];
};
