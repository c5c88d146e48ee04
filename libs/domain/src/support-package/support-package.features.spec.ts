import { stateAfter } from '@app/event-sourcing/testing';
import { contact } from '../partner/partner.testing';
import { commandsByRoles, ownBy, readBy } from '../wiring.testing';
import { packageStream } from './support-package.stream';
import { proposed } from './support-package.testing';
import { packageFeatures } from './features';

const none = packageStream.initial();
const state = stateAfter(packageStream, [proposed()]);

describe('who may do what on a package of support (P4)', () => {
  it('is told of every command', () =>
    expect(commandsByRoles(packageFeatures)).toEqual({
      'la-contact, grant-manager, team-leader, deputy-director': ['ProposePackage', 'WithdrawPackage', 'CompletePackage'],
      'grant-manager, team-leader, deputy-director': [
        'ApprovePackage',
        'ReturnPackage',
        'WithdrawPackageAnswer',
        'RescopePackage',
        'ReinstatePackage',
      ],
      system: ['TerminatePackage'],
    }));

  it('lets the contact of a local area propose, and act on the packages of its own grant', () => {
    const every = (areas: string[] | undefined, of: object) => new Set(Object.values(ownBy(packageFeatures, { ...contact, areas }, of)));
    expect(every(['851'], none)).toEqual(new Set([true]));
    expect(every(['851'], state)).toEqual(new Set([true]));
    expect(every(['887'], state)).toEqual(new Set([false]));
    expect(every(undefined, state)).toEqual(new Set([false]));
  });

  it('sees partner, programme and recipient where terms are proposed or altered (G10, G11)', () => {
    const terms = { partner: 'partner-851~project_5369', programme: 'programme-project_5369' };
    const proposal = { partner: '851~project_5369', recipient: '887' };
    expect(readBy(packageFeatures, 'ProposePackage', proposal, none)).toEqual({ ...terms, recipient: 'localArea-887' });
    expect(readBy(packageFeatures, 'ProposePackage', { partner: '851', recipient: '887' }, none)).toEqual({
      partner: 'partner-851',
      recipient: 'localArea-887',
    });
    expect(readBy(packageFeatures, 'RescopePackage', { recipient: '931' }, state)).toEqual({ ...terms, recipient: 'localArea-931' });
    expect(readBy(packageFeatures, 'RescopePackage', { recipient: '931' }, none)).toEqual({ recipient: 'localArea-931' });
  });

  it.each(['ApprovePackage', 'WithdrawPackageAnswer', 'TerminatePackage', 'ReinstatePackage'])(
    'sees the partner that delivers it (%s)',
    (command) => {
      expect(readBy(packageFeatures, command, {}, state)).toEqual({ partner: 'partner-851~project_5369' });
      expect(readBy(packageFeatures, command, {}, none)).toEqual({});
    },
  );
});
