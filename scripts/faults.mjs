import { requireNode } from './requireNode.mjs';
import { runSource } from './runSource.mjs';

requireNode();
const { build, isBuilt } = await import('./buildSteps.mjs');
if (!isBuilt()) await build();

/** The harness runs from its source, the service that it kills is the built one. Options: test/faults/harness/command.ts. */
runSource('test/faults/harness/command.ts', {
  args: process.argv.slice(2),
  env: { TEST_DATABASE_URL: 'postgres://postgres@127.0.0.1:5432/test', ...process.env },
});
