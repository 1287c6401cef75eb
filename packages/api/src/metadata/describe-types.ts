import { childTypes, METADATA_TYPES } from '@muster/metadata';

/** The types an org keeps as `DescribeMetadataObject`s, by name; folders and parts are told of with their types. */
export function describeTypes() {
  return METADATA_TYPES.filter(
    ({ child, listedAs, skipped }) => child === undefined && listedAs === undefined && skipped === undefined,
  )
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, folder, folderType, hasBody, suffix }) => ({
      childXmlNames: childTypes(name).map((child) => child.name),
      directoryName: folder ?? '',
      inFolder: folderType !== undefined,
      metaFile: hasBody === true,
      suffix,
      xmlName: name,
    }));
}
