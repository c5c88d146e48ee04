import { ROLES } from '@app/domain/roles';
import type { Actor } from '@app/event-sourcing';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
} from 'jose';
import { LOCAL_ISSUER, localKeySet } from './local-issuer';

/** Whom tokens must be meant for. */
export const AUDIENCE = 'casework';
const ALGORITHMS = ['EdDSA', 'ES256', 'RS256', 'PS256'];
const REMEMBERED = 1_000;
const REMEMBERED_FOR = 60_000;

export type AuthenticatorOptions =
  { readonly localIssuer: string } | { readonly jwksUrl: string; readonly issuer: string; readonly audience?: string };

/** There is no valid token; `code` says what is wrong with it. */
export class AuthenticationFailed extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status: 401 | 403 | 503 = 401,
  ) {
    super(message);
  }
}

const algorithm = (): AuthenticationFailed =>
  new AuthenticationFailed('token-algorithm', 'The token is not signed with an algorithm that is accepted here.');
const unavailable = (): AuthenticationFailed =>
  new AuthenticationFailed('issuer-unavailable', 'The keys of the token issuer cannot be fetched now. Ask again later.', 503);
const malformed = (says: string): AuthenticationFailed => new AuthenticationFailed('token-malformed', says);

const failures: Readonly<Record<string, (error: errors.JOSEError) => AuthenticationFailed>> = {
  ERR_JWT_EXPIRED: () => new AuthenticationFailed('token-expired', 'The token has expired; get a new one.'),
  ERR_JWT_CLAIM_VALIDATION_FAILED: (error) => claimFailure((error as errors.JWTClaimValidationFailed).claim),
  ERR_JOSE_ALG_NOT_ALLOWED: algorithm,
  ERR_JOSE_NOT_SUPPORTED: algorithm,
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: () => new AuthenticationFailed('token-signature', 'The signature of the token does not hold.'),
  ERR_JWKS_NO_MATCHING_KEY: () => new AuthenticationFailed('token-signature', 'The token was signed with a key that is not the issuer’s.'),
  ERR_JWKS_TIMEOUT: unavailable,
  ERR_JWKS_INVALID: unavailable,
  ERR_JOSE_GENERIC: unavailable,
};

function claimFailure(claim: string): AuthenticationFailed {
  if (claim === 'iss' || claim === 'aud')
    return new AuthenticationFailed('token-not-for-us', 'The token is from another issuer or for another audience.');
  if (claim === 'nbf') return new AuthenticationFailed('token-not-yet-valid', 'The token is not valid yet.');
  return malformed(`The claim ${claim} of the token is missing or is not what it should be.`);
}

/** Verifies bearer tokens: issuer, audience, algorithm, expiry, exactly one role of P4. */
export class Authenticator {
  private readonly known = new Map<string, { actor: Actor; until: number }>();

  constructor(
    readonly issuer: string,
    private readonly audience: string,
    private readonly keySet: JWTVerifyGetKey,
  ) {}

  /** @param authorization the header. @throws AuthenticationFailed */
  async authenticate(authorization: string | undefined): Promise<Actor> {
    const token = /^Bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) {
      throw authorization === undefined
        ? new AuthenticationFailed('token-missing', 'Send a token: Authorization: Bearer ….')
        : new AuthenticationFailed('token-malformed', 'The Authorization header must be Bearer, a space, and a signed token.');
    }
    const known = this.known.get(token);
    if (known && known.until > Date.now()) return known.actor;
    this.known.delete(token);
    const payload = await this.verified(token);
    const actor = actorFrom(payload);
    if (this.known.size >= REMEMBERED) this.known.delete(this.known.keys().next().value!);
    this.known.set(token, { actor, until: Math.min(Date.now() + REMEMBERED_FOR, payload.exp! * 1_000) });
    return actor;
  }

  private async verified(token: string): Promise<JWTPayload> {
    const { issuer, audience } = this;
    const options = { issuer, audience, algorithms: ALGORITHMS, requiredClaims: ['exp', 'sub'] };
    try {
      return (await jwtVerify(token, this.keySet, options)).payload;
    } catch (error) {
      if (error instanceof errors.JWKSMultipleMatchingKeys) return this.verifiedByOneOf(error, token, options);
      throw failureOf(error);
    }
  }

  /** The token does not say which key it was signed with, and the issuer has several. */
  private async verifiedByOneOf(keys: errors.JWKSMultipleMatchingKeys, token: string, options: JWTVerifyOptions): Promise<JWTPayload> {
    for await (const key of keys) {
      try {
        return (await jwtVerify(token, key, options)).payload;
      } catch (error) {
        if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw failureOf(error);
      }
    }
    throw failureOf(new errors.JWSSignatureVerificationFailed());
  }
}

/** What is no fault of the token is one of the issuer's address. */
function failureOf(error: unknown): AuthenticationFailed {
  if (!(error instanceof errors.JOSEError)) return unavailable();
  return failures[error.code]?.(error) ?? malformed('The token cannot be read.');
}

/** Tokens of the installation's own issuer (example installations), or of an issuer whose keys are at a JWKS URL. */
export async function openAuthenticator(options: AuthenticatorOptions): Promise<Authenticator> {
  if ('localIssuer' in options) {
    return new Authenticator(LOCAL_ISSUER, AUDIENCE, createLocalJWKSet(await localKeySet(options.localIssuer)));
  }
  const keySet = createRemoteJWKSet(new URL(options.jwksUrl), { timeoutDuration: 2_000 });
  return new Authenticator(options.issuer, options.audience ?? AUDIENCE, keySet);
}

const OPAQUE = /^[A-Za-z0-9_.:|-]{1,120}$/;

function actorFrom({ sub, role, subject, areas, on_behalf_of: onBehalfOf }: JWTPayload): Actor {
  if (!isOpaque(sub) || sub.startsWith('process:')) throw malformed('The token’s sub must be an opaque id of a person.');
  if (typeof role !== 'string' || !(ROLES as readonly string[]).includes(role)) {
    throw new AuthenticationFailed('token-role-unknown', `The token must carry one role out of ${ROLES.join(', ')}.`, 403);
  }
  if (subject !== undefined && !isOpaque(subject)) throw malformed('The token’s subject must be an opaque id.');
  if (onBehalfOf !== undefined && (!isOpaque(onBehalfOf) || onBehalfOf.startsWith('process:')))
    throw malformed('The token’s on_behalf_of must be an opaque id of a person.');
  if (areas !== undefined && !(Array.isArray(areas) && areas.every(isOpaque))) throw malformed('The token’s areas must be a list of ids.');
  return {
    who: sub,
    role,
    ...(subject !== undefined && { subject }),
    ...(onBehalfOf !== undefined && { onBehalfOf }),
    ...(areas !== undefined && { areas: areas as string[] }),
  };
}

const isOpaque = (value: unknown): value is string => typeof value === 'string' && OPAQUE.test(value);
