import { features } from '@app/domain';
import {
  ActorGuard,
  AsOf,
  AreaDirectory,
  Authentication,
  Automation,
  commandControllers,
  commandHandlers,
  Comparer,
  comparisonControllers,
  Commands,
  Currency,
  Decider,
  Freshness,
  Histories,
  ListComparer,
  listComparisonControllers,
  ListReader,
  liveControllers,
  LiveLists,
  Metrics,
  Outbox,
  PastLists,
  Presenter,
  ProcessRunner,
  ReadLog,
  readModelControllers,
  Shares,
  Summaries,
} from '@app/nest';
import { processes } from '@app/automation';
import { VCU } from '@app/domain/roles';
import type { Telling } from '@app/automation/notifications/telling';
import { ReadStore } from '@app/read-store';
import { readModels } from '@app/reporting';
import { streamSubjects } from '@app/reporting/timeline/stream-subjects';
import { filterExamples } from '@app/reporting/filter-examples';
import { localAreaJourney } from '@app/reporting/local-area-journey/local-area-journey';
import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';
import { AdminController } from './api/admin.controller';
import { EventsController } from './api/events.controller';
import { ExportController } from './api/export.controller';
import { FeedController } from './api/feed.controller';
import { FoldsController } from './api/folds.controller';
import { HealthController } from './api/health.controller';
import { ImportController } from './api/imports/import.controller';
import { JourneyController } from './api/journey.controller';
import { JourneyReader } from './api/journey-reader';
import { MetricsController } from './api/metrics.controller';
import { NotificationsController, OutboxController } from './api/notifications.controller';
import { CATALOGUE, DOMAIN_CLOCK, EVENT_STORE, INSTALLATION, KEPT_RECORDS } from './api/tokens';
import { ReadsController } from './api/reads.controller';
import { SummaryController } from './api/summary.controller';
import { WhyController } from './api/why/why.controller';
import { Notifications } from './notifications/notifications';
import { WhoWasTold } from './notifications/who-was-told';
import { OwnShares } from './own-shares';
import { catalogue, type Runtime } from './runtime';

@Module({})
export class CaseworkModule {
  /** The parts that this process runs, on what it has open. */
  static over(runtime: Runtime): DynamicModule {
    const { settings, requestsPerMinute } = { settings: runtime.settings, requestsPerMinute: runtime.settings.requestsPerMinute };
    const api = settings.parts.includes('api');
    const throttled: Provider[] = requestsPerMinute > 0 ? [{ provide: APP_GUARD, useClass: ThrottlerGuard }] : [];
    return {
      module: CaseworkModule,
      imports: [CqrsModule.forRoot(), ThrottlerModule.forRoot([{ ttl: 60_000, limit: requestsPerMinute || 1 }])],
      controllers: [
        HealthController,
        MetricsController,
        ...(api
          ? [
              ...commandControllers(features),
              ...readModelControllers(readModels, filterExamples),
              ...liveControllers(readModels),
              ...listComparisonControllers(readModels, [...VCU, 'auditor'], filterExamples),
              ...comparisonControllers(readModels, [...VCU, 'auditor']),
              JourneyController,
              SummaryController,
              EventsController,
              ExportController,
              WhyController,
              FeedController,
              ReadsController,
              ImportController,
              NotificationsController,
              OutboxController,
              AdminController,
              FoldsController,
            ]
          : []),
      ],
      providers: [
        ...commandHandlers(features),
        Commands,
        ActorGuard,
        ...throttled,
        { provide: EVENT_STORE, useValue: runtime.store },
        { provide: CATALOGUE, useValue: catalogue },
        { provide: KEPT_RECORDS, useValue: runtime.kept },
        { provide: DOMAIN_CLOCK, useValue: runtime.clock },
        { provide: INSTALLATION, useValue: runtime.installation },
        { provide: Metrics, useValue: runtime.metrics },
        { provide: Outbox, useValue: runtime.outbox },
        { provide: ReadLog, useValue: runtime.readLog },
        { provide: Notifications, useValue: runtime.notifications },
        { provide: WhoWasTold, useFactory: () => new WhoWasTold(runtime.outbox) },
        { provide: Decider, useValue: runtime.decider },
        { provide: ReadStore, useValue: runtime.readStore },
        { provide: Freshness, useValue: runtime.freshness },
        { provide: Authentication, useValue: runtime.authenticator },
        { provide: Presenter, useFactory: () => new Presenter(catalogue, runtime.sealer) },
        { provide: Currency, useFactory: () => new Currency(runtime.readStore, runtime.freshness) },
        JourneyReader,
        {
          provide: Comparer,
          inject: [AsOf, Presenter],
          useFactory: (asOf: AsOf, presenter: Presenter) => new Comparer(asOf, presenter),
        },
        {
          provide: AsOf,
          useFactory: () => new AsOf(new Histories(runtime.store, runtime.readStore, streamSubjects), runtime.readStore, runtime.clock),
        },
        { provide: Shares, useFactory: () => new OwnShares(runtime.readStore) },
        {
          provide: ListReader,
          inject: [Presenter, Shares],
          useFactory: (presenter: Presenter, shares: Shares) =>
            new ListReader(runtime.readStore, presenter, new AreaDirectory(runtime.readStore, localAreaJourney), shares, runtime.clock),
        },
        {
          provide: PastLists,
          inject: [AsOf, ListReader],
          useFactory: (asOf: AsOf, lists: ListReader) => new PastLists(asOf, runtime.readStore, lists),
        },
        { provide: Summaries, inject: [ListReader], useFactory: (lists: ListReader) => new Summaries(lists) },
        {
          provide: ListComparer,
          inject: [AsOf, PastLists, Presenter],
          useFactory: (asOf: AsOf, past: PastLists, presenter: Presenter) => new ListComparer(asOf, runtime.readStore, past, presenter),
        },
        { provide: LiveLists, useFactory: () => new LiveLists(runtime.readStore) },
        {
          provide: ProcessRunner,
          inject: [Commands],
          useFactory: (commands: Commands) => {
            const { store, readStore, clock } = runtime;
            return new ProcessRunner({
              store,
              readStore,
              processes,
              features,
              clock,
              send: (request) => commands.send(request),
              tell: (telling) => runtime.notifications.tell(telling as Telling),
            });
          },
        },
        {
          provide: Automation,
          inject: [Commands, ProcessRunner],
          useFactory: (commands: Commands, processRunner: ProcessRunner) =>
            new Automation(commands, runtime.decider, runtime.foldRunner, processRunner, runtime.movable),
        },
      ],
    };
  }
}
