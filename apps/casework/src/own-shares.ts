import type { Actor } from '@app/event-sourcing';
import { Shares, type Share } from '@app/nest';
import type { ReadStore } from '@app/read-store';
import { contractRegister } from '@app/reporting/contract-register/contract-register';

const NOTHING: Share = { contracts: [], areas: [] };
/** No professional has as many. */
const MOST_CONTRACTS = 1_000;

/** An adviser's are the contracts whose named professional they are now, and the areas of these; an LA contact's the areas of the token (P4). */
export class OwnShares extends Shares {
  constructor(private readonly readStore: Pick<ReadStore, 'find'>) {
    super();
  }

  async of({ role, subject, areas = [] }: Actor): Promise<Share> {
    if (role === 'la-contact') return { contracts: [], areas };
    if (role !== 'adviser' || subject === undefined) return NOTHING;
    const { rows } = await this.readStore.find(contractRegister, { where: { professional: subject }, limit: MOST_CONTRACTS });
    return { contracts: rows.map(({ key }) => key), areas: [...new Set(rows.flatMap(({ row }) => row.areas))] };
  }
}
