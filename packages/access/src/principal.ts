import type { Id } from '@muster/kernel';

/** Who acts. Made at sign-in from the User row, its profile and its permission sets; never from a request. */
export interface Principal {
  readonly orgId: Id;
  readonly userId: Id;
  readonly username: string;
  readonly displayName: string;
  /** `portal` users have a Contact and reach records only along it; `internal` users stand in the role hierarchy. */
  readonly kind: 'guest' | 'portal' | 'internal' | 'system';
  readonly contactId?: Id;
  readonly accountId?: Id;
  readonly roleId?: Id;
  /** Roles below the principal's in the hierarchy, at any depth. */
  readonly subordinateRoleIds: readonly Id[];
  /** Names of the profile and the permission sets whose rights add up. */
  readonly profile: string;
  readonly permissionSets: readonly string[];
  /** `en` or `es`: the language labels and mails are written in. */
  readonly language: string;
  /** BCP 47 tag numbers and dates are written by, `en-US`; absent: the language's own. */
  readonly locale?: string;
  /** IANA zone in which TODAY and other date literals are days. */
  readonly timeZone: string;
}
