import { stateAfter } from '@app/event-sourcing/testing';
import { commandsByRoles, readBy } from '../wiring.testing';
import { caseFeatures } from './features';
import { opened, review } from './improvement-case.stories';
import { caseStream } from './improvement-case.stream';

describe('who may do what in an improvement case (P4)', () => {
  it('is told of every command', () =>
    expect(commandsByRoles(caseFeatures)).toEqual({
      'case-lead, team-leader, deputy-director': [
        'OpenCase',
        'CorrectCaseOpening',
        'CloseCase',
        'ReopenCase',
        'AssignCaseLead',
        'NameCover',
        'WithdrawCover',
        'AgreeOutcome',
        'RewordOutcome',
        'AchieveOutcome',
        'WithdrawOutcome',
        'ReinstateOutcome',
        'SubmitActionPlan',
        'CorrectActionPlanSubmission',
        'AcceptActionPlan',
        'ReturnActionPlan',
        'PublishActionPlan',
        'WithdrawActionPlan',
        'WithdrawActionPlanAnswer',
        'AddAction',
        'CompleteAction',
        'RebaselineAction',
        'RemoveAction',
        'ReopenAction',
        'ScheduleDeepDive',
        'RescheduleDeepDive',
        'CancelDeepDive',
        'RecordDeepDive',
        'CorrectDeepDive',
        'RecordStocktake',
        'CorrectStocktake',
        'RecordBoardMeeting',
        'CorrectBoardMeeting',
        'ReportTimelinessProgress',
        'CorrectTimelinessProgress',
        'RecordHealthAdviserContact',
        'CorrectHealthAdviserContact',
        'AgreeNextStep',
        'CompleteNextStep',
        'RescheduleNextStep',
        'CancelNextStep',
        'ReopenNextStep',
        'HoldFormalReview',
        'CorrectFormalReview',
        'DecideProgress',
        'ReviseDecision',
        'WithdrawCaseRecord',
      ],
    }));

  it('sees the local area that the case is of (J2, J3, J5)', () => {
    const read = (command: string, body: object = {}, state = stateAfter(caseStream, [opened])) =>
      readBy(caseFeatures, command, body, state, '931~inspection');
    expect(read('OpenCase', { area: '887' }, caseStream.initial())).toEqual({ area: 'localArea-887' });
    for (const command of ['CorrectCaseOpening', 'CloseCase', 'AgreeOutcome', 'SubmitActionPlan', 'CorrectActionPlanSubmission']) {
      expect(read(command)).toEqual({ area: 'localArea-931' });
    }
    for (const command of ['RecordStocktake', 'CorrectStocktake', 'RecordBoardMeeting', 'CorrectBoardMeeting']) {
      expect(read(command)).toEqual({ area: 'localArea-931' });
      expect(read(command, {}, caseStream.initial())).toEqual({ area: 'localArea-931' });
    }
  });

  it('sees the contract whose supplier recommends at a review, where there is one (C17)', () => {
    const state = stateAfter(caseStream, [opened, review]);
    const read = (command: string, body: object) => readBy(caseFeatures, command, body, state, '931~inspection');
    for (const command of ['HoldFormalReview', 'CorrectFormalReview']) {
      expect(read(command, { contract: 'CON_22889' })).toEqual({ contract: 'contract-CON_22889' });
      expect(read(command, {})).toEqual({});
    }
    for (const command of ['DecideProgress', 'ReviseDecision']) {
      expect(read(command, { review: 'r1' })).toEqual({ contract: 'contract-CON_22889' });
      expect(read(command, { review: 'r2' })).toEqual({});
    }
  });
});
