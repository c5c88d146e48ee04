import { features } from '@app/domain';
import type { Feature, Shape } from '@app/event-sourcing';
import { pathOf } from '@app/nest';
import { getMetadataStorage } from 'class-validator';

/** An address to which a feature's command is sent, and a role that may send it; the automation's own commands have none. */
export interface FeatureRequest {
  readonly feature: Feature;
  readonly name: string;
  readonly role: string;
  pathFor(id: string): string;
  readonly path: string;
  readonly fields: readonly string[];
}

/** The fields that a body of a shape may have. */
export const fieldsOfBody = (shape: Shape): string[] => [
  ...new Set(
    getMetadataStorage()
      .getTargetValidationMetadatas(shape, '', false, false)
      .map(({ propertyName }) => propertyName),
  ),
];

const all: readonly FeatureRequest[] = features.map((feature) => {
  const { collection, action } = pathOf(feature);
  const pathFor = (id: string): string => `/${collection}/${action.replace(':id', id)}`;
  return {
    feature,
    name: feature.command.name,
    role: feature.roles.find((role) => role !== 'system') ?? 'case-lead',
    pathFor,
    path: pathFor('931~1'),
    fields: fieldsOfBody(feature.command),
  };
});

export const featureRequests = all.filter(({ feature }) => feature.roles.some((role) => role !== 'system'));
export const systemRequests = all.filter(({ feature }) => feature.roles.every((role) => role === 'system'));

/** The first few commands of each stream. */
export const someOfEachStream = (most: number): readonly FeatureRequest[] => {
  const taken = new Map<string, number>();
  return featureRequests.filter(({ feature: { stream } }) => {
    const count = taken.get(stream.category) ?? 0;
    taken.set(stream.category, count + 1);
    return count < most;
  });
};
