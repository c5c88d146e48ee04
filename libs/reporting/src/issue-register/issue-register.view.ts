import { FreeText } from '@app/event-sourcing';

/** An issue in the delivery of a contract: raised, answered and closed (C15). One row per issue, by `{contract}~{issue}`. */
export class IssueRow {
  contract!: string;
  issue!: string;
  /** Local area by its id; absent where it is about the contract. */
  area?: string;
  status!: 'raised' | 'answered' | 'closed';
  raisedOn!: string;
  @FreeText() what!: string;
  answeredOn?: string;
  @FreeText() answer?: string;
}
