import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readShippedContent } from '../dist/src/content/shippedContent.js';
import { buildIndex, isInScope, learn, match } from '../dist/src/faq/index.js';
import { foldText } from '../dist/src/language/index.js';
import { grownEntries } from './answers/grow.mjs';
import { installPeers } from './installPeers.mjs';

/*
 * Right answers and their price, ours beside search libraries, on the same entries and questions in one run.
 *   npm run bench:answers [-- FOLDER-OR-FILE …]     questions of other files than test/faq/evaluation
 * BENCH_SHARE=0.25 asks every fourth question: some peers take half a second for one.
 * "right" is the share of in-scope questions that are answered at once and rightly while the system's threshold lets at most
 * the same share of foreign questions through as ours does (or 4 %, where ours lets fewer). Of each library's confidences (score, score by
 * question length, lead over the second) the one that does best counts.
 */
const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
installPeers('fuse.js');
const { peers } = await import('./answers/peers.mjs');
const MOST_FALSE = 0.04;
const partAsked = Number(process.env.BENCH_SHARE ?? 1);

const content = readShippedContent(join(root, 'content'));
const sources = { ...content, entries: content.entries.map(({ entry }) => entry) };
const wordings = wordingsOf(sources.entries, content.lexicon);
const places = process.argv.slice(3);
const questions = (places.length === 0 ? [join(root, 'test', 'faq', 'evaluation')] : places)
  .flatMap(filesOf)
  .flatMap(readQuestions)
  .filter(({ locale }) => locale !== 'en')
  .filter((_, at) => Math.floor((at + 1) * partAsked) > Math.floor(at * partAsked));
const asked = questions.filter(isInScope);
const foreign = questions.filter(({ accepted }) => accepted.length === 1 && accepted[0] === 'oos');
console.log(
  `${sources.entries.length} entries, ${wordings.length} wordings, ${asked.length} questions in scope, ${foreign.length} foreign, Node ${process.versions.node}\n`,
);
const started = performance.now();
const learned = learn(sources);
const index = buildIndex(sources, learned);
const made = performance.now() - started;
// Before the peers, whose indexes leave the collector much to walk.
console.log('Growing: entries, made in ms, learnt in ms, after an edit in ms, p50 ms, p99 ms');
for (const size of [200, 1000, 10000]) grow(size);

console.log();
console.log(line('', 'first', '3 first', 'right', 'false', 'p50 ms', 'p99 ms', 'made in ms'));

const ours = await measure((question) => {
  const { candidates, decision } = match(index, question, 'vi');
  const answers = decision === 'answer' || decision === 'estimate';
  return candidates.map(({ topic, score }) => ({ topic, score: score + (answers ? 1 : 0) }));
});
const oursRight = share(
  ours.inScope.filter(({ hits, accepted }) => isRight(hits, accepted) && hits[0].score > 1),
);
const oursFalse = share(
  ours.foreign.filter(({ hits }) => (hits[0]?.score ?? 0) > 1),
  foreign,
);
print('An Sinh', ours, { right: oursRight, false: oursFalse }, made);
for (const { name, make } of peers) {
  const from = performance.now();
  const search = await make(wordings.map(({ topic, text }) => ({ topic, text: foldText(text) })));
  const took = performance.now() - from;
  const found = await measure((question) => search(foldText(question)));
  print(name, found, bestAt(found, Math.max(MOST_FALSE, oursFalse)), took);
}

function grow(size) {
  const entries = grownEntries(sources.entries, size);
  const grown = { ...sources, entries };
  // Learning takes the longest and is done beside the serving thread; beyond a thousand entries it is left to the shipped ones.
  const [learnt, learning] = size > 1000 ? [learned, Number.NaN] : timed(() => learn(grown));
  const [first, making] = timed(() => buildIndex(grown, learnt));
  const [head, ...tail] = entries;
  const [, again] = timed(() =>
    buildIndex({ ...grown, entries: [{ ...head, title: { ...head.title } }, ...tail] }, learnt),
  );
  const some = size > 1000 ? asked.slice(0, 100) : asked;
  const times = some
    .map(({ question }) => timed(() => match(first, question, 'vi'))[1])
    .toSorted((a, b) => a - b);
  console.log(
    [size, making, learning, again, quantile(times, 0.5), quantile(times, 0.99)]
      .map((value, at) =>
        (at === 0 ? String(value) : Number.isNaN(value) ? '-' : value.toFixed(at > 3 ? 2 : 0)).padStart(9),
      )
      .join(''),
  );
}

async function measure(find) {
  const ask = async (list) => {
    const answers = [];
    for (const one of list) {
      const from = performance.now();
      const hits = await find(one.question);
      answers.push({ ...one, hits, ms: performance.now() - from });
    }
    return answers;
  };
  await ask(asked.slice(0, 50));
  return { inScope: await ask(asked), foreign: await ask(foreign) };
}

/** The best share of right answers at a threshold that lets at most `most` of the foreign questions through. */
function bestAt({ inScope, foreign: others }, most) {
  const confidences = [
    ({ hits }) => hits[0]?.score ?? 0,
    ({ hits, question }) => (hits[0]?.score ?? 0) / Math.sqrt(question.split(' ').length),
    ({ hits, question }) => (hits[0]?.score ?? 0) / question.split(' ').length,
    ({ hits }) => (hits[0]?.score ?? 0) - (hits[1]?.score ?? 0),
    ({ hits }) => (hits[0] === undefined ? 0 : 1 - (hits[1]?.score ?? 0) / hits[0].score),
  ];
  const results = confidences.map((confidence) => {
    const values = others.map(confidence).toSorted((a, b) => b - a);
    const threshold = values[Math.floor(values.length * most)] ?? 0;
    const passes = (one) => confidence(one) > threshold;
    return {
      right: share(inScope.filter((one) => passes(one) && isRight(one.hits, one.accepted))),
      false: share(others.filter(passes), others),
    };
  });
  return results.toSorted((a, b) => b.right - a.right)[0];
}

function print(name, { inScope }, { right, false: let_ }, making) {
  const times = inScope.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const hit = (size) =>
    share(
      inScope.filter(({ hits, accepted }) =>
        hits.slice(0, size).some(({ topic }) => accepted.includes(topic)),
      ),
    );
  console.log(
    line(
      name,
      percent(hit(1)),
      percent(hit(3)),
      percent(right),
      percent(let_),
      quantile(times, 0.5).toFixed(2),
      quantile(times, 0.99).toFixed(2),
      making.toFixed(0),
    ),
  );
}

function wordingsOf(entries, lexicon) {
  return entries.flatMap(({ id, title, phrasings }) =>
    [title.vi, ...phrasings.vi, ...(lexicon.wordings[id]?.vi ?? [])].map((text) => ({ topic: id, text })),
  );
}

function filesOf(path) {
  return path.endsWith('.jsonl')
    ? [path]
    : readdirSync(path)
        .filter((name) => name.endsWith('.jsonl'))
        .map((name) => join(path, name));
}

function readQuestions(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((text) => text.trim() !== '')
    .map((text) => JSON.parse(text))
    .map(({ q, question = q, ...rest }) => ({ question, ...rest }));
}

function isRight(hits, accepted) {
  return hits[0] !== undefined && accepted.includes(hits[0].topic);
}

function share(part, whole = asked) {
  return whole.length === 0 ? 0 : part.length / whole.length;
}

function timed(work) {
  const from = performance.now();
  const result = work();
  return [result, performance.now() - from];
}

function quantile(sorted, at) {
  return sorted[Math.floor((sorted.length - 1) * at)] ?? 0;
}

function percent(value) {
  return `${(value * 100).toFixed(1)}%`;
}

function line(name, ...cells) {
  return `${name.padEnd(34)}${cells.map((cell) => cell.padStart(11)).join('')}`;
}
