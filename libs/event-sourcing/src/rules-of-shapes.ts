import { getMetadataStorage } from 'class-validator';

/**
 * What the decorators of a class ask, gathered once: class-validator looks through every class that there is, at every check.
 * A class is whole before anything is made of it, so that what was gathered stays true.
 */
const storage = getMetadataStorage();
const gather = storage.getTargetValidationMetadatas.bind(storage);
/** By class, and for one that is nested by the name of the class that it is nested in. */
const gathered = new WeakMap<object, Map<string, ReturnType<typeof gather>>>();

storage.getTargetValidationMetadatas = (shape, schema, always, strictGroups, groups) => {
  if (always || strictGroups || groups) return gather(shape, schema, always, strictGroups, groups);
  const known = gathered.get(shape) ?? new Map<string, ReturnType<typeof gather>>();
  gathered.set(shape, known);
  const rules = known.get(schema ?? '') ?? gather(shape, schema, always, strictGroups, groups);
  known.set(schema ?? '', rules);
  return rules;
};
