import type { Feature } from '@app/event-sourcing';
import type { OpenAPIObject } from '@nestjs/swagger';
import { getMetadataStorage, ValidationTypes } from 'class-validator';

interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
}

/** What the Swagger plugin leaves out: `@IsInt` fields are integers, and no body takes unknown fields. */
export function withIntegers(document: OpenAPIObject, features: readonly Feature[]): OpenAPIObject {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema & { additionalProperties?: boolean }>;
  for (const { command } of features) {
    const schema = schemas[command.name];
    if (!schema) continue;
    schema.additionalProperties = false;
  }
  const storage = getMetadataStorage();
  for (const target of storage['validationMetadatas' as never] ? targetsOf(storage) : []) {
    const schema = schemas[target.name];
    if (!schema?.properties) continue;
    for (const { propertyName, name, type } of storage.getTargetValidationMetadatas(target, '', false, false)) {
      const property = schema.properties[propertyName];
      if (property?.type === 'number' && type === ValidationTypes.CUSTOM_VALIDATION && name === 'isInt') property.type = 'integer';
    }
  }
  return document;
}

function targetsOf(storage: ReturnType<typeof getMetadataStorage>): (abstract new () => object)[] {
  const known = (storage as unknown as { validationMetadatas: Map<abstract new () => object, unknown> }).validationMetadatas;
  return [...known.keys()].filter((target) => typeof target === 'function');
}
