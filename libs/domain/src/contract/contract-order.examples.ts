import { examplesFor, type Examples } from '../examples';

const CONTRACT = 'CON_22889';
const professional = { subject: 's_adviser', name: 'Illustrative Adviser', from: '2023-10-12' };

export const orderExamples: Examples = {
  ...examplesFor('CON_00001', {
    PlaceOrder: {
      number: 'CON_00001',
      references: ['Project_0001', 'ITT_0001'],
      title: 'SEND and AP Advisory Services',
      invoiceAddress: 'Department for Education, Sanctuary Buildings, Great Smith Street, London, SW1P 3BT',
      supplier: 'An illustrative supplier Ltd',
      orderedOn: '2025-04-01',
      commencesOn: '2025-04-14',
      completesOn: '2026-03-31',
      maximumPence: 4_000_000,
      areas: ['931'],
      breakOn: '2025-09-30',
    },
  }),
  ...examplesFor(CONTRACT, {
    CorrectOrder: {
      number: CONTRACT,
      references: ['Project_8404', 'ITT_2442'],
      title: 'SEND and AP Advisory Services',
      invoiceAddress: 'Department for Education, Sanctuary Buildings, Great Smith Street, London, SW1P 3BT',
      supplier: 'Red Kite Solutions (SEN) Ltd',
      orderedOn: '2023-10-12',
      commencesOn: '2023-10-12',
      completesOn: '2025-03-31',
      maximumPence: 5_850_000,
      areas: ['931', '887', '851'],
      breakOn: '2024-03-31',
      variationsOfTerms: 'An illustration: none',
      corrects: 0,
      reason: 'An illustration: that the terms are not varied was missing',
    },
    WithdrawOrder: { reason: 'An illustration: the requirement has changed' },
    DeclineOrder: { reason: 'An illustration: the supplier has no capacity' },
    AcceptOrder: { party: 'supplier', acceptedOn: '2023-10-12' },
    CorrectOrderAcceptance: {
      corrects: 1,
      party: 'buyer',
      acceptedOn: '2023-10-12',
      signatory: 's_signatory',
      reason: 'An illustration: who signed was missing',
    },
    PassAreaToSuccessors: {
      predecessor: '931',
      successors: ['999'],
      from: '2025-03-01',
      reason: 'An illustration: a reorganisation order',
    },
    WithdrawAreaPassing: { corrects: 3, reason: 'An illustration: the order was put off' },
    AssignContractManager: { manager: 'u-contract-manager-2', reason: 'An illustration: the contract has passed to a colleague' },
    NameProfessional: professional,
    ReplaceProfessional: {
      ...professional,
      subject: 's_adviser_2',
      name: 'Another Illustrative Adviser',
      from: '2025-03-01',
      reason: 'An illustration: the professional has retired',
    },
    CorrectProfessional: {
      ...professional,
      contact: 'adviser@example.org',
      corrects: 4,
      reason: 'An illustration: the contact was missing',
    },
    DiscussQualityApproach: {
      discussedOn: '2023-10-24',
      approach: 'An illustration: how the service is kept on time, on budget and on its outcomes',
    },
    CorrectQualityApproach: {
      discussedOn: '2023-10-25',
      approach: 'An illustration: how the service is kept on time, on budget and on its outcomes',
      corrects: 6,
      reason: 'An illustration: it was the day after',
    },
    WithdrawQualityDiscussion: { corrects: 6, reason: 'An illustration: it was put off' },
  }),
};

export const endExamples: Examples = examplesFor(CONTRACT, {
  GiveExtensionNotice: { givenOn: '2025-02-28', months: 6, reason: 'An illustration: the work is not finished' },
  WithdrawExtensionNotice: { reason: 'An illustration: no funding' },
  OfferExtension: {
    offeredOn: '2025-03-03',
    months: 6,
    callOffDays: '4',
    reason: 'An illustration: fewer days suffice',
  },
  DeclineExtension: { reason: 'An illustration: the supplier has no capacity' },
  WithdrawExtension: { reason: 'An illustration: no funding' },
  ExtendContract: {
    agreedOn: '2025-03-20',
    months: 6,
    reason: 'An illustration: the work is not finished',
    lateReason: 'An illustration: the record was left lying',
  },
  CorrectExtension: { corrects: 104, agreedOn: '2025-03-20', months: 5, reason: 'An illustration: five months were agreed' },
  WithdrawExtensionRecord: { corrects: 104, reason: 'An illustration: the supplier has not signed' },
  AnswerBreak: { answer: 'continue', decidedBy: 'u-team-leader', reason: 'An illustration of a decision to continue' },
  WithdrawBreakAnswer: { corrects: 104, reason: 'An illustration: the decision is on another contract' },
  EndContractEarly: {
    decidedOn: '2025-03-28',
    decidedBy: 'u-deputy-director',
    endsOn: '2025-03-30',
    reason: 'An illustration: the funds are needed elsewhere',
  },
  WithdrawEarlyEnd: { reason: 'An illustration: the funds are there again' },
  CompleteContract: { endsOn: '2025-03-31' },
});
