import { cpus } from 'node:os';
import { citizens, measure, seconds } from './turnLoad.mjs';

/*
 * What a message costs: bare restify, the SDK's echo bot in process, that bot with as many durable commits as a turn needs (each by itself,
 * and sharing a flush as this service's do), and this bot answering an FAQ question with everything stored, one after the other on the same
 * machine in the same run. Compare the ratios; the absolute figures are this machine's.
 *   npm run bench            SQLite
 *   DATABASE_URL=postgres://… npm run bench    PostgreSQL (an empty database)
 */
const peers = [
  'restify',
  'echo',
  'durableEcho',
  'sharedEcho',
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
const shared = best.get('sharedEcho');
console.log(
  `${cpus().length} cores, Node ${process.versions.node}, ${citizens} citizens at once, ${seconds} s each, best of ${rounds} rounds`,
);
const columns = [
  ['messages/s', ({ rate }) => rate.toFixed(0)],
  ['CPU µs/message', ({ cpuUs }) => cpuUs.toFixed(0)],
  ['rate against echo', ({ rate }) => (rate / echo.rate).toFixed(2)],
  ['against durable echo', ({ rate }) => (rate / durable.rate).toFixed(2)],
  ['against shared', ({ rate }) => (rate / shared.rate).toFixed(2)],
  ['CPU against echo', ({ cpuUs }) => (cpuUs / echo.cpuUs).toFixed(2)],
  ['p50 ms', ({ p50 }) => p50.toFixed(0)],
  ['p99 ms', ({ p99 }) => p99.toFixed(0)],
];
console.log(['peer'.padEnd(14), ...columns.map(([title]) => title)].join('   '));
for (const name of peers) {
  const result = best.get(name);
  const cells = columns.map(([title, show]) => show(result).padStart(title.length));
  console.log([name.padEnd(14), ...cells, result.failed > 0 ? `${result.failed} failed` : ''].join('   '));
}
