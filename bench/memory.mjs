import { cpus } from 'node:os';
import { citizens, load, startPeer } from './turnLoad.mjs';

/*
 * What the process holds while it answers 100,000 messages: after the first tenth it should not grow.
 *   npm run bench -- memory        BENCH_TURNS=100000
 */
const turns = Number(process.env.BENCH_TURNS ?? 100_000);
const steps = 10;
const chunkS = 2;
const mega = (bytes) => (bytes / 1_000_000).toFixed(1).padStart(9);

const peer = await startPeer('an-sinh');
try {
  console.log(`${cpus().length} cores, Node ${process.versions.node}, ${citizens} citizens at once`);
  console.log('   messages   heap MB   resident MB');
  const held = [];
  let done = 0;
  for (let step = 1; step <= steps; step += 1) {
    while (done < (turns * step) / steps) {
      const part = await load(peer.talk, chunkS);
      if (part.done === 0) throw new Error('Nothing was answered.');
      done += part.done;
    }
    const { heap, resident } = await peer.usage();
    held.push(heap);
    console.log(`${String(done).padStart(11)} ${mega(heap)} ${mega(resident).padStart(13)}`);
  }
  console.log(`held at the end against after the first tenth: ${(held.at(-1) / held[0]).toFixed(3)}`);
} finally {
  peer.stop();
}
