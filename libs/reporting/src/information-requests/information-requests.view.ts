import { FreeText } from '@app/event-sourcing';

/** A request for management information on key performance indicators. One row per request, by `{contract}~{request}` (C12). */
export class InformationRequestRow {
  contract!: string;
  request!: string;
  /** Local area by its id; absent where all areas are meant. */
  area?: string;
  status!: 'open' | 'provided' | 'cancelled';
  requestedOn!: string;
  dueOn!: string;
  providedOn?: string;
  /** Whether it was provided after its due day. */
  late?: boolean;
  @FreeText('management-information') indicators!: string;
  @FreeText('management-information') information?: string;
}
