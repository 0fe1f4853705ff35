import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Builds one style sheet with a fixed name; the server reads it at start and writes it into the page of an estimate. */
export default defineConfig({
  root: here('.'),
  publicDir: false,
  build: {
    cssTarget: 'chrome80',
    outDir: here('../../dist/web/estimate'),
    emptyOutDir: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: here('./estimate.css'),
      output: { assetFileNames: 'estimate[extname]' },
    },
  },
});
