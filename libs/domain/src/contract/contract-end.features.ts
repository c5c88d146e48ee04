import { feature } from '@app/event-sourcing';
import { AnswerBreak, answerBreak } from './answer-break/answer-break.command';
import { CompleteContract, completeContract } from './complete-contract/complete-contract.command';
import { deciders, manager } from './contract.roles';
import { contractStream } from './contract.stream';
import { CorrectExtension, correctExtension } from './correct-extension/correct-extension.command';
import { DeclineExtension, declineExtension } from './decline-extension/decline-extension.command';
import { EndContractEarly, endContractEarly } from './end-contract-early/end-contract-early.command';
import { EndExtensionRight, endExtensionRight } from './end-extension-right/end-extension-right.command';
import { ExtendContract, extendContract } from './extend-contract/extend-contract.command';
import { GiveExtensionNotice, giveExtensionNotice } from './give-extension-notice/give-extension-notice.command';
import { OfferExtension, offerExtension } from './offer-extension/offer-extension.command';
import { WithdrawBreakAnswer, withdrawBreakAnswer } from './withdraw-break-answer/withdraw-break-answer.command';
import { WithdrawEarlyEnd, withdrawEarlyEnd } from './withdraw-early-end/withdraw-early-end.command';
import { WithdrawExtensionNotice, withdrawExtensionNotice } from './withdraw-extension-notice/withdraw-extension-notice.command';
import { WithdrawExtensionRecord, withdrawExtensionRecord } from './withdraw-extension-record/withdraw-extension-record.command';
import { WithdrawExtension, withdrawExtension } from './withdraw-extension/withdraw-extension.command';

/** Where the contract ends: extension, break, early end, completion (C4 to C7). */
export const endFeatures = [
  feature(GiveExtensionNotice, contractStream, giveExtensionNotice, { ...manager, rules: ['C6', 'C20'], says: 'Give notice of extension' }),
  feature(WithdrawExtensionNotice, contractStream, withdrawExtensionNotice, {
    ...manager,
    rules: ['C6'],
    says: 'Take a notice of extension back',
  }),
  feature(OfferExtension, contractStream, offerExtension, {
    ...manager,
    rules: ['C6', 'C7', 'C20'],
    says: 'Offer an extension without prejudice',
  }),
  feature(DeclineExtension, contractStream, declineExtension, {
    ...manager,
    rules: ['C7'],
    says: 'Record that the supplier declines an extension',
  }),
  feature(WithdrawExtension, contractStream, withdrawExtension, { ...manager, rules: ['C7'], says: 'Take an offered extension back' }),
  feature(ExtendContract, contractStream, extendContract, { ...manager, rules: ['C6', 'C7'], says: 'Record an agreed extension' }),
  feature(CorrectExtension, contractStream, correctExtension, { ...manager, rules: ['C6', 'C7'], says: 'Correct the latest extension' }),
  feature(WithdrawExtensionRecord, contractStream, withdrawExtensionRecord, {
    ...manager,
    rules: ['C6', 'C7'],
    says: 'Withdraw the record of an extension that was never agreed',
  }),
  feature(EndExtensionRight, contractStream, endExtensionRight, {
    roles: ['system'],
    rules: ['C6'],
    says: 'Record that the right to extend ended without notice',
  }),
  feature(AnswerBreak, contractStream, answerBreak, { ...deciders, rules: ['C4', 'C20'], says: 'Answer the break point of the contract' }),
  feature(WithdrawBreakAnswer, contractStream, withdrawBreakAnswer, {
    ...deciders,
    rules: ['C4'],
    says: 'Take back an answer to the break that was recorded by mistake',
  }),
  feature(EndContractEarly, contractStream, endContractEarly, { ...deciders, rules: ['C5', 'C20'], says: 'End the contract early' }),
  feature(WithdrawEarlyEnd, contractStream, withdrawEarlyEnd, { ...deciders, rules: ['C5'], says: 'Take the decision to end early back' }),
  feature(CompleteContract, contractStream, completeContract, {
    roles: ['contract-manager', 'system'],
    rules: ['C1'],
    says: 'Record that the contract ran to its completion',
  }),
];
