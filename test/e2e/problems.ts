import type { Answer } from './installation';

/** A refusal as it must be: a status of the caller's fault, a stable code, a sentence, and nothing of the inside. */
export function expectProblem(answer: Answer, expected?: { status?: number; code?: string }): void {
  const { to, status, body } = answer;
  const outcome = { to, status, code: body?.code };
  expect(outcome).toEqual({ ...outcome, ...expected });
  expect({ to, refused: status >= 400 && status < 500 }).toEqual({ to, refused: true });
  expectProblemShape(answer);
}

/** As {@link expectProblem}, for a store that is away. */
export function expectUnavailable(answer: Answer, code: string): void {
  expect({ status: answer.status, code: answer.body?.code }).toEqual({ status: 503, code });
  expect(answer.headers['retry-after']).toMatch(/^\d+$/);
  expectProblemShape(answer);
}

function expectProblemShape({ status, headers, text, body }: Answer): void {
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(body).toMatchObject({
    type: `urn:casework:problem:${body.code}`,
    status,
    code: expect.stringMatching(/^[a-z]+(-[a-z]+)*$/),
    title: expect.stringMatching(/^\S[^]* [^]*[.…]$/),
    instance: `urn:uuid:${headers['x-correlation-id']}`,
  });
  expect(text).not.toMatch(/undefined|\[object|NaN|node_modules|\bat [\w.]+ \(|\.ts:\d/);
  expect(text.length).toBeLessThan(64_000);
}
