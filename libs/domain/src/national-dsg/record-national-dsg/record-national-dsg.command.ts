import type { Decide } from '@app/event-sourcing';
import { IsFinancialYear } from '../../local-area/financial-year';
import { checkDsgYear } from '../../local-area/local-area.guards';
import { plain } from '../../plain';
import { ENGLAND } from '../../timeliness/timeliness.vocabulary';
import { NationalDsgRecorded, type NationalDsgEvent } from '../national-dsg.events';
import { NationalDsgFigure } from '../national-dsg.parts.command';
import { refuse } from '../national-dsg.refusals';
import { nationalDsgId, type NationalDsgState } from '../national-dsg.stream';

/** Record England's cumulative balance of the dedicated schools grant at a year end, as published: what areas are held against (J9, G13). */
export class RecordNationalDsg extends NationalDsgFigure {
  /** Financial year, e.g. `2021-22`; the stream is the same with `_`. */
  @IsFinancialYear() year!: string;
}

export const recordNationalDsg: Decide<RecordNationalDsg, NationalDsgState, NationalDsgEvent> = (
  command,
  { standing },
  { now, stream },
) => {
  const said = plain(command);
  const { year, balance, publishedOn, source } = said;
  const expected = nationalDsgId(year);
  if (stream.id !== expected) throw refuse('national-dsg-id-mismatch', { field: 'year', values: { year, expected, id: stream.id } });
  const yearEndsOn = checkDsgYear(year, publishedOn, now);
  if (standing) {
    const { publisher, title } = standing;
    const isSame = standing.balance === balance && standing.publishedOn === publishedOn && publisher === source.publisher;
    if (isSame && title === source.title) return [];
    throw refuse('national-dsg-already-recorded', { field: 'balance', values: { publisher, year } });
  }
  return [NationalDsgRecorded({ area: ENGLAND, ...said, yearEndsOn })];
};
