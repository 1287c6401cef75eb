export { readPackageFolder } from './read-package-folder.js';
export { readSourceFiles, readSourceFolder, type SourceFilesRead } from './read-source-folder.js';
export {
  PLATFORM_STANDARD_OBJECTS,
  readStandardObjects,
  type StandardObjectsRead,
} from './read-standard-objects.js';
export { readPackageZip, writeZip } from './zip.js';
