import type { LookupFilterDef, MaskDef } from '../model.js';
import type { CustomFieldSource, SummarySource } from './component.js';
import type { ElementReader } from './element-reader.js';
import { present } from './present.js';
import { readFieldValueSet } from './read-value-set.js';

/** Hints for pages and for tools, and what is decided elsewhere; none changes a value. */
const HINTS = [
  'visibleLines',
  'relationshipLabel',
  'trackFeedHistory',
  'trackTrending',
  'fieldManageability',
  'deprecated',
];

/** A `CustomField`; undefined, and an error, when it has no name. */
export function readCustomField(root: ElementReader, object: string): CustomFieldSource | undefined {
  const name = root.required('fullName');
  for (const hint of HINTS) root.text(hint);
  if (name === undefined) return undefined;
  const lookupFilter = readLookupFilter(root);
  if (lookupFilter !== undefined) root.warn('the lookup filter is not enforced yet');
  const { valueSet, name: valueSetName, restricted, dependency } = readFieldValueSet(root);
  const blanks = root.choice('formulaTreatBlanksAs', ['BlankAsBlank', 'BlankAsZero']);
  return {
    object,
    name,
    referenceTo: root.texts('referenceTo'),
    ...present({
      label: root.text('label'),
      type: root.text('type'),
      length: root.whole('length'),
      precision: root.whole('precision'),
      scale: root.whole('scale'),
      required: root.flag('required'),
      unique: root.flag('unique'),
      caseSensitive: root.flag('caseSensitive'),
      externalId: root.flag('externalId'),
      formula: root.text('formula'),
      treatsBlanksAsZero: blanks === undefined ? undefined : blanks === 'BlankAsZero',
      summary: readSummary(root),
      mask: readMask(root),
      displayLocationInDecimal: root.flag('displayLocationInDecimal'),
      relationshipName: root.text('relationshipName'),
      relationshipOrder: root.whole('relationshipOrder'),
      writeRequiresMasterRead: root.flag('writeRequiresMasterRead'),
      reparentable: root.flag('reparentableMasterDetail'),
      trackHistory: root.flag('trackHistory'),
      deleteConstraint: root.choice('deleteConstraint', ['SetNull', 'Cascade', 'Restrict']),
      lookupFilter,
      valueSet,
      valueSetName,
      valueSetRestricted: restricted,
      dependency,
      defaultValue: root.text('defaultValue'),
      displayFormat: root.text('displayFormat'),
      help: root.text('inlineHelpText'),
      description: root.text('description'),
    }),
  };
}

function readSummary(root: ElementReader): SummarySource | undefined {
  const operation = root.choice('summaryOperation', ['count', 'sum', 'min', 'max']);
  const foreignKey = root.text('summaryForeignKey');
  const summarized = root.text('summarizedField');
  for (const filter of root.children('summaryFilterItems')) {
    for (const name of ['field', 'operation', 'value', 'valueField']) filter.text(name);
  }
  if (operation === undefined || foreignKey === undefined) return undefined;
  return { operation, foreignKey, ...present({ summarized }) };
}

function readMask(root: ElementReader): MaskDef | undefined {
  const type = root.choice('maskType', ['all', 'lastFour', 'creditCard', 'ssn', 'nino', 'sin']);
  const character = root.choice('maskChar', ['asterisk', 'X']);
  if (type === undefined && character === undefined) return undefined;
  return { type: type ?? 'all', character: character === 'X' ? 'X' : '*' };
}

/** What a lookup filter depends on; switched off, it is as if it were not there. */
function readLookupFilter(root: ElementReader): LookupFilterDef | undefined {
  const [filter] = root.children('lookupFilter');
  if (filter === undefined) return undefined;
  for (const text of ['booleanFilter', 'description', 'errorMessage', 'infoMessage']) filter.text(text);
  const paths = filter
    .children('filterItems')
    .flatMap((item) => ['field', 'value', 'valueField', 'operation'].map((name) => item.text(name) ?? ''));
  const own = paths.flatMap((path) => /^\$Source\.(\w+)/.exec(path)?.[1] ?? []);
  const isOptional = filter.flag('isOptional') ?? false;
  return filter.flag('active') === false ? undefined : { controllingFields: [...new Set(own)], isOptional };
}
