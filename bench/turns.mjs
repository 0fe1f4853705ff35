import { cpus } from 'node:os';
import { citizens, measure, seconds } from './turnLoad.mjs';

/*
 * What a message costs: bare restify, the SDK's echo bot in process, that bot with as many durable commits as a turn needs, and this
 * bot answering an FAQ question with everything stored, one after the other on the same machine in the same run. Compare the ratios; the absolute figures are this machine's.
 *   npm run bench            SQLite
 *   DATABASE_URL=postgres://… npm run bench    PostgreSQL (an empty database)
 */
const peers = [
  'restify',
  'echo',
  'durableEcho',
  'an-sinh',
  ...(process.env.DATABASE_URL === undefined ? [] : ['an-sinh x2']),
];
const rounds = Number(process.env.BENCH_ROUNDS ?? 2);
const best = new Map();
for (let round = 0; round < rounds; round += 1) {
  for (const name of peers) {
    const result = await measure(name);
    const known = best.get(name);
    if (known === undefined || result.cpuUs < known.cpuUs) best.set(name, result);
  }
}

const echo = best.get('echo');
const durable = best.get('durableEcho');
console.log(
  `${cpus().length} cores, Node ${process.versions.node}, ${citizens} citizens at once, ${seconds} s each, best of ${rounds} rounds`,
);
console.log(
  '                 messages/s   CPU µs/message   rate against echo   against durable echo   CPU against echo   p50 ms   p99 ms',
);
for (const name of peers) {
  const { rate, cpuUs, failed, p50, p99 } = best.get(name);
  console.log(
    [
      name.padEnd(16),
      rate.toFixed(0).padStart(10),
      cpuUs.toFixed(0).padStart(16),
      (rate / echo.rate).toFixed(2).padStart(19),
      (rate / durable.rate).toFixed(2).padStart(22),
      (cpuUs / echo.cpuUs).toFixed(2).padStart(18),
      p50.toFixed(0).padStart(8),
      p99.toFixed(0).padStart(8),
      failed > 0 ? `  ${failed} failed` : '',
    ].join(' '),
  );
}
