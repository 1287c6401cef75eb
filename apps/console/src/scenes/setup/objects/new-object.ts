import type { ComponentInput } from '@muster/client';
import type { Elements } from '../../../data/setup-metadata.js';
import { textOf } from './elements.js';

/** What the person decides of a new object beside its own elements. */
export interface NewObject {
  /** Without `__c`. */
  readonly apiName: string;
  readonly elements: Elements;
  readonly hasTab: boolean;
  /** The profile of whoever makes it, which gets all rights. */
  readonly profile: string;
  /** The label of the list of all records, in the person's language. */
  readonly allLabel: string;
  readonly informationLabel: string;
}

/** What a new object starts with. */
export const blankObject: Elements = {
  label: '',
  pluralLabel: '',
  description: '',
  nameField: { label: '', type: 'Text' },
  deploymentStatus: 'Deployed',
  sharingModel: 'ReadWrite',
  enableReports: true,
  enableHistory: false,
  enableActivities: false,
  enableSearch: true,
};

/** The components a new object is made of: itself, a list of all records, a page, a tab, and rights on all of them. */
export function newObjectComponents(given: NewObject): readonly ComponentInput[] {
  const { elements, hasTab, profile, allLabel } = given;
  const object = `${given.apiName}__c`;
  const layout = layoutName(object, textOf(elements, 'label'));
  return [
    { type: 'CustomObject', fullName: object, metadata: withoutBlanks(elements) },
    {
      type: 'ListView',
      fullName: `${object}.All`,
      metadata: { label: allLabel, columns: ['NAME'], filterScope: 'Everything' },
    },
    { type: 'Layout', fullName: layout, metadata: firstLayout(given.informationLabel) },
    ...(hasTab
      ? [
          {
            type: 'CustomTab',
            fullName: object,
            metadata: { customObject: true, motif: 'Custom20: Airplane' },
          },
        ]
      : []),
    {
      type: 'Profile',
      fullName: profile,
      metadata: {
        objectPermissions: [allRights(object)],
        layoutAssignments: [{ layout }],
        tabVisibilities: hasTab ? [{ tab: object, visibility: 'DefaultOn' }] : [],
      },
    },
  ];
}

/** The full name of an object's first layout, as Salesforce names it. */
function layoutName(object: string, label: string): string {
  return `${object}-${label} Layout`;
}

/** Elements without those that say nothing. */
export function withoutBlanks(elements: Elements): Elements {
  return Object.fromEntries(
    Object.entries(elements).map(([name, value]) => [name, value === '' ? null : value]),
  );
}

function firstLayout(label: string): Elements {
  const item = (field: string, behavior: string) => ({ layoutItems: [{ behavior, field }] });
  return {
    layoutSections: [
      {
        label,
        customLabel: true,
        detailHeading: true,
        editHeading: true,
        style: 'TwoColumnsTopToBottom',
        layoutColumns: [item('Name', 'Required'), item('OwnerId', 'Edit')],
      },
    ],
  };
}

function allRights(object: string): Elements {
  return {
    object,
    allowRead: true,
    allowCreate: true,
    allowEdit: true,
    allowDelete: true,
    viewAllRecords: true,
    modifyAllRecords: true,
  };
}
