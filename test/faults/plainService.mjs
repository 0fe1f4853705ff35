/** What `npm start` runs once everything is built, without looking whether it is. */
import { run } from '../../dist/src/main.js';

await run();
