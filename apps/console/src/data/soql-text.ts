/** A text as SOQL writes it, in quotes. */
export function soqlText(value: string): string {
  return `'${value.replaceAll(/[\\']/g, '\\$&')}'`;
}

/** A pattern for LIKE that finds the text anywhere. */
export function soqlContains(value: string): string {
  return `'%${value.replaceAll(/[\\'%_]/g, '\\$&')}%'`;
}
