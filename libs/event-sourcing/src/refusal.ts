/** What a refusal says, to whom it may concern, and the rule it comes from. */
export interface RefusalDeclaration {
  /** A sentence that a person understands; `{name}` is filled from the refusal's `values`. */
  readonly says: string;
  /** Rule id of the domain, e.g. `C6`; several where it follows from the case which of them it is. */
  readonly rule: string | readonly string[];
}

/** A command that the rules forbid. Nothing was recorded. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    /** Rule id; several are parted by commas. */
    readonly rule: string,
    says: string,
    /** Field of the command that is at fault, where one is. */
    readonly field?: string,
  ) {
    super(says);
  }
}

export interface RefusalDetail {
  field?: string;
  values?: Readonly<Record<string, string | number>>;
  /** Which of the declared rules forbid it; all of them where none is named. */
  rules?: readonly string[];
}

/** Makes the refusal to throw: `throw refuse('extension-over-twelve-months', { field: 'months' })`. */
export interface Refuse<Code extends string = string> {
  (code: Code, detail?: RefusalDetail): Refused;
  readonly declarations: Readonly<Record<string, RefusalDeclaration>>;
}

/** Declares the refusals of a stream; codes are unique in the whole system. */
export function defineRefusals<const T extends Readonly<Record<string, RefusalDeclaration>>>(declarations: T): Refuse<keyof T & string> {
  const refuse = (code: keyof T & string, { field, values = {}, rules }: RefusalDetail = {}): Refused => {
    const { says, rule } = declarations[code]!;
    return new Refused(
      code,
      (rules ?? [rule].flat()).join(', '),
      says.replace(/\{(\w+)\}/g, (_all, name: string) => String(values[name])),
      field,
    );
  };
  return Object.assign(refuse, { declarations });
}
