import { feature } from '@app/event-sourcing';
import { localAreaStream } from '../local-area/local-area.stream';
import { AcceptOrder, acceptOrder } from './accept-order/accept-order.command';
import { AssignContractManager, assignContractManager } from './assign-contract-manager/assign-contract-manager.command';
import { manager } from './contract.roles';
import { contractStream } from './contract.stream';
import { CorrectOrderAcceptance, correctOrderAcceptance } from './correct-order-acceptance/correct-order-acceptance.command';
import { CorrectOrder, correctOrder } from './correct-order/correct-order.command';
import { CorrectProfessional, correctProfessional } from './correct-professional/correct-professional.command';
import { CorrectQualityApproach, correctQualityApproach } from './correct-quality-approach/correct-quality-approach.command';
import { DeclineOrder, declineOrder } from './decline-order/decline-order.command';
import { DiscussQualityApproach, discussQualityApproach } from './discuss-quality-approach/discuss-quality-approach.command';
import { NameProfessional, nameProfessional } from './name-professional/name-professional.command';
import { PassAreaToSuccessors, passAreaToSuccessors } from './pass-area-to-successors/pass-area-to-successors.command';
import { PlaceOrder, placeOrder } from './place-order/place-order.command';
import { ReplaceProfessional, replaceProfessional } from './replace-professional/replace-professional.command';
import { WithdrawAreaPassing, withdrawAreaPassing } from './withdraw-area-passing/withdraw-area-passing.command';
import { WithdrawOrder, withdrawOrder } from './withdraw-order/withdraw-order.command';
import { WithdrawQualityDiscussion, withdrawQualityDiscussion } from './withdraw-quality-discussion/withdraw-quality-discussion.command';

/** The order, its areas, who delivers it, and the approach to quality (C1, C8, C11). */
export const orderFeatures = [
  feature(PlaceOrder, contractStream, placeOrder, { ...manager, rules: ['C1', 'C4', 'C20'], says: 'Place an order for advisory services' }),
  feature(CorrectOrder, contractStream, correctOrder, {
    ...manager,
    rules: ['C1', 'C4', 'C20'],
    says: 'Correct the record of an order',
  }),
  feature(WithdrawOrder, contractStream, withdrawOrder, { ...manager, rules: ['C1'], says: 'Take an order back before it is binding' }),
  feature(DeclineOrder, contractStream, declineOrder, { ...manager, rules: ['C1'], says: 'Record that the supplier declines an order' }),
  feature(AcceptOrder, contractStream, acceptOrder, { ...manager, rules: ['C1', 'C11'], says: 'Record the acceptance of a signatory' }),
  feature(CorrectOrderAcceptance, contractStream, correctOrderAcceptance, {
    ...manager,
    rules: ['C1'],
    says: 'Correct the record of an acceptance',
  }),
  feature(PassAreaToSuccessors, contractStream, passAreaToSuccessors, {
    ...manager,
    rules: ['C1', 'J1'],
    says: 'Pass a local area of the contract to those which succeed it',
    reads: ({ predecessor }) => ({ area: { stream: localAreaStream, id: predecessor } }),
  }),
  feature(WithdrawAreaPassing, contractStream, withdrawAreaPassing, {
    ...manager,
    rules: ['C1', 'J1'],
    says: 'Withdraw the record that a local area passes to its successors',
  }),
  feature(AssignContractManager, contractStream, assignContractManager, {
    roles: ['contract-manager', 'team-leader'],
    rules: ['E3'],
    says: 'Assign the contract manager',
  }),
  feature(NameProfessional, contractStream, nameProfessional, { ...manager, rules: ['C8', 'P3'], says: 'Name the professional' }),
  feature(ReplaceProfessional, contractStream, replaceProfessional, {
    ...manager,
    rules: ['C8', 'P3'],
    says: 'Record a change of the professional',
  }),
  feature(CorrectProfessional, contractStream, correctProfessional, {
    ...manager,
    rules: ['C8', 'P3'],
    says: 'Correct the naming of a professional',
  }),
  feature(DiscussQualityApproach, contractStream, discussQualityApproach, {
    ...manager,
    rules: ['C11'],
    says: 'Record the discussion on quality management and assurance',
  }),
  feature(CorrectQualityApproach, contractStream, correctQualityApproach, {
    ...manager,
    rules: ['C11'],
    says: 'Correct the record of the discussion on quality',
  }),
  feature(WithdrawQualityDiscussion, contractStream, withdrawQualityDiscussion, {
    ...manager,
    rules: ['C11'],
    says: 'Withdraw the record of a discussion on quality that was not held',
  }),
];
