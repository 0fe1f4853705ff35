import { requireNode } from './requireNode.mjs';

requireNode();
const { build } = await import('./buildSteps.mjs');
await build();
