import { quoteIdent } from '@muster/sql';
import type { ColumnConversion } from './plan-conversions.js';

type Left = Pick<ColumnConversion, 'table' | 'beside'>;

/** The whole conversion in one transaction, for a table that is quickly rewritten. */
export function printConversion(conversion: ColumnConversion, schema: string): string[] {
  const { table, beside, value } = conversion;
  const name = qualified(schema, table);
  return [
    ...printAbandon(conversion, schema),
    `alter table ${name} add column ${printBeside(conversion)}`,
    `update ${name} set ${quoteIdent(beside)} = ${value}`,
    ...printSwitch(conversion, schema),
  ];
}

/** The column beside, and a trigger that keeps it up with whoever writes. */
export function printExpansion(conversion: ColumnConversion, schema: string): string[] {
  const { table, column, beside, value } = conversion;
  const [name, follow] = [qualified(schema, table), qualified(schema, beside)];
  const old = quoteIdent(column.name);
  const body = `begin
    select ${value} into new.${quoteIdent(beside)} from (select new.${old} as ${old}) as written;
    return new;
  end`;
  return [
    `alter table ${name} add column if not exists ${printBeside(conversion)}`,
    `create or replace function ${follow}() returns trigger language plpgsql as $conversion$ ${body} $conversion$`,
    `create or replace trigger ${quoteIdent(beside)} before insert or update on ${name} for each row execute function ${follow}()`,
  ];
}

/** The column beside takes the place of the old one, whose indexes go with it. */
export function printSwitch({ table, column, beside }: ColumnConversion, schema: string): string[] {
  const name = qualified(schema, table);
  return [
    `drop function if exists ${qualified(schema, beside)}() cascade`,
    `alter table ${name} drop column ${quoteIdent(column.name)}`,
    `alter table ${name} rename column ${quoteIdent(beside)} to ${quoteIdent(column.name)}`,
  ];
}

/** Takes away what a conversion has made so far. */
export function printAbandon({ table, beside }: Left, schema: string): string[] {
  return [
    `drop function if exists ${qualified(schema, beside)}() cascade`,
    `alter table ${qualified(schema, table)} drop column if exists ${quoteIdent(beside)}`,
  ];
}

function printBeside({ beside, column }: ColumnConversion): string {
  return `${quoteIdent(beside)} ${column.type} ${column.attributes}`.trimEnd();
}

function qualified(schema: string, name: string): string {
  return `${quoteIdent(schema)}.${quoteIdent(name)}`;
}
