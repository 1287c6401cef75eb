import { offsetAt } from '@muster/kernel';
import type { Principal } from '@muster/records';
import type { UserProfile } from './authority.js';
import { identityUrl } from './identity-url.js';

/** Paths of the APIs as identity names them; clients put their version in the place of `{version}`. */
function urls(origin: string) {
  const data = `${origin}/services/data/v{version}/`;
  return {
    enterprise: `${origin}/services/Soap/c/{version}/`,
    partner: `${origin}/services/Soap/u/{version}/`,
    rest: data,
    sobjects: `${data}sobjects/`,
    query: `${data}query/`,
  };
}

/** `GET /id/<org>/<user>`. */
export function presentIdentity(principal: Principal, profile: UserProfile, origin: string, now: number) {
  return {
    id: identityUrl(origin, principal),
    asserted_user: true,
    user_id: principal.userId,
    organization_id: principal.orgId,
    username: principal.username,
    nick_name: profile.nickname,
    display_name: principal.displayName,
    email: profile.email,
    first_name: profile.firstName,
    last_name: profile.lastName,
    timezone: principal.timeZone,
    active: profile.isActive,
    user_type: profile.userType,
    language: profile.language,
    locale: profile.locale,
    utcOffset: standardOffset(principal.timeZone, now),
    last_modified_date: profile.lastModifiedDate,
    urls: urls(origin),
  };
}

/** `GET /services/oauth2/userinfo` (OpenID Connect Core 1.0, section 5.1). */
export function presentUserInfo(principal: Principal, profile: UserProfile, origin: string, now: number) {
  return {
    sub: identityUrl(origin, principal),
    user_id: principal.userId,
    organization_id: principal.orgId,
    preferred_username: principal.username,
    nickname: profile.nickname,
    name: principal.displayName,
    email: profile.email,
    given_name: profile.firstName,
    family_name: profile.lastName,
    zoneinfo: principal.timeZone,
    language: profile.language,
    locale: profile.locale,
    user_type: profile.userType,
    active: profile.isActive,
    utcOffset: standardOffset(principal.timeZone, now),
    updated_at: profile.lastModifiedDate,
    urls: urls(origin),
  };
}

/** Distance of a zone's standard time from UTC, which is what the member holds all year round. */
function standardOffset(timeZone: string, now: number): number {
  const year = new Date(now).getUTCFullYear();
  return Math.min(offsetAt(Date.UTC(year, 0, 1), timeZone), offsetAt(Date.UTC(year, 6, 1), timeZone));
}
