import { feature } from '@app/event-sourcing';
import { ImposeRequirement, imposeRequirement } from './impose-requirement/impose-requirement.command';
import { LapseRequirement, lapseRequirement } from './lapse-requirement/lapse-requirement.command';
import { MeetRequirement, meetRequirement } from './meet-requirement/meet-requirement.command';
import { ReleaseRequirement, releaseRequirement } from './release-requirement/release-requirement.command';
import { ReopenRequirement, reopenRequirement } from './reopen-requirement/reopen-requirement.command';
import { requirementStream } from './requirement.stream';
import { RestateRequirementAreas, restateRequirementAreas } from './restate-requirement-areas/restate-requirement-areas.command';
import { RescheduleRequirement, rescheduleRequirement } from './reschedule-requirement/reschedule-requirement.command';
import { WaiveRequirement, waiveRequirement } from './waive-requirement/waive-requirement.command';
import { WithdrawWaiver, withdrawWaiver } from './withdraw-waiver/withdraw-waiver.command';

const automation = ['system'];
const deciders = ['team-leader', 'deputy-director'];

export const requirementFeatures = [
  feature(ImposeRequirement, requirementStream, imposeRequirement, {
    roles: automation,
    rules: ['E2'],
    says: 'Impose something that must be done or hold by a date',
  }),
  feature(MeetRequirement, requirementStream, meetRequirement, {
    roles: automation,
    rules: ['E2'],
    says: 'Say what met a requirement, in time or late',
  }),
  feature(LapseRequirement, requirementStream, lapseRequirement, {
    roles: automation,
    rules: ['E2', 'E4', 'E5'],
    says: 'Say that a due moment passed with nothing recorded that meets the requirement',
  }),
  feature(RescheduleRequirement, requirementStream, rescheduleRequirement, {
    roles: automation,
    rules: ['E2'],
    says: 'Move a due day because a fact that it rests on was corrected or came later',
  }),
  feature(RestateRequirementAreas, requirementStream, restateRequirementAreas, {
    roles: automation,
    rules: ['E2', 'J1'],
    says: 'Say for which local areas a requirement is owed since an area has passed to its successors',
  }),
  feature(ReopenRequirement, requirementStream, reopenRequirement, {
    roles: automation,
    rules: ['E2'],
    says: 'Say that a requirement is owed again because what met or ended it was corrected',
  }),
  feature(ReleaseRequirement, requirementStream, releaseRequirement, {
    roles: automation,
    rules: ['E2'],
    says: 'Say that a requirement is no longer owed because what it served has ended',
  }),
  feature(WaiveRequirement, requirementStream, waiveRequirement, { roles: deciders, rules: ['E2', 'P5'], says: 'Waive a requirement' }),
  feature(WithdrawWaiver, requirementStream, withdrawWaiver, { roles: deciders, rules: ['E2', 'P5'], says: 'Take back a waiver' }),
];
