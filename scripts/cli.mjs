import { requireNode } from './requireNode.mjs';

requireNode();
const { build, canBuild, isBuilt } = await import('./buildSteps.mjs');
// Standard output belongs to the command's answer: whatever building says goes elsewhere.
if (!isBuilt() && canBuild()) await build({ quiet: true });
const { runCommand } = await import('../dist/src/cli/runCommand.js');
process.exitCode = await runCommand(process.argv.slice(2));
