import type { Telling } from '@app/automation/notifications/telling';
import type { RecordedEvent } from '@app/event-store';
import type { Installation } from '../e2e/installation';

/** What the example shows of duties that lapse and of escalations: the right ones, and nothing else (E2-E5). */
export function alarmsSuite(installation: () => Installation): void {
  let log: readonly RecordedEvent[];
  beforeAll(async () => {
    log = await installation().runtime.store.readAll({ limit: 10_000 });
  });
  const of = (stream: string): RecordedEvent[] => log.filter((event) => event.stream === stream);
  const typesOf = (stream: string): string[] => of(stream).map(({ type }) => type);

  it('raises exactly these escalations, to whom and when, day by day', () => {
    const raised = log.filter(({ type }) => type === 'EscalationRaised');
    expect(
      raised
        .map(({ stream, data, metadata }) => [
          stream.replace('escalation-', ''),
          String(metadata.recordedAt).slice(0, 10),
          data.level,
          data.person ?? data.role,
        ])
        .sort(([one, day], [other, otherDay]) => `${day} ${one}`.localeCompare(`${otherDay} ${other}`)),
    ).toEqual([
      ['timeliness_concern~2021~931', '2022-05-12', 1, 'case-lead'],
      ['quarterly_report~851~project_5369~2022_10_01', '2023-01-29', 1, 'grant-manager'],
      ['timeliness_concern~2022~931', '2023-06-08', 1, 'case-lead'],
      ['monthly_report~CON_22889~2024_01_01', '2024-02-11', 1, 'u-contract-manager'],
      ['stocktake~931~inspection~2023_10_12', '2024-04-12', 2, 'u-team-leader'],
      ['timeliness_concern~2023~851', '2024-06-13', 1, 'u-case-lead'],
      ['timeliness_concern~2023~887', '2024-06-13', 1, 'u-case-lead'],
      ['contract_value~CON_22889~80', '2025-01-11', 1, 'u-contract-manager'],
    ]);
  });

  it('leaves none of them without an answer', () => {
    const ends = new Map<string, string>();
    for (const { stream, type } of log) if (stream.startsWith('escalation-')) ends.set(stream, type);
    expect([...new Set(ends.values())].sort()).toEqual(['EscalationAcknowledged', 'EscalationResolved']);
  });

  it('shows a report that was missed, went up to the team leader, and was met late (C9, E3)', () => {
    const id = 'monthly_report~CON_22889~2024_01_01';
    expect(typesOf(`requirement-${id}`)).toEqual(['RequirementImposed', 'RequirementLapsed', 'RequirementMetLate']);
    expect(typesOf(`escalation-${id}`)).toEqual(['EscalationRaised', 'EscalationRaisedToNextLevel', 'EscalationResolved']);
  });

  it('shows the break date on Easter Sunday, with its reminder on the Thursday before (C4, reading 12)', async () => {
    const id = 'requirement-break_answer~CON_22889~2024_03_31';
    const [imposed] = of(id);
    expect(imposed!.data).toMatchObject({ due: '2024-03-31', remindOn: ['2024-03-01', '2024-03-22', '2024-03-28'] });
    const told = await installation().runtime.outbox.toldOf<Telling>(id);
    expect(told.map(({ telling }) => telling.at)).toEqual([
      '2024-03-01T08:00:00.000Z',
      '2024-03-22T08:00:00.000Z',
      '2024-03-28T08:00:00.000Z',
    ]);
    expect(typesOf(id)).toEqual(['RequirementImposed', 'RequirementMet']);
  });

  it('shows Medway’s liaison with the Safety Valve advisers as owed from the first day (C14)', () => {
    const [imposed, met] = of('requirement-programme_liaison~887~CON_22889.safety_valve.2023_10_12');
    expect(imposed!.data).toMatchObject({ from: '2023-10-12', due: '2023-11-12' });
    expect(met!.type).toBe('RequirementMet');
  });
}
