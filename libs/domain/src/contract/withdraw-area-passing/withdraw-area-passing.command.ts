import { FreeText, type Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { everyArea, isIn, stayOf } from '../contract.areas';
import { AreaPassingWithdrawn, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding, standing } from '../contract.term';
import { workOnRecord } from '../order-records';

/** Withdraw the record that a local area passes to its successors, on whom no work is recorded yet (reading 26). */
export class WithdrawAreaPassing {
  /** Revision of the record. */
  @IsCount() corrects!: number;
  /** Why it does not stand. */
  @FreeText() @IsText() reason!: string;
}

export const withdrawAreaPassing: Decide<WithdrawAreaPassing, ContractState, ContractEvent> = ({ corrects, reason }, state) => {
  const terms = binding(state);
  const { predecessor, successors, from } = standing(
    terms.passings.find(({ revision }) => revision === corrects),
    corrects,
  );
  const without = { ...terms, passings: terms.passings.filter(({ revision }) => revision !== corrects) };
  const onward = without.passings.find((passing) => {
    const stay = stayOf(without, passing.predecessor);
    return stay === undefined || (stay.entered !== undefined && stay.entered.from > passing.from);
  });
  if (onward) {
    throw refuse('area-already-passed', {
      field: 'corrects',
      values: { predecessor: onward.predecessor, successors: onward.successors.join(', '), from: onward.from },
    });
  }
  const work = workOnRecord(state).find(({ area, day }) => successors.includes(area) && !isIn(without, area, day));
  if (work) throw refuse('area-passing-worked-on', { field: 'corrects', values: { ...work } });
  const areas = everyArea(terms);
  const staying = everyArea(without);
  return [
    AreaPassingWithdrawn({
      predecessor,
      successors: [...successors],
      from,
      areas,
      leaving: areas.filter((area) => !staying.includes(area)),
      corrects,
      reason,
    }),
  ];
};
