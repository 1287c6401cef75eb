import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

const PARSER = '@formatjs/icu-messageformat-parser';

/** Parses the message catalogues while the app is built, so that no page loads the parser: 7 kB of a first visit. */
export function parsedMessages(): Plugin {
  return {
    name: 'muster-parsed-messages',
    config: () => ({ resolve: { alias: [{ find: PARSER, replacement: `${PARSER}/no-parser.js` }] } }),
    transform: {
      filter: { id: /\/messages\/(?:[a-z-]+\/)?(?:en|es)\.ts$/ },
      handler: parseCatalogues,
    },
  };
}

/**
 * A module of catalogues with its messages parsed.
 * @throws SyntaxError when one of them cannot be read
 */
export async function parseCatalogues(code: string): Promise<string> {
  const module: Readonly<Record<string, Readonly<Record<string, string>>>> = await import(
    `data:text/javascript,${encodeURIComponent(code)}`
  );
  return Object.entries(module)
    .map(([name, catalogue]) => `export const ${name} = ${JSON.stringify(parsed(catalogue))};`)
    .join('\n');
}

function parsed(catalogue: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(catalogue).map(([key, message]) => [key, parse(message)]));
}
