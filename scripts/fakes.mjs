import { requireNode } from './requireNode.mjs';
import { runSource } from './runSource.mjs';

requireNode();

/** The stand-ins belong to the tests and are not built. */
runSource('test/fakes/rehearsal.ts');
