import type { Actor, EventCatalogue, Shape } from '@app/event-sourcing';
import type { JsonObject } from '@app/event-store';
import type { AnsweredEvent, CommandAnswer } from '../decider';
import type { CommandAnswerBody, EventBody, RedactedField } from './command-answer.view';

/** Opens what a reader may see and says what was withheld. */
export interface Redaction {
  /** Whether a reader may see fields of a category at all. */
  mayRead(reader: Actor, category: string): boolean;
  present(shape: Shape, data: JsonObject, reader: Actor): Promise<{ data: JsonObject; redacted: RedactedField[] }>;
}

/** The edge: nothing classified leaves except through here. */
export class Presenter {
  constructor(
    private readonly catalogue: EventCatalogue,
    private readonly redaction: Redaction,
  ) {}

  async answer({ stream, revision, position, events }: CommandAnswer, reader: Actor): Promise<CommandAnswerBody> {
    const presented: EventBody[] = [];
    for (const event of events) presented.push(await this.event(event, stream, reader));
    return { stream, revision, ...(position !== undefined && { position }), events: presented };
  }

  async event(stored: AnsweredEvent, stream: string, reader: Actor): Promise<EventBody> {
    const { type, data } = this.catalogue.read(stored);
    const declaration = this.catalogue.declarationOf(type);
    const presented = await this.redaction.present(declaration.shape, data as JsonObject, reader);
    const { revision, id, metadata } = stored;
    return { stream, revision, id, type, says: declaration.says(data), ...presented, metadata };
  }

  mayRead(reader: Actor, category: string): boolean {
    return this.redaction.mayRead(reader, category);
  }

  row(view: Shape, row: object, reader: Actor): Promise<{ data: JsonObject; redacted: RedactedField[] }> {
    return this.redaction.present(view, row as JsonObject, reader);
  }
}
