import { addDays } from '@app/calendar';
import type { EvolveLines, EventsIn } from '@app/event-sourcing';
import type * as events from './contract-end.events';
import type { ContractState, ContractTerms, ExtensionState, ExtensionStep } from './contract.state';
import { withoutBreakAnswer, withoutLatestExtension } from './contract.term';

const withTerms = (state: ContractState, change: (terms: ContractTerms) => ContractTerms): ContractState =>
  state.terms === undefined ? state : { ...state, terms: change(state.terms) };

const withoutNotice = ({ notice: _notice, ...rest }: ExtensionState): ExtensionState => rest;
const withoutOffer = ({ offer: _offer, ...rest }: ExtensionState): ExtensionState => rest;

interface Extended {
  readonly agreedOn: string;
  readonly months: number;
  readonly totalMonths: number;
  readonly previousEnd: string;
  readonly completion: string;
  readonly callOffDays?: string;
}

type Replaced = Pick<ExtensionStep, 'noticeGivenOn' | 'before' | 'callOffBefore'>;

const extended = (state: ContractState, data: Extended, revision: number, { callOffBefore, ...replaced }: Replaced): ContractState => ({
  ...withTerms(state, (terms) => ({ ...terms, extensionMonths: data.totalMonths, endsOn: data.completion, completed: false })),
  extension: {
    latest: {
      ...replaced,
      revision,
      agreedOn: data.agreedOn,
      months: data.months,
      previousEnd: data.previousEnd,
      ...(callOffBefore && { callOffBefore }),
    },
  },
  ...(data.callOffDays !== undefined && { callOff: { daysPerMonth: data.callOffDays, from: addDays(data.previousEnd, 1) } }),
});

/** Where the contract ends: extension (C6, C7), break (C4), early end (C5), completion. */
export const endLines: EvolveLines<ContractState, EventsIn<typeof events>> = {
  ExtensionNoticeGiven: (state, { givenOn }) => {
    const { rightEndedFor: _ended, ...extension } = state.extension;
    return { ...state, extension: { ...extension, notice: { givenOn } } };
  },
  ExtensionNoticeWithdrawn: (state) => ({ ...state, extension: withoutNotice(state.extension) }),
  ExtensionOffered: (state, { offeredOn, months, callOffDays }) => ({
    ...state,
    extension: { ...state.extension, offer: { offeredOn, months, ...(callOffDays !== undefined && { callOffDays }) } },
  }),
  ExtensionDeclined: (state) => ({ ...state, extension: withoutOffer(state.extension) }),
  ExtensionWithdrawn: (state) => ({ ...state, extension: withoutOffer(state.extension) }),
  ContractExtended: (state, data, { revision }) =>
    extended(state, data, revision, {
      noticeGivenOn: state.extension.notice?.givenOn ?? data.agreedOn,
      before: state.extension,
      ...(state.callOff && { callOffBefore: state.callOff }),
    }),
  ExtensionCorrected: (state, data, { revision }) => {
    const corrected = extended(state, data, revision, state.extension.latest ?? { noticeGivenOn: data.agreedOn, before: {} });
    return { ...corrected, extension: { ...state.extension, ...corrected.extension } };
  },
  ExtensionRecordWithdrawn: (state) => withoutLatestExtension(state),
  ExtensionRightEnded: (state, { endsOn }) => ({ ...state, extension: { ...state.extension, rightEndedFor: endsOn } }),
  BreakAnswered: (state, { answer, endsOn }, { revision, effectiveOn }) =>
    withTerms(state, (terms) => ({
      ...terms,
      breakAnswers: [...terms.breakAnswers, { answer, answeredOn: effectiveOn, revision }],
      endsOn,
    })),
  BreakAnswerWithdrawn: (state, { corrects }) => withTerms(state, (terms) => withoutBreakAnswer(terms, corrects)),
  ContractEndedEarly: (state, { endsOn }) => withTerms(state, (terms) => ({ ...terms, earlyEndOn: endsOn, endsOn })),
  EarlyEndWithdrawn: (state, { endsOn }) => withTerms(state, ({ earlyEndOn: _early, ...terms }) => ({ ...terms, endsOn })),
  ContractCompleted: (state) => withTerms(state, (terms) => ({ ...terms, completed: true })),
};
