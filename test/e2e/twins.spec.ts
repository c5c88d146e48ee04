import { features } from '@app/domain';
import { CorrectSubject } from '@app/domain/subject/correct-subject/correct-subject.command';
import { RegisterSubject } from '@app/domain/subject/register-subject/register-subject.command';
import { ChainCheck } from '@app/event-store';
import { CommandFailed, Decider, uuidV5, type CommandAnswer, type DeciderOptions } from '@app/nest';
import { BUILD, catalogue } from '../../apps/casework/src/runtime';
import { startInstallation, type Installation } from './installation';

const featureOf = (command: unknown) => features.find((feature) => feature.command === command)!;
const actor = { who: 'u-1', role: 'case-lead' };

/** Two servers on one log, each with states and queues of its own; their clocks differ, so their bytes do. */
describe('two processes that carry out the same command at once', () => {
  let installation: Installation;
  let twins: readonly [Decider, Decider];
  beforeAll(async () => {
    installation = await startInstallation();
    const { store, sealer: sealing } = installation.runtime;
    const options = (now: () => string): DeciderOptions => ({ store, catalogue, sealing, clock: { now }, build: BUILD, patience: 20_000 });
    let tick = Date.parse('2024-03-01T00:00:00.000Z');
    const ticking = (): string => new Date((tick += 1)).toISOString();
    twins = [new Decider(options(ticking)), new Decider(options(() => '2024-03-02T00:00:00.000Z'))];
  });
  afterAll(() => installation.clear());

  const register = (twin: Decider, id: string, commandId: string): Promise<CommandAnswer> =>
    twin.handle({
      feature: featureOf(RegisterSubject),
      command: Object.assign(new RegisterSubject(), { subject: id, kind: 'adviser', name: 'Illustrative Adviser' }),
      id,
      actor,
      commandId,
    });
  const correct = (twin: Decider, id: string, commandId: string, reason: string): Promise<CommandAnswer> =>
    twin.handle({
      feature: featureOf(CorrectSubject),
      command: Object.assign(new CorrectSubject(), { subject: id, kind: 'adviser', name: reason, reason }),
      id,
      actor,
      commandId,
    });
  const expectOneEffect = async (id: string, effects: number): Promise<void> => {
    const events = await installation.runtime.store.readStream(`subject-${id}`);
    expect(events).toHaveLength(effects);
    expect(new Set(events.map(({ metadata }) => metadata['commandId'])).size).toBe(effects);
    const chain = new ChainCheck();
    for (const event of events) expect(chain.follow(event)).toBeUndefined();
  };

  it('have one effect, and both get the one answer: on new streams', async () => {
    for (let round = 0; round < 60; round += 1) {
      const commandId = uuidV5(['new', String(round)]);
      const answers = await Promise.all(twins.map((twin) => register(twin, `new_${round}`, commandId)));
      expect(answers[1]).toEqual(answers[0]);
      await expectOneEffect(`new_${round}`, 1);
    }
  });

  it('have one effect each, and both get the one answer: many commands on one stream', async () => {
    await register(twins[0], 'busy', uuidV5(['busy']));
    const rounds = Array.from({ length: 40 }, (_none, round) => round);
    const answers = await Promise.all(
      rounds.map((round) => Promise.all(twins.map((twin) => correct(twin, 'busy', uuidV5(['busy', String(round)]), `Round ${round}`)))),
    );
    for (const [one, other] of answers) expect(other).toEqual(one);
    await expectOneEffect('busy', 41);
  });

  it('with another body under the same id are told so', async () => {
    await register(twins[0], 'other', uuidV5(['other']));
    const commandId = uuidV5(['other', 'correction']);
    const outcomes = await Promise.allSettled([
      correct(twins[0], 'other', commandId, 'One reason'),
      correct(twins[1], 'other', commandId, 'Another reason'),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refusal = outcomes.find((outcome) => outcome.status === 'rejected')!.reason as CommandFailed;
    expect(refusal).toMatchObject({ code: 'idempotency-key-reused', status: 422 });
    await expectOneEffect('other', 2);
  });

  it('when one is told that it has nothing to do or is refused, it has read what the other recorded', async () => {
    for (let round = 0; round < 20; round += 1) {
      const id = `fresh_${round}`;
      await register(twins[0], id, uuidV5([id]));
      await expect(register(twins[1], id, uuidV5([id, 'again']))).rejects.toMatchObject({ code: 'subject-already-registered' });
      const corrected = await correct(twins[round % 2]!, id, uuidV5([id, 'correction']), 'A correction');
      expect(corrected.revision).toBe(1);
    }
  });
});
