import { londonDay } from '@app/calendar';
import type { Decide } from '@app/event-sourcing';
import { NOTICE_SUPPORT_OPTIONS } from '../grant-terms';
import { ProgrammeOpened, type ProgrammeEvent } from '../programme.events';
import { ProgrammeParticulars } from '../programme.parts.command';
import { refuse } from '../programme.refusals';
import { digestOf, furtherYearAfter, type ProgrammeState } from '../programme.stream';

/** Open a grant programme by its notice: what it is for, when applications close, what may be awarded and when (G1, G2, G4). */
export class OpenProgramme extends ProgrammeParticulars {}

/** What must be true of the particulars of any programme (G1, G2, G4). */
export function checkParticulars(particulars: ProgrammeParticulars, streamId: string, now: string): void {
  const { reference, publishedAt, applicationsCloseAt, fundingFrom, fundingUntil } = particulars;
  if (streamId !== reference) {
    throw refuse('programme-id-mismatch', { field: 'reference', values: { id: streamId, expected: reference } });
  }
  if (publishedAt > now) throw refuse('programme-published-in-future', { field: 'publishedAt' });
  if (applicationsCloseAt <= publishedAt) throw refuse('programme-closes-before-publication', { field: 'applicationsCloseAt' });
  const publishedOn = londonDay(publishedAt);
  if (fundingFrom < publishedOn) throw refuse('funding-before-publication', { field: 'fundingFrom', values: { publishedOn } });
  if (fundingUntil < fundingFrom) throw refuse('funding-period-reversed', { field: 'fundingUntil' });
}

export const openProgramme: Decide<OpenProgramme, ProgrammeState, ProgrammeEvent> = (command, state, { now, stream }) => {
  checkParticulars(command, stream.id, now);
  if (state.status !== 'none') {
    if (state.particulars.digest === digestOf(command)) return [];
    throw refuse('programme-already-open');
  }
  return [
    ProgrammeOpened({
      ...command,
      additionalCpvCodes: [...command.additionalCpvCodes],
      extendableUntil: furtherYearAfter(command.fundingUntil),
      options: [...NOTICE_SUPPORT_OPTIONS],
    }),
  ];
};
