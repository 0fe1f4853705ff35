import { requireNode } from './requireNode.mjs';

requireNode();
const { build, isBuilt } = await import('./buildSteps.mjs');
if (!isBuilt()) await build();
await import(`../bench/${process.argv[2] ?? 'turns'}.mjs`);
