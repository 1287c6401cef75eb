import type { CompoundField, FieldDef, FieldTypeName } from '../model.js';
import type { CustomFieldSource } from '../source-format/component.js';
import { present } from '../source-format/present.js';

/** A whole and its parts, which are fields with columns of their own. */
export interface MadeCompound {
  readonly compound: CompoundField;
  readonly fields: readonly FieldDef[];
}

/** A part: its key in the JSON object, the end of its API name, and what it holds. */
interface Part {
  readonly key: string;
  readonly suffix: string;
  readonly type: FieldTypeName;
  readonly length?: number;
}

const LATITUDE: Part = { key: 'latitude', suffix: 'Latitude', type: 'Latitude' };
const LONGITUDE: Part = { key: 'longitude', suffix: 'Longitude', type: 'Longitude' };

/** The parts of custom compound fields (Object Reference, "Compound Fields"). */
const PARTS: Readonly<Record<CompoundField['kind'], readonly Part[]>> = {
  Location: [LATITUDE, LONGITUDE],
  Address: [
    { key: 'city', suffix: 'City', type: 'Text', length: 40 },
    { key: 'countryCode', suffix: 'CountryCode', type: 'Text', length: 10 },
    { key: 'geocodeAccuracy', suffix: 'GeocodeAccuracy', type: 'Text', length: 40 },
    LATITUDE,
    LONGITUDE,
    { key: 'postalCode', suffix: 'PostalCode', type: 'Text', length: 20 },
    { key: 'stateCode', suffix: 'StateCode', type: 'Text', length: 10 },
    { key: 'street', suffix: 'Street', type: 'TextArea', length: 255 },
  ],
};

/** Whether a field type of a metadata file is made of several fields. */
export function isCompoundType(type: string): type is CompoundField['kind'] {
  return Object.hasOwn(PARTS, type);
}

/** The compound field a `CustomField` file declares: `Site__c` with `Site__Latitude__s` and `Site__Longitude__s`. */
export function makeCompoundField(
  source: CustomFieldSource,
  label: string,
  kind: CompoundField['kind'],
): MadeCompound {
  const { name, help, description } = source;
  const partName = (part: Part) => name.replace(/__c$/, `__${part.suffix}__s`);
  const fields = PARTS[kind].map((part): FieldDef => {
    const size = part.length === undefined ? { precision: 18, scale: 15 } : { length: part.length };
    return {
      name: partName(part),
      label: `${label} (${part.suffix})`,
      type: part.type,
      custom: true,
      required: source.required ?? false,
      unique: false,
      externalId: false,
      createable: true,
      updateable: true,
      compoundFieldName: name,
      ...size,
    };
  });
  const displayLocationInDecimal = source.displayLocationInDecimal;
  return {
    compound: {
      name,
      label,
      kind,
      custom: true,
      parts: PARTS[kind].map((part) => ({ key: part.key, field: partName(part) })),
      ...present({ displayLocationInDecimal, help, description }),
    },
    fields,
  };
}
