import { FIELD_TYPE_NAMES } from '../field-types/index.js';
import type { FieldTypeName, SharingModel } from '../model.js';
import {
  flag,
  listOf,
  mapOf,
  matching,
  objectOf,
  oneOf,
  type Shape,
  text,
  textOr,
  whole,
} from './json-shape.js';

/** What `standard-objects/*.json` holds. See the package's README for what each key means. */
export interface StandardObjectFile {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string;
  readonly nameField: string;
  /** What may own a record; absent where records have no owner. */
  readonly owner?: readonly string[];
  readonly sharingModel: SharingModel;
  readonly externalSharingModel: SharingModel;
  /** Whether notes, files, tasks and e-mails can hang on its records (lookups to `*`). */
  readonly attachable?: boolean;
  readonly source: string;
  readonly fields: readonly StandardFieldEntry[];
  /** Addresses; their parts are the fields that name them as `compoundFieldName`. */
  readonly compounds?: readonly StandardCompoundEntry[];
  readonly translations?: Readonly<Record<string, StandardObjectTranslation>>;
}

export interface StandardFieldEntry {
  readonly name: string;
  readonly label: string;
  readonly type: FieldTypeName;
  readonly length?: number;
  readonly precision?: number;
  readonly scale?: number;
  readonly required?: boolean;
  readonly unique?: boolean;
  readonly externalId?: boolean;
  readonly idLookup?: boolean;
  readonly createable?: boolean;
  readonly updateable?: boolean;
  /** Object names; `*` alone stands for every attachable object. */
  readonly referenceTo?: readonly string[];
  readonly relationshipName?: string;
  readonly childRelationshipName?: string;
  readonly deleteConstraint?: 'SetNull' | 'Cascade' | 'Restrict';
  readonly picklist?: {
    readonly restricted: boolean;
    readonly default?: string;
    readonly values: readonly (
      | string
      | { readonly value: string; readonly label: string; readonly converted?: boolean }
    )[];
  };
  readonly defaultValue?: string;
  readonly displayFormat?: string;
  readonly compoundFieldName?: string;
  readonly help?: string;
  readonly evidence: 'documented' | 'assumed';
}

export interface StandardCompoundEntry {
  readonly name: string;
  readonly label: string;
  readonly kind: 'Address';
  readonly evidence: 'documented' | 'assumed';
}

export interface StandardObjectTranslation {
  readonly label: string;
  readonly labelPlural: string;
  readonly fields: Readonly<Record<string, string>>;
  /** By field, then by picklist value. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const apiName = matching(/^[A-Za-z][A-Za-z0-9]*(__[a-z]+)?$/, 'an API name');
const sharing = oneOf(['Private', 'Read', 'ReadWrite', 'ControlledByParent']);

const field = objectOf(
  {
    name: apiName,
    label: text,
    type: oneOf(FIELD_TYPE_NAMES),
    evidence: oneOf(['documented', 'assumed']),
  },
  {
    length: whole(1),
    precision: whole(1),
    scale: whole(0),
    required: flag,
    unique: flag,
    externalId: flag,
    idLookup: flag,
    createable: flag,
    updateable: flag,
    referenceTo: listOf(textOr(apiName)),
    relationshipName: apiName,
    childRelationshipName: apiName,
    deleteConstraint: oneOf(['SetNull', 'Cascade', 'Restrict']),
    picklist: objectOf(
      {
        restricted: flag,
        values: listOf(textOr(objectOf({ value: text, label: text }, { converted: flag }))),
      },
      { default: text },
    ),
    defaultValue: text,
    displayFormat: text,
    compoundFieldName: apiName,
    help: text,
  },
);

/** The shape of a whole file: unknown keys are errors. */
export const standardObjectShape: Shape = objectOf(
  {
    name: apiName,
    label: text,
    labelPlural: text,
    keyPrefix: matching(/^[0-9A-Za-z]{3}$/, 'three letters or digits'),
    nameField: apiName,
    sharingModel: sharing,
    externalSharingModel: sharing,
    source: matching(/^https:\/\//, 'an https address'),
    fields: listOf(field),
  },
  {
    owner: listOf(apiName),
    attachable: flag,
    compounds: listOf(
      objectOf(
        { name: apiName, label: text, kind: oneOf(['Address']), evidence: oneOf(['documented', 'assumed']) },
        {},
      ),
    ),
    translations: mapOf(
      objectOf({ label: text, labelPlural: text, fields: mapOf(text) }, { values: mapOf(mapOf(text)) }),
    ),
  },
);
