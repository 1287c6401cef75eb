import type { FieldDef } from '../model.js';

/** How values of a column compare in SQL. */
export type StorageType = 'text' | 'numeric' | 'integer' | 'boolean' | 'date' | 'timestamptz' | 'time' | 'id';

/** What a value that cannot be stored is answered with. */
export interface ParseFailure {
  readonly code:
    | 'JSON_PARSER_ERROR'
    | 'INVALID_TYPE_ON_FIELD_IN_RECORD'
    | 'STRING_TOO_LONG'
    | 'MALFORMED_ID'
    | 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'
    | 'INVALID_EMAIL_ADDRESS'
    | 'NUMBER_OUTSIDE_VALID_RANGE';
  readonly message: string;
}

export type Parsed =
  | { readonly ok: true; readonly value: string | null }
  | { readonly ok: false; readonly failure: ParseFailure };

/**
 * Everything the product knows about one field type. Shared code asks the type and never branches on its name;
 * each type is one file in this folder.
 */
export interface FieldType {
  readonly storage: StorageType;
  /** PostgreSQL column type as the catalogue spells it, such as `numeric(18,2)`. */
  columnType(field: FieldDef): string;
  /** What follows the type in a column definition: a collation, `not null default false`. */
  readonly columnAttributes?: string;
  /**
   * Takes a JSON value or CSV text and gives the text PostgreSQL stores (its input syntax), or null for empty.
   * Strings are accepted for every type; '' is null.
   */
  parse(field: FieldDef, input: unknown): Parsed;
  /** From PostgreSQL's text to JSON text, `"…"` quotes included; null is handled by the caller. */
  toJson(text: string): string;
  /** From PostgreSQL's text to CSV, SOAP and Bulk text, not quoted. */
  toPlainText(text: string): string;
  /** `type` and `soapType` in describe. */
  readonly describeType: string;
  readonly soapType: string;
  /** Characters a value may have where the field does not say; absent for what is no text. */
  readonly defaultLength?: number;
  /** `extraTypeInfo` in describe, which tells plain text areas from rich ones. */
  readonly extraTypeInfo?: 'plaintextarea' | 'richtextarea';
  /** Whether a field of the type points at records: as one of several parents, or as the owner of the record. */
  readonly reference?: 'lookup' | 'master';
  /** Whether a field of the type takes its values from a list. */
  readonly hasPicklist?: true;
  /** What readers without the right to view encrypted data are shown in place of a value. */
  mask?(field: FieldDef, text: string): string;
  /** Whether only the system writes values. */
  readonly isSystemWritten?: true;
  /** Whether values can name a record to other systems. */
  readonly canBeExternalId?: true;
  /** What is wrong with the declaration of a field, in the words of its metadata file; undefined when nothing is. */
  declarationFlaw?(field: FieldDef): string | undefined;
  /** The stored text names a content of the file store: the API takes and gives the content, never that name. */
  readonly isContent?: boolean;
  readonly filterable: boolean;
  readonly sortable: boolean;
  readonly groupable: boolean;
  /** Compared without case: text that people type. Ids and picklist API values compare as stored. */
  readonly foldsCase: boolean;
  /** Type name in formulas. */
  readonly formulaType:
    | 'Text'
    | 'Number'
    | 'Boolean'
    | 'Date'
    | 'DateTime'
    | 'Time'
    | 'Picklist'
    | 'Multipicklist'
    | 'Id';
}
