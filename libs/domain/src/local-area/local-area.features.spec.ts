import { commandsByRoles, readBy } from '../wiring.testing';
import { localAreaFeatures } from './features';

describe('who may do what on a local area (P4)', () => {
  it('is told of every command', () =>
    expect(commandsByRoles(localAreaFeatures)).toEqual({
      'case-lead, contract-manager, grant-manager, team-leader, deputy-director': [
        'RegisterLocalArea',
        'RecodeLocalArea',
        'CorrectLocalAreaCodes',
        'SucceedLocalArea',
        'RecordPartnerJoining',
        'RecordPartnerLeaving',
        'CorrectLocalAreaPartner',
        'RecordInspection',
        'CorrectInspection',
        'RecordInspectionReceipt',
        'RecordRevisit',
        'CorrectRevisit',
        'RecordMonitoringInspection',
        'CorrectMonitoringInspection',
        'RecordMonitoringRelease',
        'CorrectMonitoringRelease',
        'RecordCareRating',
        'CorrectCareRating',
        'RecordDsgPosition',
        'CorrectDsgPosition',
        'PublishDsgPosition',
        'PreferSource',
        'RecordInterventionJoining',
        'RecordInterventionLeaving',
        'RecordInterventionAdvisers',
        'CorrectInterventionMembership',
        'RecordSliPartnership',
        'RecordSliPartnershipLeaving',
        'CorrectSliPartnership',
        'WithdrawFact',
      ],
      'case-lead, team-leader, deputy-director': [
        'IssueImprovementNotice',
        'CorrectImprovementNotice',
        'VaryImprovementNotice',
        'ConfirmNoticeStep',
        'WithdrawNoticeStepConfirmation',
        'LiftImprovementNotice',
        'ReinstateImprovementNotice',
      ],
    }));

  it('sees the areas that it succeeds or is succeeded by (J1)', () => {
    const read = (command: string, body: object) => readBy(localAreaFeatures, command, body, {});
    expect(read('RegisterLocalArea', { predecessors: ['825', '826'] })).toEqual({ predecessors: ['localArea-825', 'localArea-826'] });
    expect(read('RegisterLocalArea', {})).toEqual({ predecessors: [] });
    expect(read('SucceedLocalArea', { successors: ['942'] })).toEqual({ successors: ['localArea-942'] });
  });
});
