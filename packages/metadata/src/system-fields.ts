import type { FieldDef } from './model.js';

const READ_ONLY = {
  custom: false,
  unique: false,
  externalId: false,
  createable: false,
  updateable: false,
  required: true,
  evidence: 'documented',
} as const;

/** The record id, first field of every object. */
export function idField(label: string): FieldDef {
  return { ...READ_ONLY, name: 'Id', label, type: 'Id', length: 18, idLookup: true };
}

/** The owner of a record: `User`, or `Group` too where queues may own. */
export function ownerField(referenceTo: readonly string[]): FieldDef {
  return {
    ...READ_ONLY,
    name: 'OwnerId',
    label: 'Owner ID',
    type: 'Lookup',
    referenceTo,
    relationshipName: 'Owner',
    deleteConstraint: 'Restrict',
    createable: true,
    updateable: true,
  };
}

/** The recycle bin flag and who saved the record when; only the system writes them. */
export const AUDIT_FIELDS: readonly FieldDef[] = [
  { ...READ_ONLY, name: 'IsDeleted', label: 'Deleted', type: 'Checkbox' },
  { ...READ_ONLY, name: 'CreatedDate', label: 'Created Date', type: 'DateTime' },
  userField('CreatedById', 'Created By ID', 'CreatedBy'),
  { ...READ_ONLY, name: 'LastModifiedDate', label: 'Last Modified Date', type: 'DateTime' },
  userField('LastModifiedById', 'Last Modified By ID', 'LastModifiedBy'),
  { ...READ_ONLY, name: 'SystemModstamp', label: 'System Modstamp', type: 'DateTime' },
];

/** Labels of the system fields by language, for objects whose translation does not say otherwise. */
export const SYSTEM_FIELD_LABELS: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map([
  [
    'es',
    {
      Id: 'Id. de registro',
      IsDeleted: 'Eliminado',
      OwnerId: 'Propietario',
      CreatedDate: 'Fecha de creación',
      CreatedById: 'Creado por',
      LastModifiedDate: 'Fecha de la última modificación',
      LastModifiedById: 'Última modificación por',
      SystemModstamp: 'Marca de tiempo del sistema',
    },
  ],
]);

function userField(name: string, label: string, relationshipName: string): FieldDef {
  return { ...READ_ONLY, name, label, type: 'Lookup', referenceTo: ['User'], relationshipName };
}
