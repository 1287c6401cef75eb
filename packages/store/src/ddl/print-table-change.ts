import { assertNever } from '@muster/kernel';
import { quoteIdent } from '@muster/sql';
import type { TableChange } from './plan-table-changes.js';
import { printAbandon, printConversion } from './print-conversion.js';
import type { TargetColumn, TargetIndex, TargetTable } from './schema-shape.js';

/** The SQL of one change in one org's schema. */
export function printTableChange(change: TableChange, schema: string): string {
  const qualified = (name: string) => `${quoteIdent(schema)}.${quoteIdent(name)}`;
  switch (change.kind) {
    case 'CreateTable':
      return `create table ${qualified(change.table.name)} (\n${printColumns(change.table)}\n)`;
    case 'AddColumn':
      return `alter table ${qualified(change.table)} add column ${printColumn(change.column)}`;
    case 'WidenColumn':
      return `alter table ${qualified(change.table)} alter column ${quoteIdent(change.column.name)} type ${change.column.type}`;
    case 'ConvertColumn':
      return printConversion(change.conversion, schema).join(';\n');
    case 'AbandonConversion':
      return printAbandon(change, schema).join(';\n');
    case 'CreateIndex':
      return printIndex(change.index, qualified(change.table), '');
    case 'CreateIndexConcurrently':
      return printIndex(change.index, qualified(change.table), ' concurrently');
    case 'DropIndex':
      return `drop index if exists ${qualified(change.index)}`;
    case 'DropTable':
      return `drop table ${qualified(change.table)}`;
    case 'DropColumn':
      return `alter table ${qualified(change.table)} drop column ${quoteIdent(change.column)}`;
    case 'CreateSequence':
      return `create sequence ${qualified(change.name)}`;
    default:
      return assertNever(change);
  }
}

function printColumns(table: TargetTable): string {
  return table.columns.map((column) => `  ${printColumn(column)}`).join(',\n');
}

/** A column as in a table's definition. */
function printColumn(column: TargetColumn): string {
  return `${quoteIdent(column.name)} ${column.type} ${column.attributes}`.trimEnd();
}

function printIndex(index: TargetIndex, table: string, how: string): string {
  return `create ${index.unique ? 'unique ' : ''}index${how} ${quoteIdent(index.name)} on ${table} ${index.definition}`;
}
