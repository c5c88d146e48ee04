import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JSONWebKeySet, type JWK } from 'jose';
import { keepSecret, secretIn } from './secret-file';

/** Issuer of an example installation's own tokens; a live one never trusts it. */
export const LOCAL_ISSUER = 'urn:casework:local-issuer';

const ALGORITHM = 'EdDSA';
const KEY_ID = 'local';

/** Who a token is for (P4). */
export interface TokenClaims {
  readonly role: string;
  /** Opaque id; by default the role itself. */
  readonly who?: string;
  readonly subject?: string;
  readonly areas?: readonly string[];
  readonly onBehalfOf?: string;
  /** By default 12 hours. */
  readonly lifetimeSeconds?: number;
}

/** A token signed with the key in the data folder, which is made at first use and readable by its owner only. */
export async function issueLocalToken(folder: string, claims: TokenClaims): Promise<string> {
  const { role, who = role, subject, areas, onBehalfOf, lifetimeSeconds = 43_200 } = claims;
  const key = await importJWK(await localKey(folder), ALGORITHM);
  const issued = Math.floor(Date.now() / 1_000);
  return new SignJWT({
    role,
    ...(subject && { subject }),
    ...(areas && { areas: [...areas] }),
    ...(onBehalfOf && { on_behalf_of: onBehalfOf }),
  })
    .setProtectedHeader({ alg: ALGORITHM, kid: KEY_ID })
    .setIssuer(LOCAL_ISSUER)
    .setAudience('casework')
    .setSubject(who)
    .setIssuedAt(issued)
    .setExpirationTime(issued + lifetimeSeconds)
    .sign(key);
}

/** The public half. */
export async function localKeySet(folder: string): Promise<JSONWebKeySet> {
  const { d: _private, ...key } = await localKey(folder);
  return { keys: [{ ...key, kid: KEY_ID, alg: ALGORITHM, use: 'sig' }] };
}

async function localKey(folder: string): Promise<JWK> {
  const file = join(folder, 'issuer.json');
  return JSON.parse(secretIn(file) ?? keepSecret(file, await newKey())) as JWK;
}

async function newKey(): Promise<string> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  return JSON.stringify(await exportJWK(privateKey));
}
