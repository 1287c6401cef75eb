import type { FieldDef } from '../model.js';
import { decimalType, parseDecimal } from './decimal.js';
import type { FieldType } from './field-type.js';

const MAX_INTEGER_DIGITS = 9;

const doubleType: FieldType = { ...decimalType('double'), canBeExternalId: true };

const intType: FieldType = {
  ...doubleType,
  storage: 'integer',
  columnType: () => 'integer',
  parse: (field, input) => parseDecimal(field, input, 'int'),
  toJson: (text) => text,
  toPlainText: (text) => text,
  describeType: 'int',
  soapType: 'xsd:int',
  groupable: true,
};

/** A number. Salesforce describes the whole numbers of standard objects as `int` and every custom one as `double`. */
export function numberType(field: FieldDef): FieldType {
  const isInt = !field.custom && (field.scale ?? 0) === 0 && (field.precision ?? 18) <= MAX_INTEGER_DIGITS;
  return isInt ? intType : doubleType;
}
