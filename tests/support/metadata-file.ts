import type { PackageFile } from '@muster/metadata';

/** A metadata file whose content begins on its third line. */
export function metadataFile(path: string, root: string, content: string): PackageFile {
  const namespace = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
  return {
    path,
    text: `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${namespace}>\n${content}\n</${root}>\n`,
  };
}
