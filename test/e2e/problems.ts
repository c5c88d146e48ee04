import type { Answer } from './installation';

/** A refusal as it must be: a status of the caller's fault, a stable code, a sentence, and nothing of the inside. */
export function expectProblem({ status, headers, text, body }: Answer, expected?: { status?: number; code?: string }): void {
  expect({ status, code: body?.code }).toEqual({ status: expected?.status ?? status, code: expected?.code ?? body?.code });
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expectProblemShape({ status, headers, text, body });
}

/** As {@link expectProblem}, for a store that is away. */
export function expectUnavailable({ status, headers, text, body }: Answer, code: string): void {
  expect({ status, code: body?.code }).toEqual({ status: 503, code });
  expect(headers['retry-after']).toMatch(/^\d+$/);
  expectProblemShape({ status, headers, text, body });
}

function expectProblemShape({ status, headers, text, body }: Answer): void {
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(body).toMatchObject({
    type: `urn:casework:problem:${body.code}`,
    status,
    code: expect.stringMatching(/^[a-z]+(-[a-z]+)*$/),
    title: expect.stringMatching(/^[A-Z][^]*[.…]$/),
    instance: `urn:uuid:${headers['x-correlation-id']}`,
  });
  expect(text).not.toMatch(/undefined|\[object|NaN|node_modules|\bat [\w.]+ \(|\.ts:\d/);
  expect(text.length).toBeLessThan(64_000);
}
