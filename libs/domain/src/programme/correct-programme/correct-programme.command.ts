import type { Decide } from '@app/event-sourcing';
import { IsText } from '../../fields';
import { pounds } from '../../money';
import { checkParticulars } from '../open-programme/open-programme.command';
import { ProgrammeCorrected, type ProgrammeEvent } from '../programme.events';
import { ProgrammeParticulars } from '../programme.parts.command';
import { refuse } from '../programme.refusals';
import { boundPence, digestOf, furtherYearAfter, type ProgrammeState } from '../programme.stream';

/** Correct what was recorded of the notice (G1, G2, G4); what is awarded already still has to fit. */
export class CorrectProgramme extends ProgrammeParticulars {
  /** What was wrong. */
  @IsText() reason!: string;
}

export const correctProgramme: Decide<CorrectProgramme, ProgrammeState, ProgrammeEvent> = (command, state, { now, stream }) => {
  if (state.status !== 'open') throw refuse('programme-not-open');
  checkParticulars(command, stream.id, now);
  if (state.particulars.digest === digestOf(command)) return [];
  if (state.extension && command.fundingUntil !== state.fundingUntil) {
    throw refuse('programme-already-extended', { field: 'fundingUntil', values: { until: state.extension.until } });
  }
  const awarded = boundPence(state, 'initial');
  if (command.maximumPence < awarded) throw refuse('maximum-below-awards', { field: 'maximumPence', values: { awarded: pounds(awarded) } });
  const { reason, additionalCpvCodes, ...particulars } = command;
  return [
    ProgrammeCorrected({
      ...particulars,
      additionalCpvCodes: [...additionalCpvCodes],
      extendableUntil: furtherYearAfter(command.fundingUntil),
      corrects: state.particulars.revision,
      reason,
    }),
  ];
};
