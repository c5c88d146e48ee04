/** What a command says, as the plain JSON that an event holds: parts lose their class, absent fields their key. */
export const plain = <T extends object>(said: T): T => JSON.parse(JSON.stringify(said)) as T;

/** Whether two pieces of plain JSON say the same, in whatever order their keys stand. */
export const saysTheSame = (one: object, other: object): boolean => inOrder(one) === inOrder(other);

const inOrder = (value: object): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
