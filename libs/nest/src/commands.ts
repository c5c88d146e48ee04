import type { Feature } from '@app/event-sourcing';
import { Injectable, type Type } from '@nestjs/common';
import { CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Refused } from '@app/event-sourcing';
import { clockMoving, CommandFailed } from './command-errors';
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
  private held = 0;
  private readonly people = new Set<Promise<unknown>>();

  constructor(
    private readonly bus: CommandBus,
    private readonly metrics: Metrics,
  ) {}

  /** While work is done, nobody is let in but the system itself: it begins when the people who are in have been answered, and others are told to come again. */
  async holdingPeople<T>(work: () => Promise<T>): Promise<T> {
    this.held += 1;
    try {
      await Promise.allSettled(this.people);
      return await work();
    } finally {
      this.held -= 1;
    }
  }

  /** @throws as {@link Decider.handle}; CommandFailed `clock-moving` while people are held */
  async send(request: CommandRequest): Promise<CommandAnswer> {
    const name = request.feature.command.name;
    try {
      const answer = await this.let(request);
      this.metrics.command(name, answer.events.length > 0 ? 'recorded' : 'already-so');
      return answer;
    } catch (error) {
      this.metrics.command(name, error instanceof Refused ? 'refused' : error instanceof CommandFailed ? error.code : 'failed');
      throw error;
    }
  }

  private async let(request: CommandRequest): Promise<CommandAnswer> {
    const execute = (): Promise<CommandAnswer> => this.bus.execute(new (envelopeOf(request.feature))(request));
    if (request.actor.role === 'system') return execute();
    if (this.held > 0) throw clockMoving();
    const answered = execute();
    this.people.add(answered);
    try {
      return await answered;
    } finally {
      this.people.delete(answered);
    }
  }
}
