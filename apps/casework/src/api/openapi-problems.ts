import { ProblemBody } from '@app/nest';
import type { OpenAPIObject } from '@nestjs/swagger';

const PROBLEM = `#/components/schemas/${ProblemBody.name}`;

/** Every error is `application/problem+json`, which the Swagger decorators cannot say of a single answer. */
export function withProblemTypes(document: OpenAPIObject): OpenAPIObject {
  for (const { get, post } of Object.values(document.paths)) {
    for (const operation of [get, post]) {
      for (const response of Object.values(operation?.responses ?? {})) {
        if (!response || !('content' in response) || !response.content) continue;
        const { 'application/json': json, ...others } = response.content;
        if (json?.schema && '$ref' in json.schema && json.schema.$ref === PROBLEM) {
          response.content = { ...others, 'application/problem+json': json };
        }
      }
    }
  }
  return document;
}
