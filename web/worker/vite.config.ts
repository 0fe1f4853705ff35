import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Builds the script that runs beside the citizens' pages; the server reads it at start and serves it as /sw.js. */
export default defineConfig({
  root: here('.'),
  publicDir: false,
  build: {
    target: ['chrome80', 'es2019'],
    outDir: here('../../dist/web/worker'),
    emptyOutDir: true,
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: here('./main.ts'),
      output: { format: 'iife', entryFileNames: 'worker.js' },
    },
  },
});
