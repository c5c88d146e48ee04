import { stateAfter } from '@app/event-sourcing/testing';
import {
  EscalationNotifiedAgain,
  EscalationRaised,
  EscalationRaisedToNextLevel,
  EscalationReopened,
  EscalationResolved,
  EscalationWithdrawn,
  SupportCorrected,
  SupportPutInPlace,
  type EscalationEvent,
} from './escalation.events';
import { acknowledged, atLevel2, atLevel3, raised } from './escalation.stories';
import { escalationStream, isLive } from './escalation.stream';

const after = (...events: EscalationEvent[]) => stateAfter(escalationStream, events);
const open = {
  status: 'open',
  level: 1,
  cause: 'requirement-monthly_report~CON_22889~2023_10_12@1',
  since: '2023-11-10',
  person: 'u-21',
  toldAgain: 0,
  supports: [],
};
const support = SupportPutInPlace({ kind: 'information', from: '2023-11-12', description: 'A weekly call' });
const resolved = EscalationResolved({ because: 'met-late' });
const withdrawn = EscalationWithdrawn({ because: 'waived' });
const reopened = EscalationReopened({ corrects: 1, reason: 'A mistake' });
const toldAgain = EscalationNotifiedAgain({ level: 3, role: 'deputy-director', time: 2, lapse: 'requirement-acknowledgement~x~3.2@1' });

describe('what is known of an escalation (E3)', () => {
  it('is nothing before it is raised', () => {
    expect(escalationStream).toMatchObject({ category: 'escalation', collection: 'escalations' });
    expect(escalationStream.initial()).toEqual({ status: 'none', level: 1, toldAgain: 0, supports: [] });
  });

  it('is its cause, its level and who is told', () => {
    expect(after(raised)).toStrictEqual(open);
    const { person: _person, ...unnamed } = raised.data;
    const { person: _nobody, ...openUnnamed } = open;
    expect(after(EscalationRaised(unnamed))).toStrictEqual(openUnnamed);
    expect(after(raised, acknowledged)).toStrictEqual({ ...open, status: 'acknowledged' });
    expect(after(raised, atLevel2)).toStrictEqual({ ...openUnnamed, level: 2, lapse: atLevel2.data.lapse });
    const named = EscalationRaisedToNextLevel({ ...atLevel2.data, person: 'u-30' });
    expect(after(raised, named)).toStrictEqual({ ...open, level: 2, lapse: atLevel2.data.lapse, person: 'u-30' });
    expect(after(raised, atLevel2, atLevel3, toldAgain)).toStrictEqual({
      ...openUnnamed,
      level: 3,
      toldAgain: 2,
      lapse: 'requirement-acknowledgement~x~3.2@1',
    });
  });

  it('is what was put in place, each by its revision (E6)', () => {
    const corrected = SupportCorrected({ ...support.data, corrects: 1, reason: 'Wrong day' });
    expect(after(raised, support, corrected, support)).toStrictEqual({ ...open, supports: [1, 3] });
    const again = EscalationRaised({ ...raised.data, cause: 'requirement-another@1' });
    expect(after(raised, support, resolved, again)).toStrictEqual({ ...open, cause: 'requirement-another@1', supports: [1] });
  });

  it('is its end, and what it was before', () => {
    expect(after(raised, resolved)).toStrictEqual({
      ...open,
      status: 'resolved',
      ended: { revision: 1, because: resolved.data.because, before: 'open' },
    });
    expect(after(raised, acknowledged, withdrawn)).toStrictEqual({
      ...open,
      status: 'withdrawn',
      ended: { revision: 2, because: withdrawn.data.because, before: 'acknowledged' },
    });
    expect(after(raised, resolved, reopened)).toStrictEqual(open);
    expect(after(raised, acknowledged, withdrawn, reopened)).toStrictEqual({ ...open, status: 'acknowledged' });
  });

  it('is whether someone still has to act', () => {
    expect([after(raised), after(raised, acknowledged)].map(isLive)).toEqual([true, true]);
    expect([after(), after(raised, resolved), after(raised, withdrawn)].map(isLive)).toEqual([false, false, false]);
  });
});
