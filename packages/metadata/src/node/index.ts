export {
  PLATFORM_STANDARD_OBJECTS,
  readStandardObjects,
  type StandardObjectsRead,
} from './read-standard-objects.js';
