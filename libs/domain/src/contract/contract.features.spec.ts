import { stateAfter } from '@app/event-sourcing/testing';
import { OrderWithdrawn, ProfessionalReplaced } from './contract.events';
import { contractStream } from './contract.stream';
import { adviser, bound, professionalNamed } from './contract.testing';
import { contractFeatures } from './features';
import { commandsByRoles, readBy } from '../wiring.testing';

const allowing = (role: string) => contractFeatures.filter(({ roles }) => roles.includes(role));
const replaced = ProfessionalReplaced({
  subject: 'subject_2',
  name: 'sealed',
  from: '2024-02-01',
  previous: 'subject_1',
  reason: 'Retired',
});

describe('who may do what on a contract (P4)', () => {
  it('is told of every command', () =>
    expect(commandsByRoles(contractFeatures)).toEqual({
      'contract-manager': [
        'PlaceOrder',
        'CorrectOrder',
        'WithdrawOrder',
        'DeclineOrder',
        'AcceptOrder',
        'CorrectOrderAcceptance',
        'PassAreaToSuccessors',
        'WithdrawAreaPassing',
        'NameProfessional',
        'ReplaceProfessional',
        'CorrectProfessional',
        'DiscussQualityApproach',
        'CorrectQualityApproach',
        'WithdrawQualityDiscussion',
        'GiveExtensionNotice',
        'WithdrawExtensionNotice',
        'OfferExtension',
        'DeclineExtension',
        'WithdrawExtension',
        'ExtendContract',
        'CorrectExtension',
        'WithdrawExtensionRecord',
        'ApproveInvoice',
        'RejectInvoice',
        'ReverseInvoiceApproval',
        'PayInvoice',
        'CorrectInvoicePayment',
        'ReverseInvoicePayment',
        'VaryContractValue',
        'AgreeCallOffDays',
        'AgreeVisits',
        'RequestManagementInformation',
        'CancelManagementInformationRequest',
      ],
      'contract-manager, team-leader': ['AssignContractManager'],
      system: ['EndExtensionRight'],
      'contract-manager, team-leader, deputy-director': [
        'AnswerBreak',
        'WithdrawBreakAnswer',
        'EndContractEarly',
        'WithdrawEarlyEnd',
        'LiftDesignation',
        'DecideConfidentiality',
      ],
      'contract-manager, system': ['CompleteContract'],
      'adviser, contract-manager': [
        'SubmitReport',
        'SubmitNarrative',
        'CorrectNarrative',
        'SubmitInvoice',
        'WithdrawInvoice',
        'RecordAdviceDay',
        'CorrectAdviceDay',
        'WithdrawAdviceDay',
        'RecordDiagnostic',
        'CorrectDiagnostic',
        'WithdrawDiagnostic',
        'RecordProgrammeLiaison',
        'CorrectProgrammeLiaison',
        'WithdrawProgrammeLiaison',
        'ProvideManagementInformation',
        'CorrectManagementInformation',
        'WithdrawManagementInformation',
        'AnswerIssue',
        'RecommendProgress',
        'WithdrawRecommendation',
      ],
      'contract-manager, case-lead, team-leader': [
        'ReturnReport',
        'AcceptReport',
        'EaseReporting',
        'ScheduleMeeting',
        'HoldMeeting',
        'CorrectMeeting',
        'WithdrawMeetingRecord',
        'CancelMeeting',
        'CloseIssue',
        'ReopenIssue',
      ],
      'contract-manager, case-lead, team-leader, system': ['IncreaseReporting'],
      'adviser, contract-manager, case-lead, team-leader': ['RaiseIssue', 'DesignateInformation'],
    }));

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

  it('sees each risk that a report speaks of, once (C15)', () => {
    const sections = [{ risks: [{ risk: 'r1' }, { risk: 'r2' }] }, { risks: [{ risk: 'r1' }] }, { risks: [] }];
    expect(readBy(contractFeatures, 'SubmitReport', { sections }, {})).toEqual({ risks: ['risk-r1', 'risk-r2'] });
  });
});
