import { Confidential, FreeText } from '@app/event-sourcing';

/** A contact between the DfE SEND adviser and the NHS England SEND adviser. One row per contact, by `{case}~{contact}` (A6). */
export class AdviserContactRow {
  /** Local area by its id. */
  area!: string;
  case!: string;
  heldOn!: string;
  means!: 'phone' | 'video' | 'in-person' | 'written';
  /** Opaque ids of the advisers. */
  @Confidential('adviser-contact') dfeAdviser!: string;
  @Confidential('adviser-contact') nhsAdviser!: string;
  /** Outcome that it was about. */
  outcome?: string;
  @FreeText('management-information') summary!: string;
}
