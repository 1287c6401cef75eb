import { type Command, readArguments, UsageError } from './command.js';
import { findUser } from './find-user.js';
import { printTable } from './print-table.js';
import { say } from './say.js';
import { withInstance } from './with-instance.js';

const BASE_PATH = '/services/data/v67.0';

interface Page {
  readonly totalSize: number;
  readonly records: readonly Readonly<Record<string, unknown>>[];
  readonly nextRecordsUrl?: string;
}

export const query: Command = {
  name: 'query',
  usage: '"SOQL" [--username NAME] [--json]',
  summary: 'Runs a query with the rights of a user, the administrator when none is named.',
  async run(args) {
    const { positional, options, flags } = readArguments(args, { options: ['username'], flags: ['json'] });
    const [soql] = positional;
    if (soql === undefined || positional.length > 1) throw new UsageError('Give one query, in quotes');
    const page = await withInstance(async (instance) => {
      const principal = await findUser(instance, options.get('username'));
      const session = instance.records.openSession(principal, { key: 'administration' });
      const first = await session.query(soql, { basePath: BASE_PATH });
      return readAll(
        JSON.parse(first.json) as Page,
        async (locator) =>
          JSON.parse((await session.queryMore(locator, { basePath: BASE_PATH })).json) as Page,
      );
    });
    say(flags.has('json') ? JSON.stringify(page, undefined, 2) : printTable(page.records));
    if (!flags.has('json')) say(`Total number of records: ${page.totalSize}`);
    return 0;
  },
};

async function readAll(
  first: Page,
  next: (locator: string) => Promise<Page>,
): Promise<Omit<Page, 'nextRecordsUrl'>> {
  const records = [...first.records];
  let page = first;
  while (page.nextRecordsUrl !== undefined) {
    page = await next(page.nextRecordsUrl.split('/').at(-1) ?? '');
    records.push(...page.records);
  }
  return { totalSize: first.totalSize, records };
}
