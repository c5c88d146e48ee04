/**
 * Why a message did not get there. `away`: nobody answers on this way, so all of it is left in peace for a while; `later`: this message is tried
 * again; `never`: the other side said no for good, and a person must look.
 */
export class Undelivered extends Error {
  /** @param code never the other side's words, which may hold an address */
  constructor(
    readonly kind: 'away' | 'later' | 'never',
    readonly code: string,
    cause?: unknown,
  ) {
    super(code, { cause });
  }
}

/** Code of a recipient whose address is in the settings no more: nobody was asked. */
export const NO_ADDRESS = 'no-address';
