import type { Actor, ReadModel, Tie } from '@app/event-sourcing';
import type { Filter } from '@app/read-store';

/** Contracts by their numbers and local areas by their ids that are a reader's own (P4). */
export interface Share {
  readonly contracts: readonly string[];
  readonly areas: readonly string[];
}

/** Says what is a reader's own. */
export abstract class Shares {
  abstract of(actor: Actor): Promise<Share>;
}

/** Which rows a reader reaches who reads own records alone; `undefined`: all of them (P4). */
export async function ownRecordsOf({ own }: ReadModel, actor: Actor, shares: Shares): Promise<Filter<any> | undefined> {
  const ties = own?.[actor.role];
  if (!ties) return undefined;
  const share = await shares.of(actor);
  return { any: ties.map((tie) => tiedTo(tie, share)) };
}

function tiedTo({ by, of }: Tie, { contracts, areas }: Share): Filter<any> {
  const values = of === 'areas' ? areas : of === 'contracts' ? contracts : contracts.map((number) => `contract-${number}`);
  return by === 'key' ? { keys: values } : { where: { [by]: { in: values } } };
}
