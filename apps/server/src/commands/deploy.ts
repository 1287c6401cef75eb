import { readFile, stat } from 'node:fs/promises';
import { MusterError } from '@muster/kernel';
import type { MetadataPackage } from '@muster/metadata';
import { readPackageFolder, readPackageZip } from '@muster/metadata/node';
import { type Command, readArguments, UsageError } from './command.js';
import { printDeployResult } from './print-deploy-result.js';
import { say, sayProgress } from './say.js';
import { withInstance } from './with-instance.js';

export const deploy: Command = {
  name: 'deploy',
  usage: 'DIR [--check-only] [--json]',
  summary: 'Deploys the metadata of a project or package to the agency: all of it, or nothing.',
  details: [
    'DIR is a project with sfdx-project.json, a package with package.xml, any folder of metadata files, or a zip of a',
    'package. What a destructiveChanges.xml beside the package.xml names is deleted.',
    'With --check-only everything is done and then undone: the result is that of a deploy, nothing changes.',
    'With --json the whole result is printed as JSON, every component with what was found.',
    'The exit code is 0 when everything was good, 1 when it was not and nothing was deployed.',
  ],
  async run(args) {
    const { positional, flags } = readArguments(args, { flags: ['check-only', 'json'] });
    const [source] = positional;
    if (source === undefined || positional.length > 1) throw new UsageError('Give one folder or zip file');
    sayProgress(`Reading ${source}`);
    const pack = await readSource(source);
    sayProgress(`${pack.documents.length} components, ${pack.deletions.length} to delete`);
    const checkOnly = flags.has('check-only');
    const result = await withInstance(async ({ records }) => {
      sayProgress(checkOnly ? 'Checking' : 'Deploying');
      return records.metadata.deploy(pack, { origin: 'command', checkOnly });
    });
    say(flags.has('json') ? JSON.stringify(result, undefined, 2) : printDeployResult(result));
    return result.succeeded ? 0 : 1;
  },
};

/** @throws UsageError for what is no folder or zip; MusterError for one without metadata */
async function readSource(source: string): Promise<MetadataPackage> {
  const found = await stat(source).catch(() => undefined);
  if (found === undefined) throw new UsageError(`There is no ${source}`);
  if (!found.isDirectory() && !source.endsWith('.zip'))
    throw new UsageError(`${source} is neither a folder nor a zip file`);
  const pack = found.isDirectory() ? await readFolder(source) : readPackageZip(await readFile(source));
  const { documents, deletions, skipped, problems } = pack;
  if (documents.length + deletions.length + skipped.length + problems.length > 0) return pack;
  throw new MusterError('NOT_FOUND', `${source} holds no metadata files.`);
}

async function readFolder(source: string): Promise<MetadataPackage> {
  try {
    return await readPackageFolder(source);
  } catch (failure) {
    if (failure instanceof SyntaxError)
      throw new UsageError(`sfdx-project.json of ${source} does not read: ${failure.message}`);
    if (failure instanceof RangeError) throw new UsageError(failure.message);
    throw failure;
  }
}
