import {
  EscalationAcknowledged,
  EscalationNotifiedAgain,
  EscalationRaised,
  EscalationRaisedToNextLevel,
  EscalationReopened,
  EscalationResolved,
  SupportPutInPlace,
} from '@app/domain/events';
import { recorded, specForProcess } from '@app/event-sourcing/testing';
import { notifications } from './notifications.process';
import type { Telling } from './telling';

const KEY = 'monthly_report~CON_22889~2025_03_01';
const STREAM = `escalation-${KEY}`;
const at = (day: string) => `${day}T23:00:59.999Z`;
const about = {
  rule: 'C9',
  because: 'The report for the period is submitted: nothing was recorded by 2025-04-10',
  what: 'contract-CON_22889',
  areas: ['931', '887', '851'],
  need: 'information' as const,
};
const raised = (to: { person?: string; insteadOf?: string } = { person: 'u-7' }, cause = 'requirement-x@1') =>
  recorded(EscalationRaised({ cause, level: 1, role: 'contract-manager', ...to, ...about, since: '2025-04-10' }), {
    stream: STREAM,
    eventId: `raised-${cause}`,
    recordedAt: at('2025-04-10'),
  });
const lapse = 'requirement-acknowledgement~x@1';
const up = recorded(EscalationRaisedToNextLevel({ level: 2, role: 'team-leader', lapse }), {
  stream: STREAM,
  eventId: 'up',
  recordedAt: at('2025-04-15'),
});
const again = (time: number) =>
  recorded(EscalationNotifiedAgain({ level: 3, role: 'deputy-director', person: 'u-3', time, lapse }), {
    stream: STREAM,
    eventId: `again-${time}`,
    recordedAt: at('2025-04-17'),
  });
const acknowledged = recorded(EscalationAcknowledged({ level: 1, reason: 'Mine' }), { stream: STREAM });
const resolved = recorded(EscalationResolved({ because: 'by-decision', reason: 'Done' }), { stream: STREAM });
const reopened = recorded(EscalationReopened({ corrects: 1, reason: 'A mistake' }), { stream: STREAM, eventId: 'reopened' });

const told = (...events: readonly unknown[]): Telling[] =>
  specForProcess(notifications)(KEY, ...(events as never[]))
    .at('2025-05-01')
    .actions.map((action) => ('tell' in action ? (action.tell as Telling) : expect(action)) as Telling);

describe('who is told of an escalation (E7)', () => {
  it('is the person of the level at which it is raised, in open facts, under the id of the event', () =>
    expect(told(raised())).toEqual([
      {
        id: 'raised-requirement-x@1',
        kind: 'raised',
        about: STREAM,
        level: 1,
        role: 'contract-manager',
        person: 'u-7',
        ...about,
        day: '2025-04-10',
        at: '2025-04-10T23:00:59.999Z',
      },
    ]));

  it('is who covers, and nothing is said of whom they cover for (E3, P1)', () => {
    const [telling] = told(raised({ person: 'u-8', insteadOf: 'u-7' }));
    expect(telling).toMatchObject({ person: 'u-8' });
    expect(JSON.stringify(telling)).not.toContain('u-7');
  });

  it('is the next level, and not the person of the one before', () =>
    expect(told(raised(), up).map(({ id, level, role, person }) => ({ id, level, role, person }))).toEqual([
      { id: 'raised-requirement-x@1', level: 1, role: 'contract-manager', person: 'u-7' },
      { id: 'up', level: 2, role: 'team-leader', person: undefined },
    ]));

  it('is the highest level each time that it is told again (E3)', () =>
    expect(told(raised(), up, again(1), again(2)).map(({ id, kind, time }) => [id, kind, time])).toEqual([
      ['raised-requirement-x@1', 'raised', undefined],
      ['up', 'raised-to-next-level', undefined],
      ['again-1', 'told-again', 1],
      ['again-2', 'told-again', 2],
    ]));

  it('is told whatever came of it before anybody could be told', () => expect(told(raised(), acknowledged, resolved)).toHaveLength(1));

  it('is told of another cause on the same escalation', () =>
    expect(told(raised(), resolved, raised({}, 'requirement-x@3')).map(({ id, person }) => [id, person])).toEqual([
      ['raised-requirement-x@1', 'u-7'],
      ['raised-requirement-x@3', undefined],
    ]));

  it('is told when it is reopened, unless somebody had taken it on', () => {
    expect(told(raised(), up, resolved, reopened).at(-1)).toMatchObject({
      id: 'reopened',
      kind: 'reopened',
      level: 2,
      role: 'team-leader',
    });
    expect(told(raised(), acknowledged, resolved, reopened)).toHaveLength(1);
  });

  it('is nobody where nothing was raised, and nobody for what is put in place', () => {
    expect(told(acknowledged, up, reopened)).toEqual([]);
    const support = recorded(SupportPutInPlace({ kind: 'information', from: '2025-04-12', description: 'd' }), { stream: STREAM });
    expect(told(raised(), support)).toHaveLength(1);
  });

  it('names each telling by one step for ever', () =>
    expect(
      specForProcess(notifications)(KEY, raised() as never, up as never)
        .at('2025-05-01')
        .actions.map((action) => 'step' in action && action.step),
    ).toEqual(['tell~raised-requirement-x@1', 'tell~up']));
});
