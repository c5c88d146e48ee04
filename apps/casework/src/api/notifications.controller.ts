import { VCU } from '@app/domain/roles';
import { ActorGuard, once, Outbox, Problem, ProblemBody, Roles, wholeNumber, type MessageState } from '@app/nest';
import { ReadStore } from '@app/read-store';
import { escalationBoard } from '@app/reporting/escalation-board/escalation-board';
import { requirementRegister } from '@app/reporting/requirement-register/requirement-register';
import { Controller, Get, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Notifications } from '../notifications/notifications';
import { WhoWasTold } from '../notifications/who-was-told';
import { MailboxAnswer, NotificationsAnswer, OutboxAnswer, RetriedAnswer } from './notifications.view';

const READERS = [...VCU, 'auditor'];
const STATES: readonly MessageState[] = ['parked', 'queued', 'delivered'];

/** How many messages come at a time where nobody says how many, and at most. */
const PAGE = 50;
const LONGEST_PAGE = 500;

/** Who was told when (E7). */
@ApiTags('reading')
@ApiBearerAuth()
@UseGuards(ActorGuard)
@Roles(READERS)
@Controller('v1')
@ApiResponse({ status: 401, type: ProblemBody, description: 'No valid token' })
@ApiResponse({ status: 403, type: ProblemBody, description: 'The role may not read this' })
export class NotificationsController {
  constructor(
    private readonly readStore: ReadStore,
    private readonly whoWasTold: WhoWasTold,
    private readonly outbox: Outbox,
  ) {}

  @Get('escalations/:key/notifications')
  @ApiOperation({
    operationId: 'escalation-notifications',
    summary: 'Who was told of an escalation, at which level, when, by which way, and whether it arrived',
    description: `Rules E7, E3. Roles: ${READERS.join(', ')}.`,
  })
  @ApiParam({ name: 'key', example: 'stocktake~931~inspection~2023_10_12' })
  @ApiResponse({ status: 200, type: NotificationsAnswer })
  @ApiResponse({ status: 404, type: ProblemBody, description: 'There is no such escalation' })
  async ofEscalation(@Param('key') key: string): Promise<NotificationsAnswer> {
    if (!(await this.readStore.get(escalationBoard, key)).row) throw unknown('escalation', key);
    return { rows: [...(await this.whoWasTold.toldOf(`escalation-${key}`))] };
  }

  @Get('requirements/:key/notifications')
  @ApiOperation({
    operationId: 'requirement-notifications',
    summary: 'Who was reminded of a requirement before it was due, when, by which way, and whether it arrived',
    description: `Rules E7, C4. Roles: ${READERS.join(', ')}.`,
  })
  @ApiParam({ name: 'key', example: 'break_answer~CON_22889~2024_03_31' })
  @ApiResponse({ status: 200, type: NotificationsAnswer })
  @ApiResponse({ status: 404, type: ProblemBody, description: 'There is no such requirement' })
  async ofRequirement(@Param('key') key: string): Promise<NotificationsAnswer> {
    if (!(await this.readStore.get(requirementRegister, key)).row) throw unknown('requirement', key);
    return { rows: [...(await this.whoWasTold.toldOf(`requirement-${key}`))] };
  }

  @Get('mailbox')
  @ApiOperation({
    operationId: 'mailbox',
    summary: 'What was put into the mailbox, the newest first: messages to people and roles that have no address in the settings',
    description: `Rule E7. Roles: ${READERS.join(', ')}.`,
  })
  @ApiQuery({ name: 'recipient', required: false, description: '`person/` and an id, or `role/` and a role' })
  @ApiQuery({ name: 'limit', required: false, type: 'integer', description: `1 to ${LONGEST_PAGE}, by default ${PAGE}` })
  @ApiQuery({ name: 'cursor', required: false, description: '`nextCursor` of the page before' })
  @ApiResponse({ status: 200, type: MailboxAnswer })
  @ApiResponse({ status: 400, type: ProblemBody, description: 'A question that cannot be put' })
  async mailbox(@Query('recipient') to: unknown, @Query('limit') limit: unknown, @Query('cursor') place: unknown): Promise<MailboxAnswer> {
    const recipient = recipientFrom(to);
    const cursor = once('cursor', place);
    const { messages, next } = await this.outbox.list({
      channel: 'mailbox',
      state: 'delivered',
      ...(recipient !== undefined && { recipient }),
      ...(cursor !== undefined && { before: wholeNumber('cursor', cursor) }),
      limit: limitFrom(limit),
    });
    return {
      rows: messages.map(({ id, recipient: told, subject = '', text = '', about, queuedAt, deliveredAt = '' }) => ({
        message: id,
        recipient: told,
        subject,
        text,
        about,
        queuedAt,
        deliveredAt,
      })),
      ...(next !== undefined && { nextCursor: String(next) }),
    };
  }
}

/** What does not get through, for the administrator, who reads no case (P4, E7). */
@ApiTags('operations')
@ApiBearerAuth()
@UseGuards(ActorGuard)
@Roles(['administrator'])
@Controller('admin/notifications')
@ApiResponse({ status: 401, type: ProblemBody, description: 'No valid token' })
@ApiResponse({ status: 403, type: ProblemBody, description: 'Not an administrator' })
export class OutboxController {
  constructor(
    private readonly outbox: Outbox,
    private readonly notifications: Notifications,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'outbox', summary: 'How many messages are queued, delivered and parked, and the newest of one state' })
  @ApiQuery({ name: 'state', required: false, enum: STATES, description: 'By default parked' })
  @ApiQuery({ name: 'limit', required: false, type: 'integer', description: `1 to ${LONGEST_PAGE}, by default ${PAGE}` })
  @ApiResponse({ status: 200, type: OutboxAnswer })
  @ApiResponse({ status: 400, type: ProblemBody, description: 'A question that cannot be put' })
  async list(@Query('state') asked: unknown, @Query('limit') limit: unknown): Promise<OutboxAnswer> {
    const state = stateFrom(asked);
    const { messages } = await this.outbox.list({ state, limit: limitFrom(limit) });
    return {
      ...(await this.outbox.figures()),
      rows: messages.map(({ id, about, recipient, channel, queuedAt, attempts, error }) => ({
        message: id,
        about,
        recipient,
        channel,
        state,
        queuedAt,
        attempts,
        ...(error !== undefined && { error }),
      })),
    };
  }

  @Post('retry')
  @HttpCode(200)
  @ApiOperation({ operationId: 'retry-notifications', summary: 'Deliver everything that is parked once more' })
  @ApiResponse({ status: 200, type: RetriedAnswer })
  async retryAll(): Promise<RetriedAnswer> {
    return { retried: await this.notifications.retry() };
  }

  @Post(':message/retry')
  @HttpCode(200)
  @ApiOperation({ operationId: 'retry-notification', summary: 'Deliver a parked message once more, under the same id' })
  @ApiResponse({ status: 200, type: RetriedAnswer })
  @ApiResponse({ status: 404, type: ProblemBody, description: 'No such message is parked' })
  async retry(@Param('message') message: string): Promise<RetriedAnswer> {
    const retried = /^[0-9a-f-]{36}$/.test(message) ? await this.notifications.retry(message) : 0;
    if (retried === 0) throw new Problem(404, 'not-parked', `No message ${message.slice(0, 60)} is parked.`);
    return { retried };
  }
}

const unknown = (what: string, key: string): Problem => new Problem(404, 'not-found', `There is no ${what} ${key.slice(0, 200)}.`);

/** @throws Problem `query-invalid` */
function limitFrom(value: unknown): number {
  const text = once('limit', value);
  const limit = text === undefined ? PAGE : wholeNumber('limit', text);
  if (limit < 1 || limit > LONGEST_PAGE) throw new Problem(400, 'query-invalid', `limit must be 1 to ${LONGEST_PAGE}.`, { field: 'limit' });
  return limit;
}

/** @throws Problem `query-invalid` */
function recipientFrom(value: unknown): string | undefined {
  const recipient = once('recipient', value);
  if (recipient === undefined || /^(person|role)\/[A-Za-z0-9_.~-]{1,120}$/.test(recipient)) return recipient;
  throw new Problem(400, 'query-invalid', 'recipient must be person/ and an id, or role/ and a role.', { field: 'recipient' });
}

/** @throws Problem `query-invalid` */
function stateFrom(value: unknown): MessageState {
  const state = once('state', value) ?? 'parked';
  const known = STATES.find((each) => each === state);
  if (!known) throw new Problem(400, 'query-invalid', `state must be ${STATES.join(' or ')}.`, { field: 'state' });
  return known;
}
