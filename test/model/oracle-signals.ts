import { caseLead, contractManager, grantManager, type Manager } from './oracle-people';
import type { Entry } from './world';

export interface Signal {
  readonly id: string;
  readonly cause: string;
  readonly level: number;
  readonly to: Manager;
  settled?: 'resolved' | 'withdrawn';
}

/** What escalates without a lapse: a breach (G16), a decision that progress is not sufficient (J8), a risk that was escalated (A7). */
export function signalsIn(entries: readonly Entry[]): Signal[] {
  const found = new Map<string, Signal>();
  const restored = new Set<string>();
  for (const { event, meta } of entries) {
    const said = event.data as any;
    const cause = `${meta.stream}@${meta.revision}`;
    const settle = (id: string, settled: Signal['settled']): void => {
      const signal = found.get(id);
      if (signal && !signal.settled) signal.settled = settled;
    };
    const all = (prefix: string): void => [...found.keys()].filter((id) => id.startsWith(prefix)).forEach((id) => settle(id, 'withdrawn'));
    switch (event.type) {
      case 'EligibilityBreached':
        found.set(`eligibility_breached~${meta.streamId}~r${meta.revision}`, {
          id: `eligibility_breached~${meta.streamId}~r${meta.revision}`,
          cause,
          level: 3,
          to: grantManager(meta.streamId),
        });
        break;
      case 'EligibilityRestored':
        restored.add(`eligibility_breached~${meta.streamId}~r${said.breach}`);
        settle(`eligibility_breached~${meta.streamId}~r${said.breach}`, 'withdrawn');
        break;
      case 'TerminationReversed':
        // What is still open is to be decided on again (G17).
        for (const [id, signal] of found)
          if (id.startsWith(`eligibility_breached~${meta.streamId}~`) && signal.settled && !restored.has(id))
            found.set(id, { ...signal, cause, settled: undefined });
        break;
      case 'BreachDecided':
        settle(`eligibility_breached~${meta.streamId}~r${said.breach}`, 'resolved');
        break;
      case 'ProgressDecided':
      case 'DecisionRevised': {
        const id = `progress_insufficient~${meta.streamId}~${said.review}`;
        if (said.progress === 'sufficient') settle(id, 'withdrawn');
        else if (!found.has(id) || found.get(id)!.settled) found.set(id, { id, cause, level: 2, to: caseLead(meta.streamId) });
        break;
      }
      case 'CaseClosed':
        all(`progress_insufficient~${meta.streamId}`);
        break;
      case 'RiskEscalated':
        found.set(`risk_escalated~${meta.streamId}~r${meta.revision}`, {
          id: `risk_escalated~${meta.streamId}~r${meta.revision}`,
          cause,
          level: said.needs.includes('departmental-intervention') ? 3 : 2,
          to: caseLead(),
        });
        break;
      case 'RiskClosed':
        all(`risk_escalated~${meta.streamId}`);
    }
  }
  return [...found.values(), ...valuesIn(entries), ...concernsIn(entries)];
}

/** What holds from one record to a later one, and may come to hold again. */
function holdsOrEnds(found: Map<string, Signal>, signal: Signal, holds: boolean): void {
  const before = found.get(signal.id);
  const stands = before !== undefined && before.settled === undefined;
  if (holds && !stands) found.set(signal.id, signal);
  if (!holds && stands) before.settled = 'withdrawn';
}

/** Approved invoices that have reached a share of the maximum value (C3). */
function valuesIn(entries: readonly Entry[]): Signal[] {
  const found = new Map<string, Signal>();
  const contracts = new Map<string, { maximum: number; approved: number }>();
  for (const { event, meta } of entries) {
    const said = event.data as any;
    const { maximum, approved } = contracts.get(meta.streamId) ?? { maximum: 0, approved: 0 };
    if (event.type === 'OrderPlaced') contracts.set(meta.streamId, { maximum: said.maximumPence, approved });
    if (event.type === 'ContractValueVaried') contracts.set(meta.streamId, { maximum: said.maximumPence, approved });
    if (event.type === 'InvoiceApproved') contracts.set(meta.streamId, { maximum, approved: approved + said.pence });
    if (event.type === 'InvoiceApprovalReversed') contracts.set(meta.streamId, { maximum, approved: approved - said.pence });
    const now = contracts.get(meta.streamId);
    for (const share of now ? [80, 95, 100] : []) {
      const signal = {
        id: `contract_value~${meta.streamId}~${share}`,
        cause: `${meta.stream}@${meta.revision}`,
        level: share === 80 ? 1 : 2,
        to: contractManager(meta.streamId),
      };
      holdsOrEnds(found, signal, now!.approved * 100 >= now!.maximum * share);
    }
  }
  return [...found.values()];
}

/** A year's timeliness that fell by 20 points or lies 15 below England's (J7). */
function concernsIn(entries: readonly Entry[]): Signal[] {
  const found = new Map<string, Signal>();
  /** Tenths of a per cent, by area, year and basis. */
  const rates = new Map<string, number>();
  const areas = new Set<string>();
  const concern = (area: string, year: number): boolean => {
    const basis = ['no-exceptions', 'with-exceptions'].find((one) => rates.has(`${area} ${year} ${one}`));
    const rate = (of: string, when: number): number => rates.get(`${of} ${when} ${basis}`) ?? NaN;
    return rate(area, year - 1) - rate(area, year) >= 200 || rate('england', year) - rate(area, year) >= 150;
  };
  for (const { event, meta } of entries) {
    if (meta.category !== 'timeliness') continue;
    const { area, year, basis, standing } = event.data as any;
    if (Number.isNaN(Number(standing))) rates.delete(`${area} ${year} ${basis}`);
    else rates.set(`${area} ${year} ${basis}`, Math.round(Number(standing) * 10));
    if (area !== 'england') areas.add(area);
    for (const when of [year, year + 1].filter((one) => one >= 2021))
      for (const one of areas) {
        const to = caseLead(`${one}~timeliness`, `${one}~inspection`);
        const signal = { id: `timeliness_concern~${when}~${one}`, cause: `${meta.stream}@${meta.revision}`, level: 1, to };
        holdsOrEnds(found, signal, concern(one, when));
      }
  }
  return [...found.values()];
}
