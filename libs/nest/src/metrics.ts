import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Prometheus metrics of one process: no label ever holds an id of a person or a case. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly commands = new Counter({
    name: 'casework_commands_total',
    help: 'Commands by name and result',
    labelNames: ['command', 'result'],
    registers: [this.registry],
  });
  private readonly requests = new Histogram({
    name: 'casework_request_seconds',
    help: 'HTTP requests by method, route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [this.registry],
  });

  private readonly readsLost = new Counter({
    name: 'casework_reads_not_kept_total',
    help: 'Reads of records that could not be noted in the log of reads',
    registers: [this.registry],
  });

  command(command: string, result: string): void {
    this.commands.inc({ command, result });
  }

  request(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status: String(status) }, seconds);
  }

  readsNotKept(count: number): void {
    this.readsLost.inc(count);
  }

  /** A figure that is asked for when the metrics are read; one value per label. */
  gauge(name: string, help: string, label: string, read: () => Promise<Readonly<Record<string, number>>>): void {
    const gauge: Gauge = new Gauge({
      name,
      help,
      labelNames: [label],
      registers: [this.registry],
      collect: async () => {
        gauge.reset();
        for (const [value, figure] of Object.entries(await read())) gauge.set({ [label]: value }, figure);
      },
    });
  }
}
