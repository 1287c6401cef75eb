import { readdir, readFile } from 'node:fs/promises';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

const FILE_NAME = /^(\d{4})-([a-z0-9-]+)\.sql$/;

/**
 * The numbered files of one level, in order: `cluster` for the database, `org` for each org's schema. Numbers may be left
 * out: whoever works on two things at a time takes two.
 * @throws Error when a file is not named `0001-what-it-does.sql` or a number is there twice.
 */
export async function readMigrations(level: 'cluster' | 'org'): Promise<readonly Migration[]> {
  const folder = new URL(`../../migrations/${level}/`, import.meta.url);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  const taken = new Set<number>();
  return Promise.all(
    files.map(async (file) => {
      const [, digits, name] = FILE_NAME.exec(file) ?? [];
      const number = Number(digits);
      if (name === undefined || taken.has(number)) {
        throw new Error(
          `Migration ${level}/${file} should have a name like 0001-what-it-does.sql and a number of its own.`,
        );
      }
      taken.add(number);
      return { number, name, sql: await readFile(new URL(file, folder), 'utf8') };
    }),
  );
}
