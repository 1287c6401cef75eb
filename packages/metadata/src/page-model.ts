/** `layouts/Object-Name.layout-meta.xml`: what a record page shows, and in which order. */
export interface LayoutDef {
  readonly object: string;
  readonly name: string;
  readonly sections: readonly LayoutSection[];
  readonly relatedLists: readonly RelatedListDef[];
}

export interface LayoutSection {
  readonly label: string;
  /** `TwoColumnsTopToBottom`, `OneColumn`, … */
  readonly style: string;
  /** Whether its heading stands above it on the page of a record, and where one is changed. */
  readonly detailHeading: boolean;
  readonly editHeading: boolean;
  /** From left to right; null is an empty space. */
  readonly columns: readonly (readonly (LayoutItem | null)[])[];
}

export interface LayoutItem {
  readonly field: string;
  readonly behavior: 'Edit' | 'Required' | 'Readonly';
}

export interface RelatedListDef {
  /** `Pin__c.Badge__c`, or the name of a standard list such as `RelatedNoteList`. */
  readonly relatedList: string;
  readonly fields: readonly string[];
  readonly sortField?: string;
  readonly sortOrder?: 'Asc' | 'Desc';
}

/** `compactLayouts/`: the fields that stand for a record at a glance. */
export interface CompactLayoutDef {
  readonly object: string;
  readonly name: string;
  readonly label: string;
  readonly fields: readonly string[];
}

/** `tabs/`: a place in the navigation; of an object when it bears its name. */
export interface TabDef {
  readonly name: string;
  readonly label?: string;
  readonly isObject: boolean;
}

/** `applications/`: a named choice of tabs. */
export interface ApplicationDef {
  readonly name: string;
  readonly label: string;
  readonly tabs: readonly string[];
}

/** What pages are made of. */
export interface PageMetadata {
  readonly layouts: readonly LayoutDef[];
  readonly compactLayouts: readonly CompactLayoutDef[];
  readonly tabs: readonly TabDef[];
  readonly applications: readonly ApplicationDef[];
}
