import type { Feature } from '@app/event-sourcing';
import { Injectable, type Type } from '@nestjs/common';
import { CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Refused } from '@app/event-sourcing';
import { CommandFailed } from './command-errors';
import { Decider, type CommandAnswer, type CommandRequest } from './decider';
import { Metrics } from './metrics';

/** What travels on the bus: a command with its stream, actor, key and If-Match around it. One class per command, as the bus looks them up. */
class Envelope {
  constructor(readonly request: CommandRequest) {}
}

const envelopes = new Map<Feature, Type<Envelope>>();

function envelopeOf(feature: Feature): Type<Envelope> {
  let envelope = envelopes.get(feature);
  if (!envelope) {
    envelope = { [`${feature.command.name}Envelope`]: class extends Envelope {} }[`${feature.command.name}Envelope`]!;
    envelopes.set(feature, envelope);
  }
  return envelope;
}

/** The `@CommandHandler` classes of the features. */
export function commandHandlers(features: readonly Feature[]): Type<ICommandHandler>[] {
  return features.map((feature) => {
    @CommandHandler(envelopeOf(feature))
    class FeatureHandler implements ICommandHandler<Envelope> {
      constructor(private readonly decider: Decider) {}

      execute({ request }: Envelope): Promise<CommandAnswer> {
        return this.decider.handle(request);
      }
    }
    Object.defineProperty(FeatureHandler, 'name', { value: `${feature.command.name}Handler` });
    return FeatureHandler;
  });
}

/** The way in for everybody: routes, processes, the example. */
@Injectable()
export class Commands {
  constructor(
    private readonly bus: CommandBus,
    private readonly metrics: Metrics,
  ) {}

  /** @throws as {@link Decider.handle} */
  async send(request: CommandRequest): Promise<CommandAnswer> {
    const name = request.feature.command.name;
    try {
      const answer: CommandAnswer = await this.bus.execute(new (envelopeOf(request.feature))(request));
      this.metrics.command(name, answer.events.length > 0 ? 'recorded' : 'already-so');
      return answer;
    } catch (error) {
      this.metrics.command(name, error instanceof Refused ? 'refused' : error instanceof CommandFailed ? error.code : 'failed');
      throw error;
    }
  }
}
