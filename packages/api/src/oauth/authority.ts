import type { Id } from '@muster/kernel';
import type { Principal } from '@muster/records';
import type { SignedIn } from '../api-request.js';

/** The grant type of RFC 7523: the client signs that it acts for a user. */
export const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

export type Flow =
  | 'password'
  | 'authorization_code'
  | 'refresh_token'
  | 'client_credentials'
  | typeof JWT_BEARER;

/** An application that is allowed to act for users: Salesforce's connected app. */
export interface OAuthClient {
  readonly id: string;
  readonly name: string;
  /** Public clients have no secret and prove themselves by PKCE. */
  readonly isPublic: boolean;
  /** Exact addresses; `http://localhost:*` ones match any port. */
  readonly redirectUris: readonly string[];
  readonly flows: readonly Flow[];
  readonly scopes: readonly string[];
  /** The purpose its tokens are for; undefined for the profile's. */
  readonly purpose: string | undefined;
  /** PEM of the certificate or public key its assertions are signed under. */
  readonly certificate: string | undefined;
  /** Whom client-credentials tokens act as, and for whom it may act without being allowed to by that user. */
  readonly runAsUserId: Id | undefined;
  /** Whether every use of a refresh token replaces it. Off as in Salesforce: many clients keep the first one. */
  readonly rotatesRefreshTokens: boolean;
}

/** What a refresh token stands for. */
export interface RefreshGrant {
  readonly userId: Id;
  readonly clientId: string;
  readonly scopes: readonly string[];
}

/** What an authorization code stands for. */
export interface CodeGrant extends RefreshGrant {
  readonly redirectUri: string;
  readonly codeChallenge: string | undefined;
}

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  readonly principal: Principal;
  readonly scopes: readonly string[];
  readonly issuedAt: number;
}

export interface PasswordSignIn {
  readonly username: string;
  readonly password: string;
  readonly address: string;
}

/** Facts about a user that identity and login answers show. */
export interface UserProfile {
  readonly firstName: string | null;
  readonly lastName: string;
  readonly email: string;
  readonly nickname: string;
  readonly isActive: boolean;
  readonly profileId: Id;
  readonly language: string;
  readonly locale: string;
  /** Standard, CspLitePortal … */
  readonly userType: string;
  readonly organizationName: string;
  readonly lastModifiedDate: string;
}

/** What the API asks of sign-in: who may act for whom. The server keeps it in the database. */
export interface Authority {
  /** Whether SOAP login and the OAuth password flow are on. */
  readonly passwordFlows: boolean;
  /** Seconds an access token lives without being used. */
  readonly sessionSeconds: number;
  /** @throws MusterError INVALID_LOGIN, the same whatever was wrong */
  checkPassword(attempt: PasswordSignIn): Promise<Principal>;
  /** The user an access token stands for, if it is valid. */
  authenticate(token: string): Promise<SignedIn | undefined>;
  /** The client of this id, if it is known. */
  findClient(id: string): Promise<OAuthClient | undefined>;
  checkSecret(client: OAuthClient, secret: string): Promise<boolean>;
  /** Uses up an authorization code. A code that comes a second time revokes what the first gave. */
  redeemCode(code: string): Promise<CodeGrant | undefined>;
  /** Reads a refresh token; one of a rotating client is used up, and a second use revokes all the client holds. */
  redeemRefreshToken(token: string, client: OAuthClient): Promise<RefreshGrant | undefined>;
  /** The user of this name, if the client may act for that user without asking: an administrator or the user said so. */
  findApproved(client: OAuthClient, username: string): Promise<Id | undefined>;
  /** @throws MusterError INVALID_LOGIN when the user is no longer active */
  issueTokens(order: {
    readonly userId: Id;
    readonly client: OAuthClient | undefined;
    readonly scopes: readonly string[];
    readonly withRefresh: boolean;
  }): Promise<Tokens>;
  /** Ends an access token or a refresh token and those given with it; nothing happens when it is not known. */
  revoke(token: string): Promise<void>;
  readProfile(principal: Principal): Promise<UserProfile>;
}
