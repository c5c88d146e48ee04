import * as events from '@app/domain/events';
import { bound, CONTRACT, discussed, escalationOf, quality } from './contract.testing';

describe('an escalation that nobody takes on (E3)', () => {
  const escalated = escalationOf(quality);

  it('goes up after 3 and 2 working days, is told again after 1 each, three times, and then stands', () => {
    const played = bound().until('2023-12-01');
    expect(played.types(escalated)).toEqual([
      'EscalationRaised',
      'EscalationRaisedToNextLevel',
      'EscalationRaisedToNextLevel',
      'EscalationNotifiedAgain',
      'EscalationNotifiedAgain',
      'EscalationNotifiedAgain',
    ]);
    const due = played.log.filter(
      ({ event, meta }) => event.type === 'RequirementImposed' && meta.streamId.startsWith('acknowledgement~quality_approach'),
    );
    expect(due.map(({ event }) => (event.data as { due: string }).due)).toEqual([
      '2023-11-01',
      '2023-11-06',
      '2023-11-08',
      '2023-11-10',
      '2023-11-13',
      '2023-11-15',
    ]);
  });

  it('stays where it is once acknowledged', () => {
    const played = bound().until('2023-10-30');
    played.record(escalated, events.EscalationAcknowledged({ level: 1, reason: 'Asked' }), { who: 'u-21', role: 'contract-manager' });
    played.until('2023-12-01');
    expect(played.types(escalated)).toEqual(['EscalationRaised', 'EscalationAcknowledged']);
    expect(played.types('requirement-acknowledgement~quality_approach~CON_22889~2023_10_12~1.0')).toEqual([
      'RequirementImposed',
      'RequirementMet',
    ]);
  });

  it('is left to people once a person has reopened it', () => {
    const played = bound().until('2023-10-30');
    played.record(CONTRACT, discussed);
    expect(played.types(escalated)).toEqual(['EscalationRaised', 'EscalationWithdrawn']);
    played.record(escalated, events.EscalationReopened({ corrects: 1, reason: 'The discussion was of another contract' }));
    expect(played.types(escalated).at(-1)).toBe('EscalationReopened');
    expect(played.outstanding()).toEqual([]);
  });

  it('is to be acknowledged again where it is reopened, unless somebody had taken it on: then it stands as before', () => {
    const escalated = escalationOf(quality);
    const reopened = (acknowledged: boolean) => {
      const played = bound().until('2023-10-27T09:00:00.000Z');
      if (acknowledged) played.record(escalated, events.EscalationAcknowledged({ level: 1, reason: 'In hand' }));
      played.record(escalated, events.EscalationResolved({ because: 'by-decision', reason: 'Done' }));
      played.record(escalated, events.EscalationReopened({ corrects: acknowledged ? 2 : 1, reason: 'Not done' }));
      played.until('2023-11-02T09:00:00.000Z');
      const asked = played.streams('requirement').filter((id) => id.startsWith('acknowledgement~quality_approach'));
      return [asked.length, played.types(escalated).at(-1)];
    };
    expect(reopened(false)).toEqual([3, 'EscalationRaisedToNextLevel']);
    expect(reopened(true)).toEqual([1, 'EscalationReopened']);
  });
});

describe('a waiver and its withdrawal (E2)', () => {
  it('ends the escalation and brings it back', () => {
    const played = bound().until('2023-10-30');
    played.record(quality, events.RequirementWaived({ reason: 'Agreed' }), { who: 'u-30', role: 'team-leader' });
    const escalated = escalationOf(quality);
    expect(played.last(escalated, 'EscalationWithdrawn')).toMatchObject({ because: 'waived' });
    played.record(quality, events.WaiverWithdrawn({ corrects: 2, reason: 'A mistake' }), { who: 'u-30', role: 'team-leader' });
    expect(played.types(escalated)).toEqual(['EscalationRaised', 'EscalationWithdrawn', 'EscalationRaised']);
  });
});
