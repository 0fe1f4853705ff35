import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { estimatorOf } from '../dist/src/estimates/index.js';
import { createTranslator } from '../dist/src/i18n/index.js';
import { parseParameterTable } from '../dist/src/policy/index.js';

/*
 * Estimates per second in process, in words and with a signed reference, beside parsing and writing the same JSON alone; and what share
 * of a turn's time they take when `npm run bench` was run before (TURN_US, CPU microseconds of a message).
 *   npm run bench -- estimates
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const parsed = parseParameterTable(
  JSON.parse(readFileSync(join(root, 'content', 'parameters.json'), 'utf8')),
);
if (parsed.status !== 'parsed') throw new Error('The parameter table is not valid.');
const deps = {
  table: parsed.table,
  tableVersion: 'bench',
  signingKey: 'bench',
  today: '2026-11-21',
  translate: createTranslator(join(root, 'locales'))('vi'),
};
const inputs = {
  voluntary: { income: 3_000_000, groups: ['near_poor'], mode: 'monthly', province: 'ha-noi' },
  household: { members: [{ months: 12 }, { months: 12 }, { months: 12 }, { months: 12 }] },
  supported: { group: 'near_poor', months: 12, province: 'hue', householdRank: 3 },
  pension: { sex: 'female', birth: '1975-03', averageIncome: 3_000_000, monthsPaid: 60, monthsPlanned: 120 },
  comparison: { groups: [] },
  plan: { sex: 'female', birth: '1981-05', monthsPaid: 0, groups: [] },
  'household-choice': {
    members: Array.from({ length: 5 }, () => ({ months: 12, groups: ['average_farm'] })),
  },
};
const turnUs = Number(process.env.TURN_US ?? 2400);
console.log(`Node ${process.versions.node}; a turn is taken as ${turnUs} µs of CPU`);
console.log('estimate              a second   µs each   times JSON alone   share of a turn');
for (const [kind, body] of Object.entries(inputs)) {
  const estimator = estimatorOf(kind);
  const text = JSON.stringify(body);
  const make = () => estimator.prepare((schema) => schema.parse(JSON.parse(text))).run(deps);
  const answer = make();
  if (answer.status !== 'amount') throw new Error(`${kind}: ${JSON.stringify(answer)}`);
  const json = JSON.stringify(answer);
  const each = measure(() => JSON.stringify(make()));
  const alone = measure(() => JSON.stringify(JSON.parse(json)) && JSON.parse(text));
  console.log(
    `${kind.padEnd(18)}${(1e6 / each).toFixed(0).padStart(12)}${each.toFixed(0).padStart(10)}${(each / alone).toFixed(1).padStart(19)}${`${((100 * each) / turnUs).toFixed(1)}%`.padStart(18)}`,
  );
}

/** CPU microseconds of one call, the best of three rounds of a third of a second. */
function measure(work) {
  for (let at = 0; at < 20; at += 1) work();
  return Math.min(
    ...[1, 2, 3].map(() => {
      const before = process.cpuUsage();
      const until = performance.now() + 333;
      let calls = 0;
      while (performance.now() < until) {
        work();
        calls += 1;
      }
      const { user, system } = process.cpuUsage(before);
      return (user + system) / calls;
    }),
  );
}
