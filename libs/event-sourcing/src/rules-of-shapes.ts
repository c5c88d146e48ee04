import { getMetadataStorage } from 'class-validator';

/**
 * What the decorators of a class ask, gathered once: class-validator looks through every class that there is, at every check.
 * A class is whole before anything is made of it, so that what was gathered stays true.
 */
const storage = getMetadataStorage();
const gather = storage.getTargetValidationMetadatas.bind(storage);
const gathered = new WeakMap<object, ReturnType<typeof gather>>();

storage.getTargetValidationMetadatas = (shape, schema, always, strictGroups, groups) => {
  if (schema || always || strictGroups || groups) return gather(shape, schema, always, strictGroups, groups);
  const known = gathered.get(shape) ?? gather(shape, schema, always, strictGroups, groups);
  gathered.set(shape, known);
  return known;
};
