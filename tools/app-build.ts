import react from '@vitejs/plugin-react';
import { defaultClientConditions, type Plugin, type UserConfig } from 'vite';
import { parsedMessages } from './parsed-messages.js';

/** The build settings of a web app served under `base`, such as "/portal/". */
export function appBuild(base: string): UserConfig {
  return {
    base,
    plugins: [react(), onlySpokenLanguages(), parsedMessages(), layersInOrder()],
    resolve: { conditions: ['muster-src', ...defaultClientConditions] },
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      target: ['chrome123', 'firefox121', 'safari17.5'],
      // The content security policy refuses data: addresses.
      assetsInlineLimit: 0,
    },
    server: {
      proxy: { '/services': `http://127.0.0.1:${process.env.PORT ?? 8080}` },
    },
  };
}

/** Leaves out react-aria's texts in the thirty languages that Muster does not speak: a fifth of the portal's script. */
function onlySpokenLanguages(): Plugin {
  const unspoken = /\/react-(?:aria|stately)[^?]*\/intl\/[^?]*\/(?!en-|es-)[a-z]{2}-[A-Z]{2}\.mjs$/;
  return {
    name: 'muster-only-spoken-languages',
    enforce: 'pre',
    load: {
      filter: { id: unspoken },
      handler: () => 'export default {};',
    },
  };
}

/** Says the order of the cascade layers in every stylesheet, whichever of a page's is loaded first. */
function layersInOrder(): Plugin {
  return {
    name: 'muster-layers-in-order',
    enforce: 'pre',
    transform: {
      filter: { id: /\.css$/ },
      handler: (code) => `@layer reset, tokens, base, components, utilities;\n${code}`,
    },
  };
}
