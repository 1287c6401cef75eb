import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig({
  base: '/portal/',
  plugins: [react()],
  resolve: { conditions: ['muster-src', ...defaultClientConditions] },
  build: {
    outDir: 'dist',
    target: ['chrome123', 'firefox121', 'safari17.5'],
    // The content security policy refuses data: addresses.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: Object.fromEntries(
      ['/services', '/session', '/files'].map((path) => [
        path,
        `http://127.0.0.1:${process.env.PORT ?? 8080}`,
      ]),
    ),
  },
});
