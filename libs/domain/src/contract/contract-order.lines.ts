import type { EvolveLines, EventsIn } from '@app/event-sourcing';
import type * as events from './contract-order.events';
import { withoutEntry } from '../entries';
import { correctedTerms } from './contract.term';
import { noContract, type ContractState, type ContractTerms, type NamedProfessional } from './contract.state';

const inOrder = (professionals: readonly NamedProfessional[]): NamedProfessional[] =>
  [...professionals].sort((a, b) => (a.from < b.from ? -1 : 1));

const withPassings = (
  { terms, ...state }: ContractState,
  change: (passings: ContractTerms['passings']) => ContractTerms['passings'],
): ContractState => ({ ...state, ...(terms && { terms: { ...terms, passings: change(terms.passings) } }) });

/** The order, its areas, who works under it, and the approach to quality. */
export const orderLines: EvolveLines<ContractState, EventsIn<typeof events>> = {
  OrderPlaced: (_state, data, { revision }) => ({
    ...noContract,
    status: 'placed',
    order: { revision, maximumPence: data.maximumPence },
    maximumPence: data.maximumPence,
    terms: {
      number: data.number,
      title: data.title,
      supplier: data.supplier,
      references: [data.number, ...data.references],
      areas: data.areas,
      passings: [],
      orderedOn: data.orderedOn,
      commencesOn: data.commencesOn,
      completesOn: data.completesOn,
      ...(data.breakOn !== undefined && { breakOn: data.breakOn }),
      breakAnswers: [],
      extensionMonths: 0,
      endsOn: data.completesOn,
      completed: false,
    },
  }),
  OrderCorrected: (state, data, { revision }) => ({
    ...state,
    order: { revision, maximumPence: data.maximumPence },
    maximumPence: data.presentMaximumPence,
    ...(state.terms && {
      terms: {
        ...correctedTerms(state.terms, data),
        title: data.title,
        supplier: data.supplier,
        references: [data.number, ...data.references],
      },
    }),
  }),
  OrderWithdrawn: (state) => ({ ...state, status: 'withdrawn' }),
  OrderDeclined: (state) => ({ ...state, status: 'declined' }),
  OrderAccepted: (state, { party, acceptedOn, binding }, { revision }) => ({
    ...state,
    status: binding ? 'binding' : state.status,
    acceptances: { ...state.acceptances, [party]: { acceptedOn, revision } },
  }),
  OrderAcceptanceCorrected: (state, { party, acceptedOn }, { revision }) => ({
    ...state,
    acceptances: { ...state.acceptances, [party]: { acceptedOn, revision } },
  }),
  AreaPassedToSuccessors: (state, { predecessor, successors, from }, { revision }) =>
    withPassings(state, (passings) => [...passings, { predecessor, successors, from, revision }]),
  AreaPassingWithdrawn: (state, { corrects, leaving }) => ({
    ...withPassings(state, (passings) => passings.filter(({ revision }) => revision !== corrects)),
    rhythms: leaving.reduce(withoutEntry, state.rhythms),
  }),
  ContractManagerAssigned: (state, { manager }) => ({ ...state, manager }),
  ProfessionalNamed: (state, { subject, from }, { revision }) => ({ ...state, professionals: [{ subject, from, revision }] }),
  ProfessionalReplaced: (state, { subject, from }, { revision }) => ({
    ...state,
    professionals: [...state.professionals, { subject, from, revision }],
  }),
  ProfessionalCorrected: (state, { subject, from, corrects }, { revision }) => ({
    ...state,
    professionals: inOrder([...state.professionals.filter((one) => one.revision !== corrects), { subject, from, revision }]),
  }),
  QualityApproachDiscussed: (state, { discussedOn }, { revision }) => ({ ...state, quality: { discussedOn, revision } }),
  QualityApproachCorrected: (state, { discussedOn }, { revision }) => ({ ...state, quality: { discussedOn, revision } }),
  QualityDiscussionWithdrawn: ({ quality: _withdrawn, ...state }) => state,
};
