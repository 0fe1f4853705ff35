import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readShippedContent } from '../dist/src/content/shippedContent.js';
import { buildIndex, learn, match } from '../dist/src/faq/index.js';
import { foldText } from '../dist/src/language/index.js';

/*
 * What understanding a question costs, beside folding its text alone, and what indexing again after an edit costs beside the
 * first time. npm run bench -- understanding
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const shipped = readShippedContent(join(root, 'content'));
const sources = {
  entries: shipped.entries.map(({ entry }) => entry),
  lexicon: shipped.lexicon,
  negatives: shipped.negatives,
  calibration: shipped.calibration,
};
const questions = readFileSync(join(root, 'test', 'faq', 'questions.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => String(JSON.parse(line).question ?? JSON.parse(line).q));

let learned;
const learning = cpuMs(() => (learned = learn(sources)));
const first = cpuMs(() => buildIndex(sources, learned));
const [edited, ...others] = sources.entries;
const again = cpuMs(() =>
  buildIndex({ ...sources, entries: [{ ...edited, title: { ...edited.title } }, ...others] }, learned),
);
const index = buildIndex(sources, learned);
const understand = () => questions.forEach((question) => match(index, question, 'vi'));
understand();
const matched = cpuMs(understand) / questions.length;
const folded = cpuMs(() => questions.forEach(foldText)) / questions.length;

console.log(
  `${sources.entries.length} entries, ${questions.length} questions, Node ${process.versions.node}`,
);
console.log(`learning: ${learning.toFixed(0)} ms`);
console.log(
  `index: first ${first.toFixed(0)} ms, again ${again.toFixed(0)} ms, ratio ${(again / first).toFixed(2)}`,
);
console.log(
  `question: ${matched.toFixed(2)} ms, folding alone ${folded.toFixed(4)} ms, ratio ${(matched / folded).toFixed(0)}`,
);

const long = {
  words: 'đóng bảo hiểm 2 triệu 5 người vợ chồng con không '.repeat(220).slice(0, 10_240),
  'one word': 'a'.repeat(10_240),
  numbers: '1 '.repeat(5_000),
  emoji: '🙂'.repeat(2_500),
};
for (const [name, text] of Object.entries(long)) {
  const half = Math.min(
    ...[1, 2, 3].map(() => cpuMs(() => match(index, text.slice(0, text.length / 2), 'vi'))),
  );
  const whole = Math.min(...[1, 2, 3].map(() => cpuMs(() => match(index, text, 'vi'))));
  console.log(`10 kB of ${name}: ${whole.toFixed(1)} ms, ${(whole / half).toFixed(1)} times the half of it`);
}

function cpuMs(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
