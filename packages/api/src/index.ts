export type { ApiRequest, ApiResponse, Caller, SignedIn } from './api-request.js';
export { type Api, type ApiParts, type ApiUsage, createApi, type UsageOfDay } from './create-api.js';
export { dataResources } from './data-resources.js';
export { presentRest } from './errors/present-rest.js';
export { readFailure } from './errors/read-failure.js';
export { readForm } from './form.js';
export {
  type Authority,
  type CodeGrant,
  type Flow,
  JWT_BEARER,
  type OAuthClient,
  type PasswordSignIn,
  type RefreshGrant,
  type Tokens,
  type UserProfile,
} from './oauth/authority.js';
export { isChallenge } from './oauth/pkce.js';
export { allowsRedirect } from './oauth/redirect-uri.js';
export { chooseScopes } from './oauth/token.js';
export { matchPath, splitPath } from './path.js';
export { readJson, readShape } from './read-body.js';
export { json, jsonText, noContent } from './responses.js';
export type { Health, MailSettings, OutboxEntry, SystemState } from './setup/system-state.js';
export type { Passwords } from './users/passwords.js';
