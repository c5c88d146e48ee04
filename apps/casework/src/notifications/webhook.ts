import { createHmac } from 'node:crypto';
import type { WebhookAddress } from './notification-settings';
import { Undelivered } from './undelivered';

/** Answers of the 400s after which the same message may be taken another time. */
const NOT_NOW = [408, 425, 429];

/**
 * `v1,` and the base64 of HMAC-SHA256 over `{id}.{timestamp}.{body}`, as the Standard Webhooks specification has it.
 * @param timestamp seconds since 1970
 */
export const signatureOf = (secret: Buffer, id: string, timestamp: number, body: string): string =>
  `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')}`;

/**
 * Posts a signed message. Resolves when the receiver has answered with a 2xx.
 * @param answerWithin milliseconds
 * @throws Undelivered
 */
export async function postWebhook({ url, secret }: WebhookAddress, id: string, body: string, answerWithin: number): Promise<void> {
  const timestamp = Math.floor(Date.now() / 1_000);
  let status: number;
  try {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'casework',
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signatureOf(secret, id, timestamp, body),
      },
      body,
      signal: AbortSignal.timeout(answerWithin),
    });
    status = answer.status;
    await answer.body?.cancel();
  } catch (error) {
    const timedOut = (error as Error).name === 'TimeoutError';
    throw new Undelivered('away', timedOut ? 'http-no-answer' : 'http-not-reached', error);
  }
  if (status >= 200 && status < 300) return;
  if (status >= 500 || NOT_NOW.includes(status)) throw new Undelivered('away', `http-${status}`);
  throw new Undelivered('never', `http-${status}`);
}
