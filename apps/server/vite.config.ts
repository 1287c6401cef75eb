import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultServerConditions, defineConfig, type Plugin } from 'vite';

const outDir = fileURLToPath(new URL('dist', import.meta.url));
const conditions = ['muster-src', ...defaultServerConditions];

/** The server and all it imports in a few files: loading a thousand modules took longer than the rest of a start. */
export default defineConfig({
  plugins: [placesOfSources()],
  ssr: {
    resolve: { conditions },
    noExternal: true,
    // The first is compiled for each kind of machine; the second is only asked for by files nobody keeps here.
    external: ['@node-rs/argon2', 'typescript'],
  },
  build: {
    ssr: 'src/main.ts',
    outDir,
    target: 'node20.19',
    rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' } },
  },
});

/** Modules find migrations, metadata and assets from where they are themselves, which stays the place of the source. */
function placesOfSources(): Plugin {
  return {
    name: 'muster-places-of-sources',
    transform: {
      filter: { code: 'import.meta.url', id: { include: /\.ts$/, exclude: /node_modules/ } },
      handler: (code, id) => {
        const place = `new URL(${JSON.stringify(relative(outDir, id))}, import.meta.url).href`;
        return code.replaceAll('import.meta.url', place);
      },
    },
  };
}
