import { requirements } from '@app/automation/requirements';
import type { Telling } from '@app/automation/notifications/telling';
import { VCU } from '@app/domain/roles';
import type { EventCatalogue } from '@app/event-sourcing';
import { StreamNotFound, type EventStore, type RecordedEvent } from '@app/event-store';
import { ActorGuard, Outbox, Problem, ProblemBody, Roles } from '@app/nest';
import { Controller, Get, Inject, Param, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ruleSentences } from '../../docs/rule-sentences';
import { CATALOGUE, EVENT_STORE } from '../tokens';
import { addressedBy, escalationInWords } from './escalation-why';
import { historyOf, requirementInWords } from './requirement-why';
import { EscalationWhy, RequirementWhy, type WhyDelivery, type WhyEvent, type WhyStep } from './why.view';
import { remindersOf, type Sent, type Told } from './words';

const READERS = [...VCU, 'auditor'];
const ID = /^[A-Za-z0-9_.~]{1,120}$/;

/** Why something is owed or somebody was told, from the record itself (E2, E3, E7). */
@ApiTags('reading')
@ApiBearerAuth()
@UseGuards(ActorGuard)
@Roles(READERS)
@Controller('v1')
export class WhyController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CATALOGUE) private readonly catalogue: EventCatalogue,
    private readonly outbox: Outbox,
  ) {}

  @Get('requirements/:id/why')
  @ApiOperation({
    operationId: 'why-requirement',
    summary: 'Why a requirement is owed, how its due day was counted, up to where was read when it lapsed, and what became of it',
    description: `Rules E2, E5, P5. Roles: ${READERS.join(', ')}.`,
  })
  @ApiParam({ name: 'id', example: 'stocktake~931~inspection~2023_10_12' })
  @ApiResponse({ status: 200, type: RequirementWhy })
  @ApiResponse({ status: 401, type: ProblemBody, description: 'No valid token' })
  @ApiResponse({ status: 403, type: ProblemBody, description: 'The role may not read this' })
  @ApiResponse({ status: 404, type: ProblemBody, description: 'There is no such requirement' })
  async requirement(@Param('id') id: string): Promise<RequirementWhy> {
    const events = await this.read('requirement', id);
    const history = historyOf(events);
    if (!history) throw notFound('requirement', id);
    const { imposed, due, lapse, met } = history;
    const cause = await this.eventAt(imposed.imposedBy.event);
    const metBy = met && (await this.eventAt(met.by));
    const row = requirements.find(({ definition }) => definition === imposed.definition);
    const rule = ruleSentences[imposed.rule] ?? '';
    const reminded = remindersOf(await this.sent(`requirement-${id}`));
    const escalated = (await this.find('escalation', id)).length > 0;
    return {
      requirement: id,
      inWords: requirementInWords(events, history, { rule, row, cause, met: metBy, reminded }),
      rule: { id: imposed.rule, sentence: rule },
      imposedBy: whyEvent(cause ?? events[0]!),
      due,
      settings: imposed.settings.map((setting) => ({ ...setting })),
      wouldBeMetBy: row?.metBy ?? '',
      endsWith: row?.endsWith ?? '',
      ...(lapse && { judged: { at: lapse.data.judgedAt, readUpTo: lapse.data.readUpTo, pastWhenImposed: lapse.data.pastWhenImposed } }),
      ...(metBy && { metBy: whyEvent(metBy) }),
      steps: events.map((event) => step(event, [])),
      reminders: reminded.map(({ on, sent }) => ({ on, told: sent.map(delivered) })),
      ...(escalated && { escalation: `/v1/escalations/${id}/why` }),
    };
  }

  @Get('escalations/:id/why')
  @ApiOperation({
    operationId: 'why-escalation',
    summary: 'Why somebody was told, who was told at which level and when, and what came of it',
    description: `Rules E3, E6, E7, P5. Roles: ${READERS.join(', ')}.`,
  })
  @ApiParam({ name: 'id', example: 'stocktake~931~inspection~2023_10_12' })
  @ApiResponse({ status: 200, type: EscalationWhy })
  @ApiResponse({ status: 401, type: ProblemBody, description: 'No valid token' })
  @ApiResponse({ status: 403, type: ProblemBody, description: 'The role may not read this' })
  @ApiResponse({ status: 404, type: ProblemBody, description: 'There is no such escalation' })
  async escalation(@Param('id') id: string): Promise<EscalationWhy> {
    const events = await this.read('escalation', id);
    const raised = events.findLast(({ type }) => type === 'EscalationRaised');
    if (!raised) throw notFound('escalation', id);
    const { cause: reference, rule: ruleId } = raised.data as { cause: string; rule: string };
    const cause = await this.eventAt(reference);
    const rule = ruleSentences[ruleId] ?? '';
    const sent = await this.sent(`escalation-${id}`);
    const sentOf = (event: Told): readonly Sent[] => sent.filter(({ telling }) => telling === event.id);
    return {
      escalation: id,
      inWords: escalationInWords(events, { rule, cause, sentOf }),
      rule: { id: ruleId, sentence: rule },
      cause: whyEvent(cause ?? raised),
      steps: events.map((event) => step(event, sentOf(event))),
      ...(reference.startsWith('requirement-') && { requirement: `/v1/requirements/${id}/why` }),
    };
  }

  private async read(category: 'requirement' | 'escalation', id: string): Promise<Told[]> {
    const events = ID.test(id) ? await this.find(category, id) : [];
    if (events.length === 0) throw notFound(category, id);
    return events;
  }

  private find(category: string, id: string): Promise<Told[]> {
    return this.events(`${category}-${id}`);
  }

  private async eventAt(reference: string): Promise<Told | undefined> {
    const at = reference.lastIndexOf('@');
    const [event] = await this.events(reference.slice(0, at), { from: Number(reference.slice(at + 1)), limit: 1 });
    return event;
  }

  private async events(stream: string, which: { from?: number; limit?: number } = {}): Promise<Told[]> {
    try {
      return (await this.store.readStream(stream, which)).map((event) => this.told(event));
    } catch (error) {
      if (error instanceof StreamNotFound) return [];
      throw error;
    }
  }

  private told(recorded: RecordedEvent): Told {
    const { type, data } = this.catalogue.read(recorded);
    const { stream, revision, id, metadata } = recorded;
    const { recordedAt, effectiveOn, who, role } = metadata as unknown as Pick<Told, 'recordedAt' | 'effectiveOn' | 'who' | 'role'>;
    return { stream, revision, id, type, data, says: this.catalogue.declarationOf(type).says(data), recordedAt, effectiveOn, who, role };
  }

  private async sent(about: string): Promise<Sent[]> {
    return (await this.outbox.toldOf<Telling>(about)).map(({ telling, recipient, channel, state, queuedAt, deliveredAt }) => ({
      telling: telling.id,
      recipient,
      channel,
      state,
      queuedAt,
      ...(deliveredAt !== undefined && { deliveredAt }),
    }));
  }
}

const whyEvent = ({ stream, revision, says, recordedAt, effectiveOn, who, role }: Told): WhyEvent => ({
  event: `${stream}@${revision}`,
  says,
  recordedAt,
  effectiveOn,
  who,
  role,
  link: `/v1/events/${stream}/${revision}`,
});

function step(event: Told, sent: readonly Sent[]): WhyStep {
  const to = addressedBy(event);
  return {
    ...whyEvent(event),
    ...(to && { level: to.level, toRole: to.role }),
    ...(to?.person !== undefined && { toPerson: to.person }),
    ...(to?.insteadOf !== undefined && { insteadOf: to.insteadOf }),
    told: sent.map(delivered),
  };
}

const delivered = ({ telling: _telling, ...delivery }: Sent): WhyDelivery => delivery;

const notFound = (what: string, id: string): Problem => new Problem(404, 'not-found', `There is no ${what} ${id.slice(0, 200)}.`);
