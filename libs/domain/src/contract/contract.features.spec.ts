import { stateAfter } from '@app/event-sourcing/testing';
import { OrderWithdrawn, ProfessionalReplaced } from './contract.events';
import { contractStream } from './contract.stream';
import { adviser, bound, professionalNamed } from './contract.testing';
import { contractFeatures } from './features';

const allowing = (role: string) => contractFeatures.filter(({ roles }) => roles.includes(role));
const replaced = ProfessionalReplaced({
  subject: 'subject_2',
  name: 'sealed',
  from: '2024-02-01',
  previous: 'subject_1',
  reason: 'Retired',
});

describe('who may do what on a contract (P4)', () => {
  it('lets the adviser do what the supplier does, on the contract of which they are the present professional', () => {
    expect(allowing('adviser').length).toBeGreaterThan(15);
    for (const { own } of allowing('adviser')) {
      const isOwn = (state: unknown, subject?: string) => own?.['adviser']?.({ ...adviser, subject }, state as never, 'CON_22889');
      expect(isOwn(stateAfter(contractStream, [...bound, professionalNamed]), 'subject_1')).toBe(true);
      expect(isOwn(stateAfter(contractStream, [...bound, professionalNamed]), 'subject_2')).toBe(false);
      expect(isOwn(stateAfter(contractStream, [...bound, professionalNamed]))).toBe(false);
      expect(isOwn(stateAfter(contractStream, bound))).toBe(false);
      expect(isOwn(stateAfter(contractStream, [...bound, professionalNamed, replaced]), 'subject_1')).toBe(false);
      expect(isOwn(stateAfter(contractStream, [...bound, professionalNamed, replaced]), 'subject_2')).toBe(true);
      expect(isOwn(stateAfter(contractStream, [...bound, OrderWithdrawn({ reason: 'x' })]))).toBe(false);
    }
  });

  it('leaves every decision on money, term and acceptance to the Department', () => {
    const names = allowing('adviser').map(({ command }) => command.name);
    for (const decision of [
      'ApproveInvoice',
      'AcceptReport',
      'ExtendContract',
      'EndContractEarly',
      'NameProfessional',
      'DecideConfidentiality',
    ]) {
      expect(names).not.toContain(decision);
    }
  });

  it.each(['auditor', 'administrator', 'la-contact', 'dashboard-reader', 'grant-manager'])('lets the %s change nothing', (role) =>
    expect(allowing(role)).toEqual([]),
  );

  it('asks the automation for what only time brings about, and for more frequent reports', () =>
    expect(allowing('system').map(({ command }) => command.name)).toEqual(['EndExtensionRight', 'CompleteContract', 'IncreaseReporting']));

  it('holds every rule of the contract that is one of this stream', () => {
    const held = new Set(contractFeatures.flatMap(({ rules }) => rules));
    const rules = Array.from({ length: 20 }, (_none, index) => `C${index + 1}`);
    expect(rules.filter((rule) => !held.has(rule))).toEqual([]);
  });
});
