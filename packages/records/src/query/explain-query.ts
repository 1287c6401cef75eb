import { columnName, type ObjectDef, tableName } from '@muster/metadata';
import type { QueryPlan } from '@muster/soql';
import { bindParams, column, printPostgres, type Select, type Statement } from '@muster/sql';
import { requireProof } from '../session/guard.js';
import type { ExplainedPlan } from '../session/session.js';
import type { SessionState } from '../session/session-state.js';
import { limited } from './open-cursor.js';

/** A node of `EXPLAIN (FORMAT JSON)`, as far as it is read. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Plan Rows': number;
  readonly 'Total Cost': number;
  readonly 'Relation Name'?: string;
  readonly Alias?: string;
  readonly 'Index Cond'?: string;
  readonly 'Recheck Cond'?: string;
  readonly Filter?: string;
  readonly Plans?: readonly PlanNode[];
}

const FIRST_PAGE = 2_000;

/**
 * How PostgreSQL would run a query for its reader, in Salesforce's words (REST API Developer Guide, "Query Performance
 * Feedback"). Numbers are the database's estimates; a cost above 1 is more than reading the whole table.
 */
export async function explainQuery(state: SessionState, soql: string): Promise<readonly ExplainedPlan[]> {
  if (state.guard !== undefined) await requireProof(state.guard, state.queryable);
  const plan = state.engine.plans.plan(state, soql, false);
  const { object } = plan;
  const root = await explain(state, bindParams(printPostgres(shownFirst(plan))));
  const table = await explain(state, wholeTable(state, object));
  const leading = findScan(root, tableName(object)) ?? root;
  const used = fieldsIn(object, leading['Index Cond'] ?? leading['Recheck Cond']);
  const filtered = fieldsIn(object, leading.Filter).filter((name) => !used.includes(name));
  return [
    {
      cardinality: leading['Plan Rows'],
      fields: used,
      leadingOperationType: operationOf(leading, used),
      notes: filtered.map((name) => ({
        description: 'Not considered for filter because unindexed',
        fields: [name],
        tableEnumOrId: object.name,
      })),
      relativeCost: round(root['Total Cost'] / Math.max(table['Total Cost'], 1)),
      sobjectCardinality: table['Plan Rows'],
      sobjectType: object.name,
    },
  ];
}

function shownFirst(plan: QueryPlan): Select {
  return plan.kind === 'records' ? limited(plan.select, plan.limit ?? FIRST_PAGE) : plan.select;
}

async function explain({ queryable }: SessionState, { text, values }: Statement): Promise<PlanNode> {
  const [row] = await queryable.rows({ text: `explain (format json) ${text}`, values });
  const [explained] = JSON.parse(row?.[0] ?? '[]') as { readonly Plan: PlanNode }[];
  if (explained === undefined) throw new Error('EXPLAIN gave no plan');
  return explained.Plan;
}

function wholeTable({ engine }: SessionState, object: ObjectDef): Statement {
  const select: Select = {
    kind: 'Select',
    columns: [{ expr: column('t', 'id'), alias: 'id' }],
    from: { kind: 'Table', schema: engine.org.schema, name: tableName(object), alias: 't' },
    joins: [],
  };
  return bindParams(printPostgres(select));
}

/** The first node that reads the table: the one all others wait for. */
function findScan(node: PlanNode, table: string): PlanNode | undefined {
  if (node['Relation Name'] === table) return node;
  for (const child of node.Plans ?? []) {
    const found = findScan(child, table);
    if (found !== undefined) return found;
  }
  return undefined;
}

function operationOf(node: PlanNode, used: readonly string[]): ExplainedPlan['leadingOperationType'] {
  const type = node['Node Type'];
  if (type === 'Seq Scan') return 'TableScan';
  if (/^(Index|Bitmap)/.test(type)) return used.length > 0 ? 'Index' : 'TableScan';
  return 'Other';
}

function fieldsIn(object: ObjectDef, condition = ''): string[] {
  const words = new Set(condition.match(/\w+/g) ?? []);
  return object.fields.filter((field) => words.has(columnName(field))).map(({ name }) => name);
}

function round(cost: number): number {
  return Math.round(cost * 1_000) / 1_000;
}
