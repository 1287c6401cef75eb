import type { Send } from './sender.js';

const BASE = '/services/data/v67.0';
const MASTER_RECORD_TYPE_ID = '012000000000000AAA';

/** A field as describe has it; the keys the web apps read. */
export interface DescribedField {
  readonly name: string;
  readonly label: string;
  /** `string`, `picklist`, `reference`, `datetime`, … */
  readonly type: string;
  readonly length: number;
  readonly precision: number;
  readonly scale: number;
  readonly digits: number;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly nillable: boolean;
  readonly defaultedOnCreate: boolean;
  readonly calculated: boolean;
  readonly custom: boolean;
  readonly nameField: boolean;
  readonly externalId: boolean;
  readonly idLookup: boolean;
  readonly sortable: boolean;
  readonly filterable: boolean;
  readonly autoNumber: boolean;
  readonly htmlFormatted: boolean;
  readonly extraTypeInfo: string | null;
  readonly inlineHelpText: string | null;
  readonly compoundFieldName: string | null;
  readonly controllerName: string | null;
  readonly dependentPicklist: boolean;
  readonly restrictedPicklist: boolean;
  readonly defaultValue: unknown;
  readonly referenceTo: readonly string[];
  readonly relationshipName: string | null;
  readonly picklistValues: readonly DescribedValue[];
}

export interface DescribedValue {
  readonly value: string;
  readonly label: string;
  readonly active: boolean;
  readonly defaultValue: boolean;
  /** Base 64 of a bit for each value of the controlling field. */
  readonly validFor: string | null;
}

export interface DescribedRecordType {
  readonly recordTypeId: string;
  readonly developerName: string;
  readonly name: string;
  readonly active: boolean;
  readonly available: boolean;
  readonly defaultRecordTypeMapping: boolean;
  readonly master: boolean;
}

export interface DescribedObject {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string;
  readonly custom: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly layoutable: boolean;
  readonly searchable: boolean;
  readonly fields: readonly DescribedField[];
  readonly recordTypeInfos: readonly DescribedRecordType[];
  readonly childRelationships: readonly {
    readonly childSObject: string;
    readonly field: string;
    readonly relationshipName: string | null;
  }[];
}

export interface LayoutComponent {
  readonly type: 'Field' | 'Separator' | 'EmptySpace';
  readonly value: string | null;
  readonly displayLines: number;
  readonly tabOrder: number;
  readonly details?: DescribedField;
  readonly fieldType?: string;
  /** The parts of a whole, such as those of an address or a name. */
  readonly components?: readonly LayoutComponent[];
}

export interface LayoutItem {
  readonly label: string;
  readonly required: boolean;
  readonly editableForNew: boolean;
  readonly editableForUpdate: boolean;
  readonly placeholder: boolean;
  readonly layoutComponents: readonly LayoutComponent[];
}

export interface LayoutSection {
  readonly heading: string;
  readonly useHeading: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly tabOrder: 'TopToBottom' | 'LeftToRight';
  readonly layoutRows: readonly { readonly numItems: number; readonly layoutItems: readonly LayoutItem[] }[];
}

export interface RelatedList {
  /** The name of the relationship, by which the list is read: `Contacts`. */
  readonly name: string;
  readonly label: string;
  readonly sobject: string;
  /** The lookup of its records that points at the record of the page. */
  readonly field: string;
  readonly custom: boolean;
  readonly limitRows: number;
  readonly buttons: readonly { readonly name: string; readonly label: string }[];
  readonly columns: readonly {
    readonly field: string;
    readonly fieldApiName: string;
    readonly format: string | null;
    readonly label: string;
    /** Path of the id the value leads to. */
    readonly lookupId: string | null;
    /** What to ask for in a query: `Status`, `Owner.Name`. */
    readonly name: string;
  }[];
  readonly sort: readonly { readonly column: string; readonly ascending: boolean }[];
}

export interface Layout {
  /** Null for a layout that is made because none is declared. */
  readonly id: string | null;
  readonly name: string;
  readonly buttonLayoutSection: {
    readonly detailButtons: readonly { readonly name: string; readonly label: string }[];
  };
  readonly detailLayoutSections: readonly LayoutSection[];
  readonly editLayoutSections: readonly LayoutSection[];
  readonly relatedLists: readonly RelatedList[];
}

export interface CompactLayout {
  readonly id: string | null;
  readonly name: string;
  readonly label: string;
  readonly objectType: string;
  readonly fieldItems: readonly LayoutItem[];
}

export interface ListView {
  readonly id: string;
  readonly label: string;
  readonly developerName: string;
  readonly describeUrl: string;
  readonly resultsUrl: string;
  readonly soqlCompatible: boolean;
}

export interface ListViewColumn {
  readonly fieldNameOrPath: string;
  readonly label: string;
  readonly type: string;
  readonly selectListItem: string;
  readonly hidden: boolean;
  readonly sortable: boolean;
  readonly searchable: boolean;
  readonly sortIndex: number | null;
  readonly sortDirection: 'ascending' | 'descending' | null;
}

export interface ListViewDescribe {
  readonly id: string;
  readonly sobjectType: string;
  /** SOQL of all records of the view. */
  readonly query: string;
  readonly scope: string;
  readonly columns: readonly ListViewColumn[];
  readonly orderBy: readonly { readonly fieldNameOrPath: string; readonly sortDirection: string }[];
  readonly whereCondition: object;
}

export interface ListViewResults {
  readonly id: string;
  readonly label: string;
  readonly developerName: string;
  readonly done: boolean;
  readonly size: number;
  readonly columns: readonly ListViewColumn[];
  readonly records: readonly {
    readonly columns: readonly { readonly fieldNameOrPath: string; readonly value: string | null }[];
  }[];
}

export interface Tab {
  readonly name: string;
  readonly label: string;
  readonly custom: boolean;
  /** '' where the tab is of no object. */
  readonly sobjectName: string;
  readonly url: string | null;
}

/** What pages of records and lists are made of, as the reader may see it. */
export function pagesClient(send: Send) {
  const get = <Answer>(path: string, query?: object): Promise<Answer> =>
    send({ method: 'GET', path: `${BASE}/${path}`, ...(query === undefined ? {} : { query }) });
  const of = (object: string) => `sobjects/${encodeURIComponent(object)}`;
  const view = (object: string, id: string) => `${of(object)}/listviews/${encodeURIComponent(id)}`;

  return {
    /** The layout of records of a type; of records without one when none is named. */
    layout: (object: string, recordTypeId: string = MASTER_RECORD_TYPE_ID): Promise<Layout> =>
      get(`${of(object)}/describe/layouts/${encodeURIComponent(recordTypeId)}`),
    /** The fields that stand for a record at a glance. */
    compactLayout: (object: string, recordTypeId: string = MASTER_RECORD_TYPE_ID): Promise<CompactLayout> =>
      get(`${of(object)}/describe/compactLayouts/${encodeURIComponent(recordTypeId)}`),
    listViews: async (object: string): Promise<readonly ListView[]> =>
      (await get<{ readonly listviews: readonly ListView[] }>(`${of(object)}/listviews`)).listviews,
    listViewDescribe: (object: string, id: string): Promise<ListViewDescribe> =>
      get(`${view(object, id)}/describe`),
    listViewResults: (
      object: string,
      id: string,
      page: { readonly limit?: number; readonly offset?: number } = {},
    ): Promise<ListViewResults> => get(`${view(object, id)}/results`, page),
    tabs: (): Promise<readonly Tab[]> => get('tabs'),
  };
}
