import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Public projects kept beside the working copy, not in the repository. */
const CORPUS = fileURLToPath(new URL('../../../shared/corpus/deploy/', import.meta.url));

export const HAS_PUBLIC_PROJECTS = existsSync(CORPUS);

/** The folder of a public project, unpacked below `scratch` where it is an archive. */
export function publicProject(project: string, scratch: string): string {
  if (existsSync(join(CORPUS, project))) return join(CORPUS, project);
  const folder = join(scratch, project);
  mkdirSync(folder);
  execFileSync('tar', ['-xf', join(CORPUS, `${project}.tar.xz`), '-C', folder]);
  return folder;
}
