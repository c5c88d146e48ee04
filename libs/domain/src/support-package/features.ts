import { feature, type Actor, type Read } from '@app/event-sourcing';
import { withExamples } from '../examples';
import { localAreaStream } from '../local-area/local-area.stream';
import { partnerStream } from '../partner/partner.stream';
import { GRANT_STAFF } from '../programme/grant-terms';
import { programmeStream } from '../programme/programme.stream';
import { ApprovePackage, approvePackage } from './approve-package/approve-package.command';
import { CompletePackage, completePackage } from './complete-package/complete-package.command';
import { ProposePackage, proposePackage } from './propose-package/propose-package.command';
import { ReinstatePackage, reinstatePackage } from './reinstate-package/reinstate-package.command';
import { RescopePackage, rescopePackage } from './rescope-package/rescope-package.command';
import { ReturnPackage, returnPackage } from './return-package/return-package.command';
import { packageStream, type PackageState } from './support-package.stream';
import { TerminatePackage, terminatePackage } from './terminate-package/terminate-package.command';
import { WithdrawPackage, withdrawPackage } from './withdraw-package/withdraw-package.command';
import { WithdrawPackageAnswer, withdrawPackageAnswer } from './withdraw-package-answer/withdraw-package-answer.command';
import { packageExamples } from './support-package.examples';

const stream = packageStream;
const own = {
  'la-contact': ({ areas = [] }: Actor, { status, partner }: PackageState) =>
    status === 'none' || areas.includes(partner.split('~')[0] ?? ''),
};
const partnerRoles = { roles: ['la-contact', ...GRANT_STAFF], own };
const staff = { roles: GRANT_STAFF };
const partnerOf = (id: string): Record<string, Read> => (id === '' ? {} : { partner: { stream: partnerStream, id } });
const programmeOf = (partner: string): Record<string, Read> => {
  const [, programme] = partner.split('~');
  return programme ? { programme: { stream: programmeStream, id: programme } } : {};
};
const termsRead = (partner: string, recipient: string): Record<string, Read> => ({
  ...partnerOf(partner),
  ...programmeOf(partner),
  recipient: { stream: localAreaStream, id: recipient },
});

const commands = [
  feature(ProposePackage, stream, proposePackage, {
    ...partnerRoles,
    rules: ['G6', 'G10'],
    says: 'Propose a package of support for a recipient authority',
    reads: ({ partner, recipient }) => termsRead(partner, recipient),
  }),
  feature(WithdrawPackage, stream, withdrawPackage, { ...partnerRoles, rules: ['G10'], says: 'Withdraw a proposed package' }),
  feature(ApprovePackage, stream, approvePackage, {
    ...staff,
    rules: ['G10'],
    says: 'Approve a package on its merits',
    reads: (_command, { partner }) => partnerOf(partner),
  }),
  feature(ReturnPackage, stream, returnPackage, { ...staff, rules: ['G10'], says: 'Return a proposed package with reasons' }),
  feature(WithdrawPackageAnswer, stream, withdrawPackageAnswer, {
    ...staff,
    rules: ['G10'],
    says: 'Take back an approval or a return',
    reads: (_command, { partner }) => partnerOf(partner),
  }),
  feature(RescopePackage, stream, rescopePackage, {
    ...staff,
    rules: ['G6', 'G10', 'G11'],
    says: 'Alter a package by an agreed change',
    reads: ({ recipient }, { partner }) => termsRead(partner, recipient),
  }),
  feature(CompletePackage, stream, completePackage, { ...partnerRoles, rules: ['G10'], says: 'Complete a package' }),
  feature(TerminatePackage, stream, terminatePackage, {
    roles: ['system'],
    rules: ['G17'],
    says: 'End a package with the termination of its partner’s work',
    reads: (_command, { partner }) => partnerOf(partner),
  }),
  feature(ReinstatePackage, stream, reinstatePackage, {
    ...staff,
    rules: ['G10', 'G17'],
    says: 'Take back the end of a package',
    reads: (_command, { partner }) => partnerOf(partner),
  }),
];

export const packageFeatures = withExamples(commands, packageExamples);
