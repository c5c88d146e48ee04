import { examplesFor, type Examples } from '../examples';

const terms = {
  recipient: '931',
  options: ['ehc-needs-assessments-and-reviews', 'joint-working-and-commissioning'],
  service: 'send',
  executiveDays: 10,
  managementDays: 35,
};

export const packageExamples: Examples = {
  ...examplesFor('pack_887', {
    ProposePackage: { ...terms, partner: '851~project_5369', proposedOn: '2022-11-01', recipient: '887' },
    WithdrawPackageAnswer: { corrects: 1, reason: 'An illustration: it was the answer to another package' },
  }),
  ...examplesFor('pack_931', {
    WithdrawPackage: { reason: 'An illustration: the recipient has found other help' },
    ApprovePackage: { approvedOn: '2022-01-17', reason: 'An illustration: a clear need and a clear offer' },
    ReturnPackage: { returnedOn: '2022-01-14', reason: 'An illustration: the need is not described' },
    RescopePackage: { ...terms, agreedOn: '2022-06-01', reason: 'An illustration: more days on joint commissioning' },
    CompletePackage: { completedOn: '2023-03-24', outcome: 'An illustration of the outcome' },
    ReinstatePackage: { reason: 'An illustration: completed too early' },
  }),
};
