import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Builds one script and one style sheet with fixed names; the server reads them at start and writes them into the page. */
export default defineConfig({
  root: here('.'),
  // The icons, which the page asks for only when it is installed.
  publicDir: here('./public'),
  build: {
    target: ['chrome80', 'es2019'],
    cssTarget: 'chrome80',
    outDir: here('../../dist/web/chat'),
    emptyOutDir: true,
    cssCodeSplit: false,
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: here('./main.ts'),
      output: { format: 'iife', entryFileNames: 'chat.js', assetFileNames: 'chat[extname]' },
    },
  },
});
