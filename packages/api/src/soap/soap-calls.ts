import { MusterError } from '@muster/kernel';
import type { Principal, Session } from '@muster/records';
import type { ApiRequest, SignedIn } from '../api-request.js';
import type { ApiParts } from '../create-api.js';
import { apiDisabled, requireApiAccess } from '../require-api-access.js';
import { headerText, type SoapCall, type SoapResult } from './envelope.js';
import type { XmlFields } from './print-xml.js';
import { childText } from './xml-element.js';

export interface SoapContext {
  readonly parts: ApiParts;
  readonly request: ApiRequest;
  readonly call: SoapCall;
  /** `u` for the partner API, `c` for enterprise. */
  readonly segment: string;
  readonly version: string;
}

export type SoapHandler = (context: SoapContext) => Promise<SoapResult>;

/** The calls of the partner and enterprise APIs that are built, by name. */
export const soapCalls: ReadonlyMap<string, SoapHandler> = new Map<string, SoapHandler>([
  ['login', login],
  ['logout', logout],
  ['getUserInfo', getUserInfo],
  ['getServerTimestamp', getServerTimestamp],
]);

async function login({ parts, request, call, segment, version }: SoapContext): Promise<XmlFields> {
  const { authority } = parts;
  if (!authority.passwordFlows) {
    throw new MusterError('INVALID_LOGIN', 'SOAP login is switched off on this server; use OAuth.');
  }
  const principal = await authority.checkPassword({
    username: childText(call.body, 'username') ?? '',
    password: childText(call.body, 'password') ?? '',
    address: request.address,
  });
  const session = await parts.openSession(principal, { key: 'sign-in' });
  if (!session.has('ApiEnabled')) throw apiDisabled();
  const { accessToken } = await authority.issueTokens({
    userId: principal.userId,
    client: undefined,
    scopes: [],
    withRefresh: false,
  });
  const soap = `${request.origin}/services/Soap`;
  return {
    metadataServerUrl: `${soap}/m/${version}/${principal.orgId}`,
    passwordExpired: false,
    sandbox: false,
    serverUrl: `${soap}/${segment}/${version}/${principal.orgId}`,
    sessionId: accessToken,
    userId: principal.userId,
    userInfo: await describeUser(parts, principal),
  };
}

async function logout({ parts, call }: SoapContext): Promise<undefined> {
  await requireSignIn(parts, call);
  await parts.authority.revoke(headerText(call, 'SessionHeader', 'sessionId') ?? '');
}

async function getUserInfo({ parts, call }: SoapContext): Promise<XmlFields> {
  const { principal } = await requireSession(parts, call);
  return describeUser(parts, principal);
}

async function getServerTimestamp({ parts, call }: SoapContext): Promise<XmlFields> {
  await requireSession(parts, call);
  return { timestamp: new Date(parts.clock.now()).toISOString() };
}

/** The session of whoever the call's header names. @throws MusterError INVALID_SESSION_ID, API_DISABLED_FOR_ORG */
export async function requireSession(parts: ApiParts, call: SoapCall): Promise<Session> {
  const signedIn = await requireSignIn(parts, call);
  const session = await parts.openSession(signedIn.principal, signedIn.purpose);
  requireApiAccess(signedIn, session);
  return session;
}

async function requireSignIn({ authority }: ApiParts, call: SoapCall): Promise<SignedIn> {
  const token = headerText(call, 'SessionHeader', 'sessionId');
  const signedIn = token === undefined ? undefined : await authority.authenticate(token);
  if (signedIn !== undefined) return signedIn;
  throw new MusterError('INVALID_SESSION_ID', 'Invalid Session ID found in SessionHeader: Illegal Session');
}

/** `GetUserInfoResult` of the partner WSDL, in its order. */
async function describeUser({ authority }: ApiParts, principal: Principal): Promise<XmlFields> {
  const profile = await authority.readProfile(principal);
  return {
    accessibilityMode: false,
    chatterExternal: principal.kind === 'portal',
    currencySymbol: '$',
    orgAttachmentFileSizeLimit: 0,
    orgDefaultCurrencyIsoCode: 'USD',
    orgDefaultCurrencyLocale: 'en_US',
    orgDisallowHtmlAttachments: false,
    orgHasPersonAccounts: false,
    organizationId: principal.orgId,
    organizationMultiCurrency: false,
    organizationName: profile.organizationName,
    profileId: profile.profileId,
    roleId: principal.roleId ?? null,
    sessionSecondsValid: authority.sessionSeconds,
    userDefaultCurrencyIsoCode: null,
    userEmail: profile.email,
    userFullName: principal.displayName,
    userId: principal.userId,
    userLanguage: profile.language,
    userLocale: profile.locale,
    userName: principal.username,
    userTimeZone: principal.timeZone,
    userType: profile.userType,
    userUiSkin: 'Theme3',
  };
}
