import type { Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { checkDsgYear } from '../../local-area/local-area.guards';
import { plain } from '../../plain';
import { ENGLAND } from '../../timeliness/timeliness.vocabulary';
import { NationalDsgCorrected, type NationalDsgEvent } from '../national-dsg.events';
import { NationalDsgFigure } from '../national-dsg.parts.command';
import { standingBalance } from '../national-dsg.refusals';
import type { NationalDsgState } from '../national-dsg.stream';

/** Correct England's balance of the dedicated schools grant, of the same year: misread, or published anew (J9). */
export class CorrectNationalDsg extends NationalDsgFigure {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  /** Why, e.g. what was restated. */
  @IsText() reason!: string;
}

export const correctNationalDsg: Decide<CorrectNationalDsg, NationalDsgState, NationalDsgEvent> = (command, state, { now }) => {
  const said = plain(command);
  const { balance, publishedOn, source, corrects } = said;
  const known = standingBalance(state, corrects);
  const { year } = state;
  const yearEndsOn = checkDsgYear(year, publishedOn, now);
  const isSameSource = known.publisher === source.publisher && known.title === source.title;
  if (known.balance === balance && known.publishedOn === publishedOn && isSameSource) return [];
  return [NationalDsgCorrected({ area: ENGLAND, year, ...said, yearEndsOn })];
};
