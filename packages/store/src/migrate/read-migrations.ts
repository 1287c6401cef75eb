import { readdir, readFile } from 'node:fs/promises';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

const FILE_NAME = /^(\d{4})-([a-z0-9-]+)\.sql$/;

/**
 * The numbered files of one level, in order: `cluster` for the database, `org` for each org's schema.
 * @throws Error when a file is not named `0001-what-it-does.sql` or a number is missing or double.
 */
export async function readMigrations(level: 'cluster' | 'org'): Promise<readonly Migration[]> {
  const folder = new URL(`../../migrations/${level}/`, import.meta.url);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (file, index) => {
      const [, number, name] = FILE_NAME.exec(file) ?? [];
      if (name === undefined || Number(number) !== index + 1) {
        throw new Error(`Migration ${level}/${file} should be number ${index + 1} of its folder.`);
      }
      return { number: index + 1, name, sql: await readFile(new URL(file, folder), 'utf8') };
    }),
  );
}
