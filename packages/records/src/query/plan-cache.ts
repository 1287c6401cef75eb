import { createHash } from 'node:crypto';
import { compileQuery, type QueryPlan } from '@muster/soql';
import type { SessionState } from '../session/session-state.js';

const CAPACITY = 2_000;

/** Compiled queries of recent texts. A plan belongs to one reader under one snapshot, since both shape its SQL. */
export interface PlanCache {
  plan(state: SessionState, soql: string, includeDeleted: boolean): QueryPlan;
}

/** Plans that hold no clock time are kept, least recently used first to go. */
export function createPlanCache(): PlanCache {
  const plans = new Map<string, QueryPlan>();
  return {
    plan(state, soql, includeDeleted) {
      const key = `${state.snapshot.version}|${readerKey(state)}|${includeDeleted ? 'all' : ''}|${soql}`;
      const kept = plans.get(key);
      if (kept !== undefined) {
        plans.delete(key);
        plans.set(key, kept);
        return kept;
      }
      const plan = compileQuery(soql, {
        snapshot: state.snapshot,
        visibility: state.visibility,
        schema: state.engine.org.schema,
        timeZone: state.principal.timeZone,
        now: state.engine.clock.now(),
        includeDeleted,
        userId: state.principal.userId,
      });
      if (plan.isTimeless) {
        plans.set(key, plan);
        if (plans.size > CAPACITY) plans.delete(plans.keys().next().value as string);
      }
      return plan;
    },
  };
}

/** All that rights and scopes are compiled from. */
function readerKey({ principal }: SessionState): string {
  const {
    kind,
    userId,
    contactId,
    accountId,
    profile,
    permissionSets,
    roleId,
    subordinateRoleIds,
    timeZone,
  } = principal;
  return kind === 'system'
    ? `system|${timeZone}|${userId}`
    : [
        kind,
        userId,
        contactId ?? '',
        accountId ?? '',
        profile,
        permissionSets.join(','),
        roleId ?? '',
        subordinateRoleIds.join(','),
        timeZone,
      ].join('|');
}

/** A name to prepare a statement under: the same for the same text. */
export function statementName(sql: string): string {
  return `q${createHash('sha1').update(sql).digest('base64url')}`;
}
