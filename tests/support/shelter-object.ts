import type { DeployInput } from '@muster/client';

const field = (name: string, label: string, rest: object) => ({
  type: 'CustomField',
  fullName: `Shelter__c.${name}`,
  metadata: { label, ...rest },
});

/** An object with a field of each kind a file can get wrong. */
export const shelterObject: DeployInput = {
  components: [
    {
      type: 'CustomObject',
      fullName: 'Shelter__c',
      metadata: {
        label: 'Shelter',
        pluralLabel: 'Shelters',
        nameField: { label: 'Shelter Name', type: 'Text' },
        deploymentStatus: 'Deployed',
        sharingModel: 'ReadWrite',
      },
    },
    field('Code__c', 'Code', {
      type: 'Text',
      length: 10,
      unique: true,
      externalId: true,
      caseSensitive: false,
    }),
    field('District__c', 'District', { type: 'Text', length: 40, required: true }),
    field('Opened__c', 'Opened', { type: 'Date' }),
    field('Beds__c', 'Beds', { type: 'Number', precision: 8, scale: 1 }),
    field('Kind__c', 'Kind', {
      type: 'Picklist',
      valueSet: {
        restricted: true,
        valueSetDefinition: {
          sorted: false,
          value: ['Hut', 'Tent', 'House'].map((name) => ({ fullName: name, default: false, label: name })),
        },
      },
    }),
    field('Keeper__c', 'Keeper', {
      type: 'Lookup',
      referenceTo: 'Account',
      relationshipName: 'Shelters',
      deleteConstraint: 'SetNull',
    }),
    field('Email__c', 'E-mail', { type: 'Email' }),
    field('Is_open__c', 'Is open', { type: 'Checkbox', defaultValue: 'false' }),
  ],
};
