export { AUDIENCE, AuthenticationFailed, Authenticator, openAuthenticator, type AuthenticatorOptions } from './authenticator';
export { CATEGORIES, mayRead, type Category } from './clearance';
export { openKeys, type KeysOptions } from './key-shelves';
export { Keys, KeysUnavailable, KeyUnreadable } from './keys';
export { issueLocalToken, LOCAL_ISSUER, type TokenClaims } from './local-issuer';
export { masterKeyFrom, masterKeyIn, MasterKeyInvalid } from './master-key';
export { Sealer, streamKey, subjectKey, SubjectWasErased, type Envelope, type Presented, type Redacted } from './sealer';
