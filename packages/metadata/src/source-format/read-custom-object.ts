import type { SharingModel } from '../model.js';
import type { CustomObjectSource } from './component.js';
import type { ElementReader } from './element-reader.js';
import { present } from './present.js';

/** What every object has here, and what decides nothing. */
const GIVEN = [
  'deploymentStatus',
  'visibility',
  'enableActivities',
  'enableBulkApi',
  'enableReports',
  'enableSearch',
  'enableSharing',
  'enableStreamingApi',
  'gender',
  'startsWith',
];

/** The object itself; its fields and list views are read from the same element in the mdapi format. */
export function readCustomObject(root: ElementReader, name: string): CustomObjectSource {
  for (const given of GIVEN) root.text(given);
  const nameField = root.children('nameField')[0];
  return {
    name,
    ...present({
      customSettingsType: root.choice('customSettingsType', ['List', 'Hierarchy']),
      tracksHistory: root.flag('enableHistory'),
      compactLayout: assignedCompactLayout(root),
      label: root.text('label'),
      labelPlural: root.text('pluralLabel'),
      description: root.text('description'),
      nameField: nameField === undefined ? undefined : readNameField(nameField),
      sharingModel: readSharingModel(root, 'sharingModel'),
      externalSharingModel: readSharingModel(root, 'externalSharingModel'),
    }),
  };
}

/** `SYSTEM` stands for the one every object has. */
function assignedCompactLayout(root: ElementReader): string | undefined {
  const name = root.text('compactLayoutAssignment');
  return name === 'SYSTEM' ? undefined : name;
}

function readNameField(reader: ElementReader): NonNullable<CustomObjectSource['nameField']> {
  return {
    label: reader.required('label') ?? 'Name',
    type: reader.choice('type', ['Text', 'AutoNumber']) ?? 'Text',
    ...present({ displayFormat: reader.text('displayFormat') }),
  };
}

const SHARING_MODELS: Readonly<Record<string, SharingModel>> = {
  Private: 'Private',
  Read: 'Read',
  ReadWrite: 'ReadWrite',
  ReadWriteTransfer: 'ReadWrite',
  FullAccess: 'ReadWrite',
  ControlledByParent: 'ControlledByParent',
};

function readSharingModel(root: ElementReader, name: string): SharingModel | undefined {
  const text = root.text(name);
  if (text === undefined) return undefined;
  const model = Object.hasOwn(SHARING_MODELS, text) ? SHARING_MODELS[text] : undefined;
  if (model === undefined)
    root.error(`<${name}> is ${text}, expected one of ${Object.keys(SHARING_MODELS).join(', ')}`);
  else if (model !== text) root.warn(`<${name}> ${text} is applied as ${model}`);
  return model;
}
