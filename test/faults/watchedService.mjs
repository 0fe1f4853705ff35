/** What `npm start` runs once everything is built, telling when it answers; it ends with whoever started it. */
import { run } from '../../dist/src/main.js';

process.on('disconnect', () => process.exit(1));
await run();
process.send({ address: `http://127.0.0.1:${process.env.PORT}` });
