#!/usr/bin/env node
/**
 * Holds the drawing of ARCHITECTURE.md: a package imports only packages below its own in the list, only through their
 * root, and only those its package.json names. Within a package, imports are relative and never circular.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Top to bottom: each may import what stands below it. Lines hold neighbours that do not know one another. */
const order = [
  ['apps/server', 'apps/console', 'apps/portal'],
  ['packages/client'],
  ['packages/ui'],
  ['packages/api'],
  ['solutions/recruiting', 'solutions/community', 'solutions/field'],
  ['packages/analytics'],
  ['packages/records'],
  ['packages/access'],
  ['packages/soql', 'packages/formula'],
  ['packages/store'],
  ['packages/sql'],
  ['packages/metadata'],
  ['packages/kernel'],
];

/** The web apps know the API's client, the components and what is pure: nothing that could reach a database. */
const webMayImport = [
  'packages/client',
  'packages/ui',
  'packages/kernel',
  'packages/formula',
  'packages/metadata',
];

const depth = new Map(order.flatMap((line, i) => line.map((place) => [place, i])));
const places = [...depth.keys()];
const placeOf = (file) => places.find((place) => file.startsWith(`${place}/`));
const problems = [];

const listed = ['apps', 'packages', 'solutions'].flatMap((group) =>
  readdirSync(join(root, group)).map((name) => `${group}/${name}`),
);
for (const place of listed)
  if (!depth.has(place)) problems.push(`${place} has no place in tools/check-imports.mjs`);

function judge(from, to, text) {
  const source = placeOf(from);
  const target = placeOf(to);
  if (!source || !target || source === target) return;
  const isWeb = source === 'apps/console' || source === 'apps/portal';
  if (isWeb && !webMayImport.includes(target)) problems.push(`${from}: a web app may not import ${target}`);
  if (depth.get(target) <= depth.get(source))
    problems.push(`${from}: ${source} stands below or beside ${target}`);
  if (text.startsWith('.')) problems.push(`${from}: reaches into ${target} past its root (${text})`);
  const own = JSON.parse(readFileSync(join(root, source, 'package.json'), 'utf8'));
  const name = JSON.parse(readFileSync(join(root, target, 'package.json'), 'utf8')).name;
  if (!own.dependencies?.[name]) problems.push(`${from}: ${source}/package.json does not name ${name}`);
}

const result = await cruise(
  places.map((place) => `${place}/src`),
  {
    baseDir: root,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(dist|node_modules)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['muster-src', 'import', 'types', 'default'],
      exportsFields: ['exports'],
    },
    ruleSet: {
      forbidden: [
        {
          name: 'no-cycles',
          severity: 'error',
          from: {},
          to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
        },
      ],
    },
    validate: true,
  },
  {},
  { tsConfig: {} },
);
const output = typeof result.output === 'string' ? JSON.parse(result.output) : result.output;
for (const module of output.modules) {
  if (module.source.includes('.test.')) continue;
  for (const dependency of module.dependencies) {
    if (dependency.couldNotResolve && dependency.module.startsWith('@muster/'))
      problems.push(`${module.source}: cannot find ${dependency.module}`);
    judge(relative('', module.source), dependency.resolved, dependency.module);
  }
}
for (const violation of output.summary.violations) {
  if (violation.rule.name === 'no-cycles')
    problems.push(`cycle: ${violation.cycle.map((step) => step.name ?? step).join(' → ')}`);
}
for (const problem of [...new Set(problems)]) console.error(problem);
console.log(
  problems.length === 0 ? `${output.modules.length} modules keep the order.` : `${problems.length} problems`,
);
process.exit(problems.length === 0 ? 0 : 1);
