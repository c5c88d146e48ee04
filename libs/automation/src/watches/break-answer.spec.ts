import * as events from '@app/domain/events';
import type { Telling } from '../notifications/telling';
import { playRequirements, type Play } from '../testing/play';
import { accepted, areas, begun, breakPoint, CONTRACT, escalationOf, placed, report } from './contract.testing';

describe('the answer to the break of a contract (C4)', () => {
  it('reminds of the break of Easter Sunday 2024 on the Thursday before, and lapses to the deputy director (C4, reading 12)', () => {
    const played = playRequirements('2023-10-12T09:00:00.000Z');
    played.record(CONTRACT, placed);
    expect(played.types(breakPoint)).toEqual([]);
    played.record(CONTRACT, accepted);
    expect(played.last(breakPoint, 'RequirementImposed')).toMatchObject({
      due: '2024-03-31',
      remindOn: ['2024-03-01', '2024-03-22', '2024-03-28'],
    });
    played.until('2024-04-01T00:00:00.000Z');
    expect(played.last(escalationOf(breakPoint), 'EscalationRaised')).toMatchObject({ level: 3 });
  });

  describe('reminds the contract manager at eight in the morning (C4, E7)', () => {
    const reminded = (played: Play) =>
      played.told.map(({ at, telling }) => {
        const { id, kind, role, person, because } = telling as Telling;
        return { at, id, kind, role, person, because };
      });
    const reminder = (at: string, day: string, to: object = { role: 'contract-manager', person: 'u-9' }) => ({
      at,
      id: `${breakPoint}@${day}`,
      kind: 'reminder',
      because: 'The break point of the contract is answered: continue or terminate: due on 2024-03-31',
      ...to,
    });
    const managed = () => {
      const played = begun();
      played.record(CONTRACT, events.ContractManagerAssigned({ manager: 'u-9', reason: 'r' }));
      return played;
    };
    const [first, second, third] = [
      reminder('2024-03-01T08:00:00.000Z', '2024-03-01'),
      reminder('2024-03-22T08:00:00.000Z', '2024-03-22'),
      reminder('2024-03-28T08:00:00.000Z', '2024-03-28'),
    ];

    it('on each day for it, and not before its time', () => {
      expect(reminded(managed().until('2024-03-28T07:59:59.999Z'))).toEqual([first, second]);
      expect(reminded(managed().until('2024-03-28T08:00:00.000Z'))).toEqual([first, second, third]);
      expect(reminded(managed().until('2024-06-01'))).toEqual([first, second, third]);
    });

    it('no more once it is answered', () => {
      const played = managed().until('2024-03-25');
      const answer = { breakOn: '2024-03-31', areas: ['931'], decidedBy: 'u-40', references: ['CON_22889'], reason: 'Planned' };
      played.record(CONTRACT, events.BreakAnswered({ ...answer, answer: 'continue', endsOn: '2025-03-31' }));
      expect(reminded(played.until('2024-06-01'))).toEqual([first, second]);
    });

    it('once for the days that went by while nobody could be asked, and of none when the day is past', () => {
      const away = managed();
      away.stop();
      away.until('2024-03-29').start();
      expect(reminded(away)).toEqual([{ ...third, at: '2024-03-29T12:00:00.000Z' }]);
      const longAway = managed();
      longAway.stop();
      longAway.until('2024-04-01').start();
      expect(reminded(longAway)).toEqual([]);
    });

    it('of nothing that was answered, or ended with the contract, while nobody could be asked', () => {
      const decision = { areas: ['931'], decidedBy: 'u-40', references: ['CON_22889'], reason: 'Planned' };
      for (const fact of [
        events.BreakAnswered({ ...decision, breakOn: '2024-03-31', answer: 'continue', endsOn: '2025-03-31' }),
        events.ContractEndedEarly({ ...decision, decidedOn: '2024-02-20', endsOn: '2024-02-29', previousEnd: '2025-03-31' }),
      ]) {
        const played = managed().until('2024-02-20');
        played.stop();
        played.record(CONTRACT, fact);
        played.until('2024-03-29').start();
        expect(reminded(played)).toEqual([]);
      }
    });

    it('or who covers, and the team leader where nobody does (E3)', () => {
      const absence = { absent: 'u-9', from: '2024-03-20', to: '2024-03-27', reason: 'r' };
      const covered = managed();
      covered.record(CONTRACT, events.CoverNamed({ ...absence, cover: 'u-10' }));
      expect(reminded(covered.until('2024-03-23')).at(-1)).toEqual({ ...second, role: 'contract-manager', person: 'u-10' });
      const uncovered = managed();
      uncovered.record(CONTRACT, events.CoverNamed(absence));
      expect(reminded(uncovered.until('2024-03-23')).at(-1)).toEqual({ ...second, role: 'team-leader', person: undefined });
    });
  });

  it('is met by the answer, and released where the contract ends before (C4, C5)', () => {
    const answer = { breakOn: '2024-03-31', areas: ['931'], decidedBy: 'u-40', references: ['CON_22889'], reason: 'Planned' };
    const met = begun();
    met.record(CONTRACT, events.BreakAnswered({ ...answer, answer: 'continue', endsOn: '2025-03-31' }));
    expect(met.types(breakPoint)).toEqual(['RequirementImposed', 'RequirementMet']);

    const over = begun();
    over.record(
      CONTRACT,
      events.ContractEndedEarly({
        decidedOn: '2023-10-12',
        decidedBy: 'u-40',
        endsOn: '2024-03-30',
        previousEnd: '2025-03-31',
        areas: ['931'],
        references: ['CON_22889'],
        reason: 'Planned',
      }),
    );
    expect(over.types(breakPoint)).toEqual(['RequirementImposed', 'RequirementReleased']);
  });

  describe('where it was taken back', () => {
    const decision = { breakOn: '2024-03-31', areas, decidedBy: 'u-40', references: ['CON_22889'], reason: 'Planned' };
    const goesOn = events.BreakAnswered({ ...decision, answer: 'continue', endsOn: '2025-03-31' });
    const stops = events.BreakAnswered({ ...decision, answer: 'terminate', endsOn: '2024-03-31' });
    const withdrawn = (corrects: number, change: object = {}) =>
      events.BreakAnswerWithdrawn({
        answer: 'terminate',
        answeredOn: '2024-03-20',
        breakOn: '2024-03-31',
        endsOn: '2025-03-31',
        endedEarly: false,
        areas,
        corrects,
        reason: 'Of another contract',
        ...change,
      });

    it('is owed again, lapsed where the day has passed, and says what took it back', () => {
      const played = begun().until('2024-03-20');
      played.record(CONTRACT, goesOn);
      played.until('2024-04-03').record(CONTRACT, withdrawn(2, { answer: 'continue' }));
      expect(played.last(breakPoint, 'RequirementReopened')).toMatchObject({
        correction: 'contract-CON_22889@3',
        because: 'What met it was corrected, returned or withdrawn',
      });
      expect(played.types(breakPoint)).toEqual(['RequirementImposed', 'RequirementMet', 'RequirementReopened', 'RequirementLapsed']);
      expect(played.last(escalationOf(breakPoint), 'EscalationRaised')).toMatchObject({ level: 3 });
      played.record(CONTRACT, goesOn);
      expect(played.types(breakPoint).at(-1)).toBe('RequirementMetLate');
    });

    it('is owed again, and reminded of at once and as before, where the day is still to come', () => {
      const played = begun();
      played.record(CONTRACT, events.ContractManagerAssigned({ manager: 'u-9', reason: 'r' }));
      played.record(CONTRACT, goesOn);
      played.until('2024-03-10').record(CONTRACT, withdrawn(3, { answer: 'continue' }));
      expect(played.types(breakPoint)).toEqual(['RequirementImposed', 'RequirementMet', 'RequirementReopened']);
      expect(played.until('2024-03-30').told.map(({ at }) => at.slice(0, 10))).toEqual(['2024-03-10', '2024-03-22', '2024-03-28']);
    });

    it('stays met by an answer before it that stands again', () => {
      const played = begun().until('2024-03-01');
      played.record(CONTRACT, goesOn);
      played.until('2024-03-20').record(CONTRACT, stops);
      played.until('2024-04-03').record(CONTRACT, withdrawn(3, { standing: 'continue' }));
      expect(played.types(breakPoint)).toEqual(['RequirementImposed', 'RequirementMet']);
    });

    it('brings back the reports of the months after the break, and asks after the end as agreed what stays confidential (C9, P1)', () => {
      const review = 'requirement-confidentiality_review~CON_22889~end';
      const played = begun().until('2024-03-20');
      played.record(CONTRACT, stops);
      played
        .until('2024-04-20')
        .record(CONTRACT, events.ConfidentialityDecided({ endsOn: '2024-03-31', staysConfidential: [], reason: 'r' }));
      expect(played.types(report('2024_04_01'))).toEqual([]);
      expect(played.types(review)).toEqual(['RequirementImposed', 'RequirementMet']);
      played.until('2024-05-02').record(CONTRACT, withdrawn(2));
      expect(played.last(report('2024_04_01'), 'RequirementImposed')).toMatchObject({ due: '2024-05-10' });
      expect(played.types(review).slice(2)).toEqual(['RequirementReopened', 'RequirementRescheduled']);
      expect(played.last(review, 'RequirementRescheduled')).toMatchObject({ due: '2025-05-30', stillLapsed: false });
    });
  });
});
