import { findField, findObject, tableName } from '@muster/metadata';
import { and, binary, column, type Expr, or, param } from '@muster/sql';
import type { Name } from '../language/ast.js';
import { queryError } from '../language/query-error.js';
import type { CompileContext, Source } from './source.js';

/** Scopes that exist in Salesforce and count on what is not here: teams, territories and the like. */
const NOT_HERE = new Set(['team', 'my_territory', 'my_team_territory', 'scopingrule']);

/**
 * The condition of USING SCOPE; undefined for all records.
 * @throws MusterError INVALID_OPERATION for a scope that does not go with the object or does not exist here.
 */
export function scopeCondition(context: CompileContext, scope: Name, source: Source): Expr | undefined {
  const mine = ownedBy(context, source);
  switch (scope.text.toLowerCase()) {
    case 'everything':
      return undefined;
    case 'mine':
      if (mine) return mine;
      break;
    case 'mineandmygroups':
    case 'mine_and_my_groups': {
      const queues = mine && queuesOf(context, source);
      if (mine && queues) return or(mine, queues);
      break;
    }
    case 'delegated':
      if (mine && source.object.name === 'Task' && mayRead(context, source, 'CreatedById')) {
        const byMe = binary('=', column(source.alias, 'createdbyid'), param(context.userId, 'text'));
        const ofOthers = binary('<>', column(source.alias, 'ownerid'), param(context.userId, 'text'));
        return and(byMe, ofOthers);
      }
      break;
  }
  const exists = NOT_HERE.has(scope.text.toLowerCase());
  const message = `USING SCOPE ${scope.text} ${exists ? 'is not supported in this version of Muster' : `does not go with ${source.object.name}`}`;
  throw queryError(context.text, 'INVALID_OPERATION', scope.at, message);
}

function mayRead({ visibility }: CompileContext, { object }: Source, field: string): boolean {
  return findField(object, field) !== undefined && visibility.canReadField(object, field);
}

function ownedBy(context: CompileContext, source: Source): Expr | undefined {
  if (!mayRead(context, source, 'OwnerId')) return undefined;
  return binary('=', column(source.alias, 'ownerid'), param(context.userId, 'text'));
}

/** Owned by a queue the reader is a member of, where queues may own records. */
function queuesOf(context: CompileContext, { object, alias }: Source): Expr | undefined {
  const member = findObject(context.snapshot, 'GroupMember');
  if (member === undefined || !findField(object, 'OwnerId')?.referenceTo?.includes('Group')) return undefined;
  const members = context.nextAlias();
  return {
    kind: 'InSelect',
    operand: column(alias, 'ownerid'),
    select: {
      kind: 'Select',
      columns: [{ expr: column(members, 'groupid'), alias: 'id' }],
      from: { kind: 'Table', schema: context.schema, name: tableName(member), alias: members },
      joins: [],
      where: binary('=', column(members, 'userorgroupid'), param(context.userId, 'text')),
    },
  };
}
