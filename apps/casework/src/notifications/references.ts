import type { Telling } from '@app/automation/notifications/telling';
import { LEGAL_BASIS } from '@app/domain/programme/grant-terms';
import type { ReadStore } from '@app/read-store';
import { applicationRegister } from '@app/reporting/application-register/application-register';
import { contractRegister } from '@app/reporting/contract-register/contract-register';
import type { ContractRow } from '@app/reporting/contract-register/contract-register.view';
import { packageRegister } from '@app/reporting/package-register/package-register';
import { riskRegister } from '@app/reporting/risk-register/risk-register';

/** What stands on correspondence about a thing: references of contracts (C20), reference and legal basis of a grant (G4, G20). */
export interface References {
  readonly references: readonly string[];
  readonly legalBasis?: string;
}

const NONE: References = { references: [] };
const ofGrant = (programme: string | undefined): References =>
  programme === undefined ? NONE : { references: [programme], legalBasis: LEGAL_BASIS };
const ofContract = (number: string, row: ContractRow | undefined): References => ({ references: [number, ...(row?.references ?? [])] });
const programmeOf = (grant: string): string | undefined => grant.split('~')[1];

/** A contract that binds, or did on the day. */
const BINDING: readonly ContractRow['status'][] = ['binding', 'ended-early', 'completed'];

/** Most contracts that are looked at for a local area. */
const CONTRACTS = 200;

/** Looks up what stands on correspondence about a stream; on a case or a local area, the contracts that bind for it. */
export class ReferenceBook {
  constructor(private readonly readStore: ReadStore) {}

  /** @throws ReadStoreUnavailable, VersionNotServing */
  async of({ what, areas, day }: Pick<Telling, 'what' | 'areas' | 'day'>): Promise<References> {
    const at = what.indexOf('-');
    const [category, id] = [what.slice(0, at), what.slice(at + 1)];
    switch (category) {
      case 'contract':
        return this.contract(id);
      case 'programme':
        return ofGrant(id);
      case 'partner':
        return ofGrant(programmeOf(id));
      case 'application':
        return ofGrant((await this.readStore.get(applicationRegister, id)).row?.programme);
      case 'supportPackage':
        return ofGrant(programmeOf((await this.readStore.get(packageRegister, id)).row?.partner ?? ''));
      case 'risk':
        return this.risk(id, areas, day);
      default:
        return this.contractsFor(areas, day);
    }
  }

  private async risk(id: string, areas: readonly string[], day: string): Promise<References> {
    const { contract, grant } = (await this.readStore.get(riskRegister, id)).row ?? {};
    if (contract === undefined && grant === undefined) return this.contractsFor(areas, day);
    const own = contract === undefined ? NONE : await this.contract(contract);
    const granted = grant === undefined ? NONE : ofGrant(programmeOf(grant));
    return { ...granted, references: [...own.references, ...granted.references] };
  }

  private async contract(number: string): Promise<References> {
    return ofContract(number, (await this.readStore.get(contractRegister, number)).row);
  }

  private async contractsFor(areas: readonly string[], day: string): Promise<References> {
    const { rows } = await this.readStore.find(contractRegister, { where: { endsOn: { from: day } }, orderBy: 'endsOn', limit: CONTRACTS });
    const own = rows.filter(
      ({ row }) => BINDING.includes(row.status) && row.commencesOn <= day && row.areas.some((area) => areas.includes(area)),
    );
    return { references: own.flatMap(({ key, row }) => ofContract(key, row).references) };
  }
}
