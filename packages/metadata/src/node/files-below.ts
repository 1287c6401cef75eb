import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The files below a folder, as paths inside it. Links and folders whose names begin with a dot are passed over. */
export async function filesBelow(root: string, below: string): Promise<string[]> {
  const entries = await readdir(join(root, below), { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isFile()) return [path];
      const isEntered = entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules';
      return isEntered ? filesBelow(root, path) : [];
    }),
  );
  return found.flat();
}
