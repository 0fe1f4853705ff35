import { readConfig } from '../../dist/src/config.js';
import { startService } from '../../dist/src/main.js';
import { report } from './report.mjs';

/** This service as it runs, on an empty store; its limits per address and conversation are out of the way. */
await startService(readConfig(process.env), { unlimited: true });
report();
