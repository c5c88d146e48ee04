import { AwardReduced, AwardReductionReversed, AwardReleased, AwardRestored } from '@app/domain/events';
import { recorded, specForProcess } from '@app/event-sourcing/testing';
import { awardRelease } from './award-release.process';

const reduced = (pence: number, eventId: string) =>
  recorded(AwardReduced({ award: 'a1', pence, releasedPence: 100, reducedOn: '2022-05-01', reason: 'Less was needed' }), {
    stream: 'partner-851~project_5369',
    eventId,
    correlationId: 'c',
  });
const released = (remainingPence: number) =>
  recorded(AwardReleased({ award: 'a1', releasedPence: 100, remainingPence, judgedBy: 'partner-851~project_5369@4' }), {
    stream: 'programme-project_5369',
  });
const restored = (boundPence: number, eventId: string) =>
  recorded(
    AwardRestored({
      award: 'a1',
      grant: '851~project_5369',
      reduction: 4,
      restoredPence: 100,
      boundPence,
      judgedBy: 'partner-851~project_5369@4',
      reason: 'A mistake',
    }),
    { stream: 'programme-project_5369', eventId, correlationId: 'c' },
  );
const reversed = (pence: number, eventId: string) =>
  recorded(AwardReductionReversed({ award: 'a1', pence, restoredPence: 100, reducedOn: '2022-05-01', corrects: 4, reason: 'A mistake' }), {
    stream: 'partner-851~project_5369',
    eventId,
  });
const steps = (...events: unknown[]) =>
  specForProcess(awardRelease)('a1', ...(events as never[]))
    .at('2022-05-02')
    .actions.map((action) => ('send' in action ? `${action.to} ${action.step}` : JSON.stringify(action)));

describe('money that a reduced award sets free (G2, G21)', () => {
  it('is released on the programme after the reduction', () =>
    expect(specForProcess(awardRelease)('a1', reduced(500, 'e1') as never).at('2022-05-02').actions).toMatchObject([
      { send: { award: 'a1' }, to: 'project_5369', step: 'release~e1', because: { eventId: 'e1', correlationId: 'c' } },
    ]));

  it('is released once, and again after another reduction', () => {
    expect(steps(reduced(500, 'e1'), released(500))).toEqual([]);
    expect(steps(reduced(500, 'e1'), released(500), reduced(400, 'e2'))).toEqual(['project_5369 release~e2']);
    expect(steps(reduced(500, 'e1'), reduced(400, 'e2'), released(500))).toEqual(['project_5369 release~e2']);
    expect(steps(reduced(500, 'e1'), reduced(400, 'e2'), released(400))).toEqual([]);
  });

  it('is of no interest without a reduction', () => expect(steps(released(500))).toEqual([]));

  it('is bound again on the programme first, and the partner’s record follows, once', () => {
    expect(
      specForProcess(awardRelease)('a1', reduced(500, 'e1') as never, released(500) as never, restored(600, 'e2') as never).at('2022-05-03')
        .actions,
    ).toMatchObject([
      {
        send: { award: 'a1', corrects: 4, reason: 'The programme binds the money again' },
        to: '851~project_5369',
        step: 'reverse~e2',
        because: { eventId: 'e2', correlationId: 'c' },
      },
    ]);
    expect(steps(reduced(500, 'e1'), released(500), restored(600, 'e2'), reversed(600, 'e3'))).toEqual([]);
  });

  it('is not released where the reduction was taken back before, and is where it was reduced anew', () => {
    expect(steps(reduced(500, 'e1'), restored(600, 'e2'))).toEqual(['851~project_5369 reverse~e2']);
    expect(steps(reduced(500, 'e1'), restored(600, 'e2'), reduced(400, 'e3'))).toEqual(['project_5369 release~e3']);
    expect(steps(reduced(500, 'e1'), reversed(600, 'e2'))).toEqual([]);
  });

  it('comes free of an earlier reduction that stands', () =>
    expect(steps(reduced(500, 'e1'), reduced(400, 'e2'), restored(600, 'e3'), reversed(500, 'e4'))).toEqual(['project_5369 release~e4']));
});
