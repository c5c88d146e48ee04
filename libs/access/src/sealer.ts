import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { fieldsOf, type Actor, type Classification, type Shape } from '@app/event-sourcing';
import type { JsonObject, JsonValue } from '@app/event-store';
import canonicalize from 'canonicalize';
import { mayRead } from './clearance';
import { KeyUnreadable, type Keys } from './keys';

/** A sealed value, literally as stored. Additional data: key id and category, so that it opens from any row that it is copied to. */
export interface Envelope {
  readonly $sealed: 1;
  readonly alg: 'A256GCM';
  readonly key: string;
  /** Base64. */
  readonly iv: string;
  /** Base64, the tag at its end. */
  readonly ct: string;
}

/** A field that a reader may not see, and why. */
export interface Redacted {
  readonly field: string;
  readonly category: string;
  /** The subject's data was erased for good (P3). */
  readonly erased?: boolean;
  /** It does not open: it was moved under another category or key, or damaged, or its key was lost. */
  readonly unreadable?: boolean;
}

export interface Presented {
  readonly data: JsonObject;
  readonly redacted: Redacted[];
}

/** The subject whose data this is was erased: nothing can be sealed for it again. */
export class SubjectWasErased extends Error {
  readonly status = 422;
  readonly code = 'subject-erased';
  constructor() {
    super('The data of this person was erased for good; nothing more can be recorded under this id.');
  }
}

interface Planned {
  readonly classification: Classification | undefined;
  readonly nested: Plan | undefined;
}

interface Plan {
  readonly byName: ReadonlyMap<string, Planned>;
  readonly seals: boolean;
  readonly personal: boolean;
}

const plans = new WeakMap<Shape, Plan>();

function planOf(shape: Shape): Plan {
  let plan = plans.get(shape);
  if (!plan) {
    const byName = new Map<string, Planned>();
    for (const [name, { classification, nested }] of fieldsOf(shape))
      byName.set(name, { classification, nested: nested && planOf(nested()) });
    const fields = [...byName.values()];
    plan = {
      byName,
      seals: fields.some(({ classification, nested }) => (classification && classification.kind !== 'confidential') || nested?.seals),
      personal: fields.some(({ classification, nested }) => classification?.kind === 'personal' || nested?.personal),
    };
    plans.set(shape, plan);
  }
  return plan;
}

export const subjectKey = (subject: string): string => `subject-${subject}`;
export const streamKey = (stream: string): string => `stream-${stream}`;

/** Seals classified fields before they are stored, opens them at the edge for readers with the clearance (P2, P3). */
export class Sealer {
  constructor(private readonly keys: Keys) {}

  /** The data as stored: at once, and the same object, where nothing in its shape is sealed. @throws SubjectWasErased */
  seal(shape: Shape, data: JsonObject, stream: string): JsonObject | Promise<JsonObject> {
    const plan = planOf(shape);
    if (!plan.seals) return data;
    const ids = new Set<string>();
    forEachSealed(plan, data, stream, (id) => void ids.add(id));
    const missing = [...ids].filter((id) => !this.keys.atHand(id));
    if (missing.length === 0) return this.sealed(plan, data, stream, (id) => this.keys.atHand(id)!);
    return this.sealWith(plan, data, stream, [...ids]);
  }

  /** SHA-256 of the body's RFC 8785 form, keyed by its subject where it holds personal data: a plain hash of a name is the name. */
  digest(shape: Shape, body: object): string | Promise<string> {
    const text = canonicalize(body) ?? '';
    const plan = planOf(shape);
    if (!plan.personal) return createHash('sha256').update(text).digest('hex');
    const subjects = new Set<string>();
    forEachSealed(plan, body as JsonObject, '', (id, { kind }) => void (kind === 'personal' && subjects.add(id)));
    return this.keyedDigest(text, [...subjects].sort());
  }

  mayRead({ role }: Actor, category: string): boolean {
    return mayRead(role, category);
  }

  /** What this reader may see of a record, and which fields were withheld. */
  async present(shape: Shape, data: JsonObject, reader: Actor): Promise<Presented> {
    const redacted: Redacted[] = [];
    const walk = presented(planOf(shape), data, reader.role, '', redacted);
    let step = walk.next();
    while (!step.done) step = walk.next(await this.opened(step.value));
    return { data: step.value as JsonObject, redacted };
  }

  private async keyedDigest(text: string, subjects: readonly string[]): Promise<string> {
    let digest = text;
    for (const subject of subjects) {
      const key = await this.keys.key(subject, { create: true });
      if (!key) throw new SubjectWasErased();
      digest = createHmac('sha256', key).update(digest).digest('hex');
    }
    return digest;
  }

  private async sealWith(plan: Plan, data: JsonObject, stream: string, ids: readonly string[]): Promise<JsonObject> {
    const keys = new Map<string, Buffer>();
    for (const id of ids) {
      const key = await this.keys.key(id, { create: true });
      if (!key) throw new SubjectWasErased();
      keys.set(id, key);
    }
    return this.sealed(plan, data, stream, (id) => keys.get(id)!);
  }

  private sealed(plan: Plan, data: JsonObject, stream: string, keyOf: (id: string) => Buffer): JsonObject {
    const copy = { ...data };
    for (const [name, { classification, nested }] of plan.byName) {
      const value = copy[name];
      if (value === undefined || value === null) continue;
      if (classification && classification.kind !== 'confidential') {
        const id = keyIdFor(classification, data, stream);
        copy[name] = sealValue(value, id, classification.category, keyOf(id)) as unknown as JsonObject;
      } else if (nested?.seals) {
        copy[name] = Array.isArray(value)
          ? value.map((part) => this.sealed(nested, part as JsonObject, stream, keyOf))
          : this.sealed(nested, value as JsonObject, stream, keyOf);
      }
    }
    return copy;
  }

  /** What is in an envelope, or why it does not open. */
  private async opened({ envelope, category }: Closed): Promise<Opened> {
    try {
      const key = await this.keys.key(envelope.key, { create: false });
      if (!key) return (await this.keys.wasDestroyed(envelope.key)) ? { erased: true } : { unreadable: true };
      return { value: openValue(envelope, category, key) };
    } catch (error) {
      if (error instanceof EnvelopeUnreadable || error instanceof KeyUnreadable) return { unreadable: true };
      throw error;
    }
  }
}

/** An envelope that a reader may see into. */
interface Closed {
  readonly envelope: Envelope;
  readonly category: string;
}

type Opened = { readonly value: JsonValue } | Pick<Redacted, 'erased' | 'unreadable'>;

/** What a reader may see of a value: it stops only where an envelope has to be opened, most rows have none. */
function* presented(
  plan: Plan | undefined,
  value: JsonValue,
  role: string,
  path: string,
  redacted: Redacted[],
): Generator<Closed, JsonValue, Opened> {
  if (typeof value !== 'object' || value === null) return value;
  if (isEnvelope(value)) return yield* revealed(undefined, value, 'free-text', role, path, redacted);
  if (Array.isArray(value)) {
    const parts: JsonValue[] = [];
    for (const [index, part] of value.entries()) {
      parts.push(isWhole(part) ? part : yield* presented(plan, part, role, `${path}.${index}`, redacted));
    }
    return parts;
  }
  const shown: JsonObject = {};
  for (const [name, child] of Object.entries(value)) {
    const known = plan?.byName.get(name);
    if (child === null || (!known?.classification && isWhole(child))) {
      shown[name] = child;
      continue;
    }
    const field = path === '' ? name : `${path}.${name}`;
    if (!known?.classification) shown[name] = yield* presented(known?.nested, child, role, field, redacted);
    else if (isEnvelope(child)) shown[name] = yield* revealed(known.nested, child, known.classification.category, role, field, redacted);
    else if (mayRead(role, known.classification.category)) shown[name] = yield* presented(known.nested, child, role, field, redacted);
    else {
      shown[name] = null;
      redacted.push({ field, category: known.classification.category });
    }
  }
  return shown;
}

function* revealed(
  nested: Plan | undefined,
  envelope: Envelope,
  category: string,
  role: string,
  field: string,
  redacted: Redacted[],
): Generator<Closed, JsonValue, Opened> {
  const opened: Opened = mayRead(role, category) ? yield { envelope, category } : {};
  if ('value' in opened) return yield* presented(nested, opened.value, role, field, redacted);
  redacted.push({ field, category, ...opened });
  return null;
}

const isWhole = (value: JsonValue): boolean => typeof value !== 'object' || value === null;

const isEnvelope = (value: JsonValue): value is JsonValue & Envelope =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && value.$sealed === 1;

function keyIdFor({ kind, subject }: Classification, data: JsonObject, stream: string): string {
  if (kind !== 'personal') return streamKey(stream);
  const id = data[subject!];
  if (typeof id !== 'string' || id === '') throw new Error(`Personal data without its subject in ${subject}`);
  return subjectKey(id);
}

function forEachSealed(plan: Plan, data: JsonObject, stream: string, tell: (keyId: string, classification: Classification) => void): void {
  for (const [name, { classification, nested }] of plan.byName) {
    const value = data[name];
    if (value === undefined || value === null) continue;
    if (classification && classification.kind !== 'confidential') tell(keyIdFor(classification, data, stream), classification);
    else if (nested?.seals)
      for (const part of Array.isArray(value) ? value : [value]) forEachSealed(nested, part as JsonObject, stream, tell);
  }
}

const TAG = 16;

const additional = (keyId: string, category: string): Buffer => Buffer.from(JSON.stringify([keyId, category]));

function sealValue(value: JsonValue, keyId: string, category: string, key: Buffer): Envelope {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(additional(keyId, category));
  const ct = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { $sealed: 1, alg: 'A256GCM', key: keyId, iv: iv.toString('base64'), ct: ct.toString('base64') };
}

class EnvelopeUnreadable extends Error {}

/** @throws EnvelopeUnreadable */
function openValue({ key: keyId, iv, ct }: Envelope, category: string, key: Buffer): JsonValue {
  try {
    const bytes = Buffer.from(ct, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'), { authTagLength: TAG });
    decipher.setAAD(additional(keyId, category)).setAuthTag(bytes.subarray(bytes.length - TAG));
    return JSON.parse(
      Buffer.concat([decipher.update(bytes.subarray(0, bytes.length - TAG)), decipher.final()]).toString('utf8'),
    ) as JsonValue;
  } catch {
    throw new EnvelopeUnreadable();
  }
}
